// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopedetails.h"

#include "app/base/plaintext.h"
#include "ui/scopes/kindmark.h"
#include "ui/scopes/scopewords.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowdelegate.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/scrollbox.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::Endpoint;
using Management::ScopeKind;

namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype mostRemarks = 8;
constexpr int leastRows = 3; // the header's among them

QString capitalised(QString text)
{
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

} // namespace

ScopeDetails::ScopeDetails(const Management::Catalogues &catalogues, QWidget *parent)
    : QWidget(parent)
    , m_catalogues(catalogues)
    , m_title(new PlainLabel(PlainLabel::Style::Title, this))
    , m_copy(new QPushButton(icon(u"copy"_s), tr("Copy scope"), this))
    , m_holding(new PlainLabel(PlainLabel::Style::Base, this))
    , m_kind(new KindMark(this))
    , m_remark(new PlainLabel(PlainLabel::Style::Base, this))
    , m_count(new PlainLabel(PlainLabel::Style::Strong, this))
    , m_table(new RowTable(tr("Endpoints"), this))
{
    createTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_table, 1);
}

void ScopeDetails::setScopes(
    const QString &resource, const QStringList &scopes, const ScopeHolders &holders)
{
    m_scopes = scopes;
    m_title->setText(
        Base::plainLine(scopes.size() == 1 ? scopes.constFirst() : resource, longestName));
    m_copy->setText(scopes.size() > 1 ? tr("Copy scopes") : tr("Copy scope"));
    m_copy->setEnabled(!scopes.isEmpty());
    showFacts(scopes, holders);
    showOpened(scopes);
}

void ScopeDetails::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

QWidget *ScopeDetails::createHeader()
{
    auto *header = new QWidget(this);
    m_copy->setAutoDefault(false);
    m_title->setElideMode(Qt::ElideMiddle);
    m_holding->setElideMode(Qt::ElideRight);
    m_remark->setWordWrap(true);
    auto *top = new QHBoxLayout;
    top->setSpacing(8);
    top->addWidget(m_title, 1);
    top->addWidget(m_copy);
    auto *facts = new QHBoxLayout;
    facts->setSpacing(16);
    facts->addWidget(m_holding);
    facts->addWidget(m_kind);
    facts->addStretch(1);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addLayout(facts);
    auto *remark = new ScrollBox(m_remark, header); // may be longer than there is room
    remark->setAccessibleName(tr("Remarks"));
    layout->addWidget(remark);
    layout->addSpacing(4);
    layout->addWidget(m_count);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_scopes.join(u' '));
    });
    return header;
}

void ScopeDetails::createTable()
{
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_opened);
    m_table->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored); // remarks come first
    connect(m_table, &RowTable::copyRequested, this, [this] {
        const QModelIndex method = m_table->currentIndex().siblingAtColumn(0);
        if (method.isValid())
            QGuiApplication::clipboard()->setText(
                method.data().toString() + u' ' + method.siblingAtColumn(1).data().toString());
    });
}

void ScopeDetails::showFacts(const QStringList &scopes, const ScopeHolders &holders)
{
    const auto isHeld = [&holders](const QString &scope) {
        const Holding holding = holders.of(scope);
        return holding == Holding::Here || holding == Holding::Both;
    };
    if (scopes.isEmpty()) {
        m_holding->setText(tr("There is no such scope."));
    } else if (scopes.size() == 1 || !holders.here.scopes.isKnown()) {
        m_holding->setText(capitalised(holdingWords(holders.of(scopes.constFirst()), holders)));
    } else {
        const auto held = std::count_if(scopes.begin(), scopes.end(), isHeld);
        const QLocale locale;
        m_holding->setText(
            tr("%1 of %2 granted")
                .arg(locale.toString(qlonglong(held)), locale.toString(scopes.size())));
    }
    m_kind->setKind(
        scopes.size() == 1 ? m_catalogues.scopes.kindOf(scopes.constFirst()) : ScopeKind::Plain);
    m_remark->setText(remarks(scopes));
    m_remark->setVisible(!m_remark->text().isEmpty());
}

void ScopeDetails::showOpened(const QStringList &scopes)
{
    QList<Endpoint> opened = m_catalogues.endpoints.all();
    opened.removeIf([&scopes](const Endpoint &endpoint) {
        const QStringList taken = endpoint.scopes();
        return std::none_of(taken.begin(), taken.end(), [&scopes](const QString &scope) {
            return scopes.contains(scope);
        });
    });
    const QString count = QLocale().toString(opened.size());
    m_count->setText(
        opened.isEmpty() ? tr("Opens no endpoint of the reference")
            : opened.size() == 1
            ? tr("Opens 1 endpoint")
            : tr("Opens %1 endpoints", nullptr, int(opened.size())).arg(count));
    m_count->setVisible(!scopes.isEmpty());
    m_opened.setEndpoints(std::move(opened), scopes);
    fitColumns();
}

void ScopeDetails::fitColumns()
{
    const int method = fontMetrics().horizontalAdvance(u"DELETE"_s) * 3 / 2; // its font is wider
    QList<RowTable::ColumnWidth> widths{{.least = method + 24}, {.least = 160, .share = 3}};
    if (m_opened.hasOthers())
        widths.append({.least = 120, .share = 2});
    m_table->setColumnWidths(widths);
    m_table->setMinimumHeight(leastRows * m_table->verticalHeader()->defaultSectionSize());
}

QString ScopeDetails::remarks(const QStringList &scopes) const
{
    QStringList lines;
    for (const QString &scope : scopes) {
        const Management::KnownScope *facts = m_catalogues.scopes.find(scope);
        const QString name = scopes.size() > 1 ? Base::plainLine(scope, longestName) : QString();
        const QString remark = facts ? facts->remark
                                     : tr("Not in this program's catalogue: another API's, or "
                                          "newer than it.");
        if (remark.isEmpty())
            continue;
        lines.append(name.isEmpty() ? remark : tr("%1: %2").arg(name, remark));
    }
    if (lines.size() > mostRemarks) {
        lines.resize(mostRemarks);
        lines.append(u"…"_s);
    }
    return lines.join(u'\n');
}

} // namespace Tenantscope::Ui
