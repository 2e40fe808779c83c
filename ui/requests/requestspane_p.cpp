// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/requestspane_p.h"

#include "ui/requests/exchangeview.h"
#include "ui/requests/requesttext.h"
#include "ui/shared/emptylook.h"
#include "ui/shared/icons.h"
#include "ui/shared/line.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/rowdelegate.h"

#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

RequestsPane::Private::Private(RequestsPane &pane, Session::TenantSession &session)
    : QObject(&pane)
    , m_pane(pane)
    , m_session(session)
    , m_model(session.requestLog(), session.clock(), &pane)
    , m_split(new Splitter(Qt::Horizontal, &pane))
    , m_showAll(new QAction(RequestsPane::tr("Show all requests"), this))
    , m_exchange(new ExchangeView(m_split))
{
    auto *layout = new QVBoxLayout(&pane);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createToolbar());
    layout->addWidget(new Line(Qt::Horizontal, &pane));
    layout->addWidget(m_split, 1);
    m_split->insertWidget(0, createTable());
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_exchange->hide();
    connectModel();
    connectFilters();
    pane.installEventFilter(this);
    showRows();
}

void RequestsPane::Private::focusTable()
{
    if (m_looks->currentWidget() == m_table)
        m_table->setFocus(Qt::OtherFocusReason);
    else
        m_filter->setFocus(Qt::OtherFocusReason);
}

/// A log's cells are redacted at birth: safe on an ordinary clipboard.
void RequestsPane::Private::copyCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (current.isValid())
        QGuiApplication::clipboard()->setText(m_model.copyText(current));
}

QByteArray RequestsPane::Private::splitState() const
{
    return m_isSplit ? m_split->saveState() : QByteArray();
}

void RequestsPane::Private::setSplitState(const QByteArray &state)
{
    m_isSplit = !state.isEmpty() && m_split->restoreState(state);
}

bool RequestsPane::Private::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::Hide)
        tickAgain();
    if (event->type() == QEvent::Show && !m_table->selectionModel()->hasSelection())
        goToNewest();
    return QObject::eventFilter(watched, event);
}

QWidget *RequestsPane::Private::createToolbar()
{
    auto *toolbar = new QWidget(&m_pane);
    auto *title = new PlainLabel(RequestsPane::tr("Requests"), PlainLabel::Style::Title, toolbar);
    m_filter = new QLineEdit(toolbar);
    m_filter->setAccessibleName(RequestsPane::tr("Filter requests"));
    m_filter->setPlaceholderText(RequestsPane::tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    maskInPresentation(*m_filter, MaskWhen::Production);
    for (QToolButton *button : m_filter->findChildren<QToolButton *>())
        button->setAccessibleName(RequestsPane::tr("Clear filter"));
    m_failuresOnly = new QCheckBox(RequestsPane::tr("Failures only"), toolbar);
    m_count = new PlainLabel(PlainLabel::Style::Secondary, toolbar);
    m_clear = new QPushButton(icon(u"trash-2"_s), RequestsPane::tr("Clear"), toolbar);
    m_clear->setAutoDefault(false);
    m_clear->setAccessibleName(RequestsPane::tr("Clear requests"));
    auto *layout = new QHBoxLayout(toolbar);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addWidget(title);
    layout->addSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_failuresOnly);
    layout->addStretch(1);
    layout->addWidget(m_count);
    layout->addWidget(m_clear);
    return toolbar;
}

QWidget *RequestsPane::Private::createTable()
{
    m_looks = new QStackedWidget(m_split);
    m_table = new RowTable(RequestsPane::tr("Requests"), m_looks);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setModel(&m_model);
    m_table->setColumnWidths({
        {.least = 120},             // time
        {.least = 68},              // method
        {.least = 150, .share = 3}, // path
        {.least = 62},              // status
        {.least = 78},              // duration
        {.least = 72},              // attempt
        {.least = 78},              // size
        {.least = 110, .share = 2}, // note
    });
    m_empty = new EmptyLook(
        u"scroll-text"_s,
        RequestsPane::tr(
            "No requests yet. Each one this window sends is listed here, without secrets."),
        m_looks);
    m_noMatch = new EmptyLook(
        u"funnel"_s, RequestsPane::tr("No request matches the filter."), m_looks);
    m_noMatch->setActions({m_showAll});
    for (QWidget *look :
         {static_cast<QWidget *>(m_table), static_cast<QWidget *>(m_empty),
          static_cast<QWidget *>(m_noMatch)})
        m_looks->addWidget(look);
    return m_looks;
}

