// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgerpage.h"

#include "ui/ledger/ledgeradvice.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/line.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/rowdelegate.h"
#include "ui/shared/rowtable.h"
#include "ui/shared/ticker.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QStackedWidget>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

LedgerPage::LedgerPage(Session::TokenLedger &ledger, Base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_model(ledger, clock, this)
    , m_count(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_looks(new QStackedWidget(this))
    , m_table(new RowTable(tr("Copied tokens"), m_looks))
    , m_advice(new LedgerAdvice(this))
{
    createTable();
    layOut();
    m_ticker = new Ticker(m_clock, this, [this] { return tick(); });
    connectParts();
    showLook();
}

void LedgerPage::focusTable()
{
    m_table->setFocus(Qt::OtherFocusReason);
}

bool LedgerPage::event(QEvent *event)
{
    if (event->type() == Presentation::changeEvent)
        showCurrent();
    return QWidget::event(event);
}

void LedgerPage::createTable()
{
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumnWidths({
        {.least = 92},              // when
        {.least = 150, .share = 3}, // tenant
        {.least = 92},              // as
        {.least = 92},              // token
        {.least = 72},              // scopes
        {.least = 92},              // dies
        {.least = 100, .share = 1}, // left
    });
    m_looks->addWidget(m_table);
    m_looks->addWidget(
        new EmptyLook(u"clipboard-list"_s, tr("No token was copied in this run."), m_looks));
}

void LedgerPage::layOut()
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    head->addWidget(new PlainLabel(tr("Copied tokens"), PlainLabel::Style::Title, this));
    head->addStretch();
    head->addWidget(m_count);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_looks, 1);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_advice);
}

void LedgerPage::connectParts()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &LedgerPage::showLook);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &LedgerPage::showLook);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &LedgerPage::showCurrent);
    connect(m_table, &RowTable::copyRequested, this, [this] {
        const QModelIndex cell = m_table->currentIndex();
        if (const Session::TokenCopy *copy = m_model.copyAt(cell.row()))
            QGuiApplication::clipboard()->setText(
                ledgerCell(*copy, LedgerColumn(cell.column()), m_clock, Qt::DisplayRole, nullptr)
                    .toString());
    });
}

void LedgerPage::showLook()
{
    m_looks->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    m_ticker->update();
}

void LedgerPage::showCurrent()
{
    const Session::TokenCopy *copy = m_model.copyAt(m_table->currentIndex().row());
    m_advice->setVisible(copy);
    if (copy)
        m_advice->show(*copy, m_clock);
}

std::optional<Base::Instant> LedgerPage::tick()
{
    const int alive = m_ledger.alive().tokens;
    m_count->setText(
        m_ledger.size() == 0 ? QString() : tr("%1 still alive").arg(QLocale().toString(alive)));
    const std::optional<Base::Instant> next = m_model.tick();
    showCurrent();
    return next;
}

} // namespace Tenantscope::Ui
