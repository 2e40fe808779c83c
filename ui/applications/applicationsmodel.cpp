// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationsmodel.h"

#include "app/session/emptiness.h"
#include "ui/applications/applicationcell.h"
#include "ui/applications/rowblock.h"
#include "ui/shared/presentation.h"

#include <algorithm>

namespace Tenantscope::Ui {

using Applications::ApplicationStore;
using Applications::Column;
using Session::Emptiness;

ApplicationsModel::ApplicationsModel(
    const ApplicationStore &store, Base::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_store(store)
    , m_clock(clock)
    , m_index(store)
    , m_columns(std::begin(usualColumns), std::end(usualColumns))
    , m_filler(store)
{
    connect(&m_filler, &FieldFiller::filled, this, &ApplicationsModel::takeAwaited);
    if (m_store.size() > 0)
        add({.firstNew = 0, .count = m_store.size(), .replaced = {}});
}

ApplicationsModel::~ApplicationsModel() = default;

void ApplicationsModel::add(const ApplicationStore::Added &added)
{
    if (m_pending.count == 0)
        m_pending.firstNew = added.firstNew;
    m_pending.count += added.count;
    for (const int row : added.replaced) {
        if (row < m_pending.firstNew) // a later one comes in as it is by then
            m_pending.replaced.push_back(row);
    }
    const Base::Instant due = m_lastArrival ? *m_lastArrival + leastPause : m_clock.now();
    if (m_rows.empty() || due <= m_clock.now())
        flush();
    else if (!m_wake.isSet())
        m_wake = m_clock.wakeAt(due, [this] { flush(); });
}

void ApplicationsModel::clear()
{
    beginResetModel();
    m_wake.cancel();
    m_pending = {};
    m_lastArrival.reset();
    m_index.reset();
    m_rows.clear();
    m_typeCounts.clear();
    endResetModel();
}

void ApplicationsModel::flush()
{
    m_wake.cancel();
    if (m_pending.count == 0 && m_pending.replaced.empty())
        return;
    m_lastArrival = m_clock.now();
    Q_EMIT aboutToArrive();
    takeIn();
    publish();
    Q_EMIT arrived();
}

void ApplicationsModel::weighAnew()
{
    flush();
    Q_EMIT aboutToArrange();
    m_index.reset();
    publish();
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    Q_EMIT arranged();
}

void ApplicationsModel::setQuery(const Applications::SearchQuery &query)
{
    m_awaitedQuery = query;
    fillWanted();
    takeAwaited();
}

void ApplicationsModel::showQuery(const Applications::SearchQuery &query)
{
    if (query == m_index.query())
        return;
    flush();
    Q_EMIT aboutToArrange();
    m_index.setQuery(query);
    publish();
    Q_EMIT arranged();
}

void ApplicationsModel::setType(const std::optional<QString> &type)
{
    if (type == m_index.type())
        return;
    flush();
    Q_EMIT aboutToArrange();
    m_index.setType(type);
    publish();
    Q_EMIT arranged();
}

void ApplicationsModel::sort(int column, Qt::SortOrder order)
{
    Applications::SortOrder wanted;
    if (column >= 0 && column < columnCount())
        wanted = {.column = columnAt(column), .descending = order == Qt::DescendingOrder};
    m_awaitedOrder = wanted;
    takeAwaited();
}

void ApplicationsModel::showOrder(const Applications::SortOrder &order)
{
    if (order == m_index.order())
        return;
    flush();
    Q_EMIT aboutToArrange();
    m_index.setOrder(order);
    publish();
    Q_EMIT arranged();
}

void ApplicationsModel::addColumn(Column column)
{
    if (sectionOf(column) >= 0)
        return;
    beginInsertColumns({}, columnCount(), columnCount());
    m_columns.push_back(column);
    fillWanted();
    endInsertColumns();
}

void ApplicationsModel::removeColumn(Column column)
{
    const int section = sectionOf(column);
    if (section < 0)
        return;
    beginRemoveColumns({}, section, section);
    m_columns.erase(m_columns.begin() + section);
    endRemoveColumns();
    fillWanted();
}

int ApplicationsModel::sectionOf(Column column) const
{
    const auto found = std::ranges::find(m_columns, column);
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

/// What is shown and what waits to be.
void ApplicationsModel::fillWanted()
{
    std::vector<Column> wanted = m_columns;
    for (const auto &order : {std::optional(m_index.order()), m_awaitedOrder}) {
        if (order && order->column)
            wanted.push_back(*order->column);
    }
    for (const auto &query : {std::optional(m_index.query()), m_awaitedQuery}) {
        if (query)
            std::ranges::copy(query->fields(), std::back_inserter(wanted));
    }
    for (const Column column : m_filler.setWanted(wanted))
        m_index.forget(column);
}

void ApplicationsModel::takeAwaited()
{
    const auto isFilled = [this](Column column) { return m_filler.isFilled(column); };
    if (m_awaitedOrder && (!m_awaitedOrder->column || isFilled(*m_awaitedOrder->column)))
        showOrder(*std::exchange(m_awaitedOrder, {}));
    if (m_awaitedQuery && std::ranges::all_of(m_awaitedQuery->fields(), isFilled))
        showQuery(*std::exchange(m_awaitedQuery, {}));
    fillWanted(); // no longer what was shown before
}

void ApplicationsModel::setScopes(const OAuth::ScopeSet &scopes)
{
    if (scopes == m_scopes)
        return;
    m_scopes = scopes;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ApplicationsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ApplicationsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ApplicationsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || !isStored(index.row()))
        return {};
    const Column column = columnAt(index.column());
    const QVariant cell = applicationCell(m_store, storeRowAt(index.row()), column, m_scopes, role);
    if (role != Qt::DisplayRole)
        return cell;
    if (column == Column::ClientId)
        return shownIdentifier(this, cell.toString());
    const bool isName = column == Column::Name || column == Column::Description;
    return isName ? shownName(this, cell.toString()) : shownText(this, cell.toString());
}

QVariant ApplicationsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    return columnHeader(columnAt(section), role);
}

QString ApplicationsModel::clientIdAt(int row) const
{
    return isStored(row) ? m_store.clientId(storeRowAt(row)) : QString();
}

std::optional<int> ApplicationsModel::rowOf(QStringView clientId) const
{
    const std::optional<int> storeRow = clientId.isEmpty() ? std::nullopt : m_store.rowOf(clientId);
    if (!storeRow)
        return {};
    const auto found = std::find(m_rows.begin(), m_rows.end(), *storeRow);
    if (found == m_rows.end())
        return {};
    return int(found - m_rows.begin());
}

QString ApplicationsModel::copyText(int storeRow, Column column) const
{
    const auto cell = [&](int role) {
        return applicationCell(m_store, storeRow, column, m_scopes, role).toString();
    };
    const Applications::Absence absence = m_store.absence(storeRow, column);
    const QString member = memberOf(column).section(u'.', 0, 0);
    if (Session::emptinessOf(absence, member, m_scopes) == Emptiness::NotVisible)
        return Session::exportedMark(Emptiness::NotVisible, member);
    const bool isWorded = column == Column::Type || column == Column::FirstParty
        || column == Column::Findings || absence != Applications::Absence::None;
    return isWorded ? cell(Qt::DisplayRole) : m_store.text(storeRow, column);
}

bool ApplicationsModel::isFiltered() const
{
    return !m_index.query().isEmpty() || m_index.type().has_value();
}

bool ApplicationsModel::isStored(int row) const
{
    return row >= 0 && row < rowCount() && storeRowAt(row) < m_store.size();
}

void ApplicationsModel::takeIn()
{
    const ApplicationStore::Added added = std::exchange(m_pending, {});
    m_index.update(added);
    countTypes(added);
    if (added.replaced.empty() || m_rows.empty())
        return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void ApplicationsModel::publish()
{
    const std::vector<int> &rows = m_index.rows();
    if (rows == m_rows)
        return;
    if (const std::optional<RowBlock> block = insertedBlock(m_rows, rows)) {
        beginInsertRows({}, block->first, block->first + block->count - 1);
        m_rows = rows;
        endInsertRows();
    } else {
        rearrange(rows);
    }
}

void ApplicationsModel::rearrange(const std::vector<int> &rows)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    const std::vector<int> old = std::exchange(m_rows, rows);
    if (!before.isEmpty()) {
        std::vector<int> places(size_t(m_store.size()), -1);
        for (size_t row = 0; row < m_rows.size(); ++row)
            places[size_t(m_rows[row])] = int(row);
        QModelIndexList after;
        after.reserve(before.size());
        for (const QModelIndex &index : before) {
            const int place = places[size_t(old[size_t(index.row())])];
            after.append(place < 0 ? QModelIndex() : createIndex(place, index.column()));
        }
        changePersistentIndexList(before, after);
    }
    Q_EMIT layoutChanged();
}

void ApplicationsModel::countTypes(const ApplicationStore::Added &added)
{
    int first = added.firstNew;
    if (!added.replaced.empty()) { // their types before are not known any more
        m_typeCounts.clear();
        first = 0;
    }
    const int end = added.count > 0 ? added.firstNew + added.count : m_store.size();
    for (int row = first; row < end; ++row)
        ++m_typeCounts[m_store.typeOf(row).toString()];
}

} // namespace Tenantscope::Ui