void RequestsPane::Private::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this, &Private::showRows);
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this, &Private::showRows);
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &Private::showRows);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &Private::showRows);
    connect(&m_session.requestLog(), &Session::RequestLog::appended, this, &Private::showLook);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &Private::showExchange);
    connect(
        m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
        &Private::showExchange);
    QScrollBar *bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &Private::noteEnd);
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_isAtEnd)
            bar->setValue(bar->maximum());
    });
    connect(m_exchange, &ExchangeView::closeRequested, this, [this] {
        m_table->clearSelection();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(m_table, &RowTable::openRequested, this, [this] {
        m_table->selectRow(m_table->currentIndex().row());
    });
    connect(m_table, &RowTable::copyRequested, this, &Private::copyCurrent);
}

void RequestsPane::Private::connectFilters()
{
    connect(m_filter, &QLineEdit::textChanged, &m_model, &RequestsModel::setFilter);
    connect(m_failuresOnly, &QCheckBox::toggled, &m_model, &RequestsModel::setFailuresOnly);
    connect(m_clear, &QPushButton::clicked, &m_session.requestLog(), &Session::RequestLog::clear);
    connect(m_showAll, &QAction::triggered, this, [this] {
        m_failuresOnly->setChecked(false);
        m_filter->clear();
        m_filter->setFocus(Qt::OtherFocusReason);
    });
}

void RequestsPane::Private::showRows()
{
    showLook();
    showExchange();
    tickAgain();
}

void RequestsPane::Private::showExchange()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows(); // one at most
    const Http::Exchange *exchange = rows.isEmpty() ? nullptr
                                                    : m_model.exchangeAt(rows.first().row());
    if (exchange)
        m_exchange->setExchange(*exchange);
    if (exchange && m_exchange->isHidden() && !m_isSplit) {
        m_isSplit = true;
        m_split->setSizes({m_split->width() * 3 / 5, m_split->width() * 2 / 5});
    }
    m_exchange->setVisible(exchange != nullptr);
    tickAgain();
}

void RequestsPane::Private::showLook()
{
    const int all = m_session.requestLog().size();
    const int shown = m_model.rowCount();
    QWidget *look = shown > 0 ? static_cast<QWidget *>(m_table) : all > 0 ? m_noMatch : m_empty;
    m_looks->setCurrentWidget(look);
    m_clear->setEnabled(all > 0);
    const QLocale locale;
    m_count->setText(
        m_model.isFiltered()
            ? RequestsPane::tr("%1 of %2 shown").arg(locale.toString(shown), locale.toString(all))
            : locale.toString(all));
}

void RequestsPane::Private::tickAgain()
{
    const auto shortest = m_pane.isVisible() ? m_model.shortestWait() : std::nullopt;
    if (!shortest) {
        m_tick.cancel();
        return;
    }
    if (m_tick.isSet())
        return;
    const std::chrono::nanoseconds toFullSecond = *shortest % 1s;
    m_tick = m_session.clock().wakeAfter(toFullSecond > 0s ? toFullSecond : 1s, [this] {
        m_tick.cancel();
        m_model.tick();
        tickAgain();
    });
}

void RequestsPane::Private::goToNewest()
{
    // Otherwise the current row is the oldest one, and Qt shows it.
    m_table->selectionModel()->setCurrentIndex(
        m_model.index(m_model.rowCount() - 1, 0), QItemSelectionModel::NoUpdate);
    m_table->scrollToBottom();
}

void RequestsPane::Private::noteEnd()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    m_isAtEnd = bar->value() == bar->maximum();
}

} // namespace Tenantscope::Ui
