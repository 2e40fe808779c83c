// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/missingbar.h"

#include "ui/scopes/scopewords.h"
#include "ui/shared/icons.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QCompleter>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QToolButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestRequest = 2'000;
constexpr int mostSuggestions = 12;

} // namespace

MissingBar::MissingBar(const Management::Catalogues &catalogues, QWidget *parent)
    : QWidget(parent)
    , m_catalogues(catalogues)
    , m_request(new QLineEdit(this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy missing scopes"), this))
    , m_answer(new PlainLabel(PlainLabel::Style::Base, this))
{
    auto *title = new PlainLabel(tr("What is missing for"), PlainLabel::Style::Strong, this);
    title->setBuddy(m_request);
    m_request->setAccessibleName(tr("What is missing for"));
    m_request->setPlaceholderText(tr("A request: GET /api/v2/users"));
    m_request->setMaxLength(longestRequest);
    m_request->setMinimumHeight(28);
    m_request->setClearButtonEnabled(true);
    m_request->findChild<QToolButton *>()->setAccessibleName(tr("Clear request"));
    maskInPresentation(*m_request, MaskWhen::Holding); // paths hold client IDs
    m_copy->setAutoDefault(false);
    m_answer->setWordWrap(true);
    createCompleter();
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setHorizontalSpacing(8);
    layout->setVerticalSpacing(4);
    layout->addWidget(title, 0, 0);
    layout->addWidget(m_request, 0, 1);
    layout->addWidget(m_copy, 0, 2);
    layout->addWidget(m_answer, 1, 0, 1, 3);
    layout->setColumnStretch(1, 1);
    connect(m_request, &QLineEdit::textChanged, this, &MissingBar::answer);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_copied.join(u' '));
    });
    answer();
}

void MissingBar::setGranted(const OAuth::ScopeSet &granted)
{
    m_granted = granted;
    answer();
}

void MissingBar::createCompleter()
{
    QStringList names;
    for (const Management::Endpoint &endpoint : m_catalogues.endpoints.all())
        names.append(endpoint.name());
    auto *completer = new QCompleter(this);
    completer->setModel(new QStringListModel(names, completer));
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(mostSuggestions);
    completer->popup()->setAccessibleName(tr("Endpoints"));
    m_request->setCompleter(completer);
}

void MissingBar::answer()
{
    const QString typed = m_request->text().simplified();
    if (typed.isEmpty())
        return show({}, {}, tr("Choose or type a request first."));
    const auto endpoint = m_catalogues.endpoints.findRequest(typed);
    if (!endpoint)
        return show(
            tr("No endpoint answers to that. A request reads METHOD /api/v2/…"), {},
            tr("No endpoint answers to that request."));
    const auto missing = missingFor(*endpoint, m_granted, m_catalogues);
    const QStringList copied = missing.value_or(smallestList({*endpoint}, m_catalogues));
    show(missingText(*endpoint, missing), copied, tr("Nothing is missing."));
}

void MissingBar::show(const QString &text, const QStringList &copied, const QString &whyNot)
{
    m_copied = copied;
    m_answer->setText(text);
    m_answer->setVisible(!text.isEmpty());
    m_copy->setEnabled(!copied.isEmpty());
    const QString why = copied.isEmpty() ? whyNot : QString();
    setPlainToolTip(m_copy, why);
    m_copy->setAccessibleDescription(why);
}

} // namespace Tenantscope::Ui
