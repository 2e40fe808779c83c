// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/tenants/tenantspane.h"

#include "app/session/tenantbook.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/ticker.h"
#include "ui/tenants/tenantdelegate.h"
#include "ui/tenants/tenantsmodel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include <utility>

namespace Tenantscope::Ui {

namespace {

constexpr int leastWidth = 180;

} // namespace

TenantsPane::TenantsPane(
    Session::TenantBook &book, QAction *add, const QList<QAction *> &menu, QWidget *parent)
    : QWidget(parent)
    , m_book(book)
    , m_model(new TenantsModel(book, this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
{
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter tenants"));
    m_filter->setClearButtonEnabled(true);
    maskInPresentation(*m_filter); // it finds production by pieces of its name
    m_list->setAccessibleName(tr("Tenants"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new TenantDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(menu);
    m_list->viewport()->setAttribute(Qt::WA_Hover);
    layOut(add);
    m_ticker = new Ticker(m_book.services().clock, this, [this] { return m_model->tick(); });
    connectParts();
    showFilter();
    setMinimumWidth(leastWidth);
}

void TenantsPane::layOut(QAction *add)
{
    auto *title = new PlainLabel(tr("Tenants"), PlainLabel::Style::Title, this);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 8, 8);
    head->addWidget(title, 1);
    auto *button = new ActionButton(add, this);
    button->setText(tr("Add"));
    head->addWidget(button);

    auto *filter = new QHBoxLayout;
    filter->setContentsMargins(12, 0, 8, 8);
    filter->addWidget(m_filter);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(filter);
    layout->addWidget(m_list, 1);
}

void TenantsPane::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, &TenantsPane::setFilter);
    connect(m_model, &TenantsModel::stateChanged, m_ticker, &Ticker::update);
    connect(m_model, &TenantsModel::layoutChanged, this, [this] {
        showFilter();
        restoreCurrent();
    });
    // A row that goes is no choice of another.
    connect(m_model, &TenantsModel::rowsAboutToBeRemoved, this, [this] { m_isQuiet = true; });
    connect(m_model, &TenantsModel::rowsRemoved, this, [this] {
        m_isQuiet = false;
        restoreCurrent();
    });
    connect(
        m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        &TenantsPane::tellChosen);
    const auto open = [this](const QModelIndex &index) {
        if (Session::KnownTenant *tenant = m_model->tenantAt(index))
            Q_EMIT openRequested(tenant);
    };
    connect(m_list, &QListView::doubleClicked, this, open);
    m_list->installEventFilter(this);
    m_filter->installEventFilter(this);
}

void TenantsPane::setCurrent(const Session::KnownTenant *tenant)
{
    m_current = tenant;
    restoreCurrent();
}

void TenantsPane::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

bool TenantsPane::eventFilter(QObject *watched, QEvent *event)
{
    // Else the window's own Escape would come first.
    if (event->type() == QEvent::ShortcutOverride && watched == m_filter
        && !m_filter->text().isEmpty()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (watched == m_filter && (isEnter || key == Qt::Key_Down)) {
        focusList();
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
        m_filter->clear();
        return true;
    }
    Session::KnownTenant *tenant = m_model->tenantAt(m_list->currentIndex());
    if (watched == m_list && isEnter && tenant) {
        Q_EMIT openRequested(tenant);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void TenantsPane::setFilter(const QString &text)
{
    m_model->setFilter(text);
}

void TenantsPane::showFilter()
{
    const bool isWanted = m_book.tenants().size() >= filterFrom || !m_filter->text().isEmpty();
    m_filter->setVisible(isWanted);
}

void TenantsPane::tellChosen()
{
    Session::KnownTenant *tenant = m_model->tenantAt(m_list->currentIndex());
    if (m_isQuiet || !tenant)
        return;
    m_current = tenant;
    Q_EMIT chosen(tenant);
}

void TenantsPane::restoreCurrent()
{
    m_isQuiet = true;
    m_list->setCurrentIndex(m_model->indexOf(m_current));
    m_isQuiet = false;
}

} // namespace Tenantscope::Ui
