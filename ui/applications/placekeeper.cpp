// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/placekeeper.h"

#include "ui/applications/applicationsmodel.h"
#include "ui/shared/rowtable.h"

#include <QScrollBar>

namespace Tenantscope::Ui {

PlaceKeeper::PlaceKeeper(RowTable &table, ApplicationsModel &model, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
{
    connect(&m_model, &ApplicationsModel::aboutToArrive, this, &PlaceKeeper::beforeArrival);
    connect(&m_model, &ApplicationsModel::arrived, this, &PlaceKeeper::afterArrival);
    connect(&m_model, &ApplicationsModel::aboutToArrange, this, &PlaceKeeper::beforeArranging);
    connect(&m_model, &ApplicationsModel::arranged, this, &PlaceKeeper::afterArranging);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &PlaceKeeper::beforeReload);
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] { --m_restoring; });
    connect(
        m_table.selectionModel(), &QItemSelectionModel::currentChanged, this,
        &PlaceKeeper::currentChanged);
    QScrollBar *bar = m_table.verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this, &PlaceKeeper::noteTop);
    connect(bar, &QScrollBar::actionTriggered, this, [this] {
        m_isReloading = false; // they go on from where they are now
    });
}

void PlaceKeeper::chooseCurrent()
{
    const QModelIndex current = m_table.currentIndex();
    if (!current.isValid())
        return;
    m_table.selectionModel()->select(
        current, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_table.scrollTo(current);
    choose(m_model.clientIdAt(current.row()));
}

void PlaceKeeper::forget()
{
    m_top.reset();
    m_isReloading = false;
    choose({});
}

void PlaceKeeper::settle()
{
    m_isReloading = false;
}

void PlaceKeeper::beforeArrival()
{
    noteTop();
    ++m_restoring;
}

void PlaceKeeper::afterArrival()
{
    restoreChosen();
    restoreTop();
    // As long as nobody has chosen anything, the keyboard begins at the top.
    if (m_chosen.isEmpty() && !m_top && m_model.rowCount() > 0)
        m_table.selectionModel()->setCurrentIndex(
            m_model.index(0, 0), QItemSelectionModel::NoUpdate);
    --m_restoring;
}

void PlaceKeeper::beforeArranging()
{
    ++m_restoring;
    m_isReloading = false;
    const std::optional<int> row = m_model.rowOf(m_chosen);
    m_keepsChosenInView = !row || isInView(*row); // hidden by a search, it comes back into view
}

void PlaceKeeper::afterArranging()
{
    restoreChosen();
    m_table.settleLayout();
    if (const std::optional<int> row = m_model.rowOf(m_chosen); row && m_keepsChosenInView)
        m_table.scrollTo(m_model.index(*row, 0));
    else
        m_table.verticalScrollBar()->setValue(0);
    --m_restoring;
    noteTop();
}

void PlaceKeeper::beforeReload()
{
    ++m_restoring;
    m_isReloading = m_top.has_value(); // as last noted: the store is empty by now
}

void PlaceKeeper::noteTop()
{
    if (m_restoring > 0 || m_isReloading)
        return; // the place from before is still to be found
    m_top.reset();
    // At the very top one watches what comes in there; further down one reads.
    const int row = m_table.verticalScrollBar()->value() > 0 ? m_table.rowAt(0) : -1;
    if (row >= 0)
        m_top = Anchor{m_model.clientIdAt(row), m_table.rowViewportPosition(row)};
}

void PlaceKeeper::restoreTop()
{
    const std::optional<int> row = m_top ? m_model.rowOf(m_top->clientId) : std::nullopt;
    if (!row)
        return;
    m_table.settleLayout();
    QScrollBar *bar = m_table.verticalScrollBar();
    bar->setValue(bar->value() + m_table.rowViewportPosition(*row) - m_top->offset);
}

void PlaceKeeper::restoreChosen()
{
    const std::optional<int> row = m_model.rowOf(m_chosen);
    QItemSelectionModel *selection = m_table.selectionModel();
    if (!row || selection->currentIndex().row() == *row)
        return;
    QScrollBar *bar = m_table.verticalScrollBar();
    const int value = bar->value(); // a new current row makes the view scroll
    selection->setCurrentIndex(
        m_model.index(*row, std::max(0, selection->currentIndex().column())),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    bar->setValue(value);
}

void PlaceKeeper::currentChanged()
{
    const QModelIndex current = m_table.currentIndex();
    if (m_restoring > 0 || !current.isValid())
        return;
    m_isReloading = false;
    choose(m_model.clientIdAt(current.row()));
}

void PlaceKeeper::choose(const QString &clientId)
{
    if (clientId == m_chosen)
        return;
    m_chosen = clientId;
    Q_EMIT chosenChanged();
}

bool PlaceKeeper::isInView(int row) const
{
    const int top = m_table.rowViewportPosition(row);
    return top > -m_table.rowHeight(row) && top < m_table.viewport()->height();
}

} // namespace Tenantscope::Ui
