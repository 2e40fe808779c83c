// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/compare/comparedialog.h"

#include "app/session/comparisontext.h"
#include "app/session/sentence.h"
#include "ui/compare/comparing.h"
#include "ui/compare/comparisontree.h"
#include "ui/compare/sidechoice.h"
#include "ui/shared/banner.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(960, 640);

QString counted(qsizetype number)
{
    return QLocale().toString(qint64(number));
}

} // namespace

CompareDialog::CompareDialog(
    Session::TenantBook &book, const Session::KnownTenant &tenant, QWidget *parent)
    : QDialog(parent)
    , m_before(new SideChoice(book, tr("Before"), this))
    , m_after(new SideChoice(book, tr("After"), this))
    , m_banner(new Banner(this))
    , m_summary(new PlainLabel(PlainLabel::Style::Title, this))
    , m_notes(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_looks(new QStackedWidget(this))
    , m_tree(new ComparisonTree(m_looks))
    , m_empty(new EmptyLook(u"clipboard-list"_s, {}, m_looks))
    , m_copyText(new QPushButton(tr("Copy as text"), this))
    , m_copyJson(new QPushButton(tr("Copy as JSON"), this))
{
    setWindowTitle(tr("Compare"));
    layOut();
    resize(usualSize);
    m_after->choose(tenant);
    connectParts();
    compareSides();
}

CompareDialog::~CompareDialog() = default;

void CompareDialog::layOut()
{
    m_before->alignWith(*m_after);
    m_notes->setWordWrap(true);
    m_looks->addWidget(m_tree);
    m_looks->addWidget(m_empty);
    m_looks->setBackgroundRole(QPalette::Base);
    m_looks->setAutoFillBackground(true);
    auto *sides = new QVBoxLayout;
    sides->setContentsMargins(16, 16, 16, 8);
    sides->setSpacing(8);
    sides->addWidget(m_before);
    sides->addWidget(m_after);
    sides->addWidget(m_summary);
    sides->addWidget(m_notes);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(16, 8, 16, 8);
    for (QPushButton *button : {m_copyText, m_copyJson}) {
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(sides);
    layout->addWidget(m_banner);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_looks, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(buttons);
}

void CompareDialog::connectParts()
{
    for (SideChoice *side : {m_before, m_after}) {
        connect(side, &SideChoice::changed, this, &CompareDialog::compareSides);
        connect(side, &SideChoice::failed, this, [this](const Base::Error &error) {
            m_banner->show(
                Banner::Kind::Error, Session::describe(error, Session::Doing::LoadingApplications));
        });
    }
    connect(m_copyText, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(Session::comparisonText(m_comparison));
    });
    connect(m_copyJson, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(Session::comparisonJson(m_comparison)));
    });
}

void CompareDialog::compareSides()
{
    m_comparing.reset();
    m_banner->dismiss();
    m_tree->setComparison({}); // so that nothing is ever masked as what it is not
    Presentation::markProduction(*this, m_before->isProduction() || m_after->isProduction());
    if (!m_before->isChosen() || !m_after->isChosen())
        return showNothing(tr("Choose two sides to see how their applications differ."));
    std::optional<Applications::SnapshotTaker> before = m_before->taker();
    std::optional<Applications::SnapshotTaker> after = m_after->taker();
    if (!before || !after)
        return showNothing(
            tr("A list is no longer complete. Once it is, the two are compared anew."));
    m_comparing = std::make_unique<Comparing>(std::move(*before), std::move(*after), nullptr);
    connect(m_comparing.get(), &Comparing::progressed, this, [this] {
        showNothing(m_comparing->words());
    });
    connect(m_comparing.get(), &Comparing::finished, this, &CompareDialog::showCompared);
    m_comparing->start();
}

void CompareDialog::showCompared()
{
    m_comparison = m_comparing->comparison();
    const Applications::Snapshot before = m_comparing->before();
    const Applications::Snapshot after = m_comparing->after();
    m_comparing.release()->deleteLater(); // it is telling of its end
    Presentation::setLocalNames(
        *this, {m_before->name(), m_after->name(), before.domain, after.domain});
    m_notes->setText(Session::notesOnComparison(
                         m_comparison, {.name = m_before->name(), .snapshot = before},
                         {.name = m_after->name(), .snapshot = after})
                         .join(u' '));
    m_notes->setVisible(!m_comparison.isSame() && !m_notes->text().isEmpty());
    m_summary->setText(summary());
    m_summary->setVisible(!m_comparison.isSame());
    m_tree->setComparison(m_comparison);
    m_copyText->setEnabled(!m_comparison.isSame());
    m_copyJson->setEnabled(true);
    m_looks->setCurrentWidget(m_comparison.isSame() ? static_cast<QWidget *>(m_empty) : m_tree);
    m_empty->setSentence(tr("There is no difference."));
}

void CompareDialog::showNothing(const QString &why)
{
    m_comparison = {};
    m_summary->hide();
    m_notes->hide();
    m_copyText->setEnabled(false);
    m_copyJson->setEnabled(false);
    m_empty->setSentence(why);
    m_looks->setCurrentWidget(m_empty);
}

QString CompareDialog::summary() const
{
    return tr("%1 added, %2 removed, %3 changed")
        .arg(
            counted(m_comparison.added.size()), counted(m_comparison.removed.size()),
            counted(m_comparison.changed.size()));
}

} // namespace Tenantscope::Ui
