// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/sortedrows.h"

#include "app/applications/applicationstore.h"

#include <algorithm>
#include <numeric>

namespace Tenantscope::Applications {

namespace {

/// With fewer than so many rows to one new one, sorting anew is no slower than merging.
constexpr size_t mergeWorthIt = 8;

int rowOf(quint64 place)
{
    return int(place & 0xffff'ffff);
}

std::vector<int> sourceOrder(int size)
{
    std::vector<int> rows(static_cast<size_t>(size));
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

} // namespace

SortedRows::SortedRows(const ApplicationStore &store)
    : m_store(store)
{
    // Names break all ties, so their keys are always needed: made as rows arrive, not at the first sort.
    m_keys.try_emplace(Column::Name, m_store, Column::Name);
}

void SortedRows::setOrder(const SortOrder &order)
{
    // What is sorted already need not be sorted again to be ranked.
    if (m_order == SortOrder{.column = Column::Name} && m_tieOrder.empty()) {
        m_ranks[Column::Name] = keys(Column::Name).ranksAlong(m_rows);
        takeTieOrder(m_rows);
    }
    m_order = order;
    sort();
}

void SortedRows::update(const std::vector<int> &replaced)
{
    const std::vector<int> fresh = arrivals(replaced);
    if (fresh.empty())
        return;
    forgetRanks();
    for (auto &[column, keys] : m_keys)
        keys.update(replaced);
    if (!m_order.column || fresh.size() * mergeWorthIt > m_rows.size())
        sort();
    else
        merge(fresh);
}

void SortedRows::reset()
{
    m_keys.clear();
    m_keys.try_emplace(Column::Name, m_store, Column::Name);
    m_rows.clear();
    forgetRanks();
}

void SortedRows::forget(Column column)
{
    Q_ASSERT(column != m_order.column && column != Column::Name);
    m_keys.erase(column);
    m_ranks.erase(column);
}

SortKeys &SortedRows::keys(Column column)
{
    return m_keys.try_emplace(column, m_store, column).first->second;
}

const std::vector<quint32> &SortedRows::ranks(Column column)
{
    std::vector<quint32> &ranks = m_ranks[column];
    if (ranks.empty())
        ranks = keys(column).ranks();
    return ranks;
}

const std::vector<int> &SortedRows::tieOrder()
{
    if (!m_tieOrder.empty())
        return m_tieOrder;
    const std::vector<quint32> &names = ranks(Column::Name);
    std::vector<quint64> places(
        names.size()); // the name's rank above the row: source order comes by itself
    for (size_t row = 0; row < places.size(); ++row)
        places[row] = quint64(names[row]) << 32 | row;
    std::sort(places.begin(), places.end());
    for (auto first = places.begin();
         first != places.end();) { // equal names, one run after the other
        const auto end = std::find_if(
            first, places.end(), [first](quint64 place) { return place >> 32 != *first >> 32; });
        std::sort(first, end, [this](quint64 left, quint64 right) {
            const int ids = m_store.clientIdUtf8(rowOf(left))
                                .compare(m_store.clientIdUtf8(rowOf(right)));
            return ids != 0 ? ids < 0 : left < right;
        });
        first = end;
    }
    std::vector<int> order(places.size());
    std::ranges::transform(places, order.begin(), rowOf);
    takeTieOrder(std::move(order));
    return m_tieOrder;
}

void SortedRows::takeTieOrder(std::vector<int> order)
{
    m_tieOrder = std::move(order);
    m_tieRanks.resize(m_tieOrder.size());
    for (size_t place = 0; place < m_tieOrder.size(); ++place)
        m_tieRanks[size_t(m_tieOrder[place])] = quint32(place);
}

std::vector<int> SortedRows::arrivals(const std::vector<int> &replaced) const
{
    std::vector<int> rows;
    const int known = int(m_rows.size());
    std::ranges::copy_if(
        replaced, std::back_inserter(rows), [known](int row) { return row < known; });
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (int row = known; row < m_store.size(); ++row)
        rows.push_back(row);
    return rows;
}

void SortedRows::forgetRanks()
{
    m_ranks.clear();
    m_tieOrder.clear();
    m_tieRanks.clear();
}

void SortedRows::sort()
{
    if (!m_order.column) {
        sortBySource();
        return;
    }
    const std::vector<int> &ties = tieOrder();
    const std::vector<quint32> &column = ranks(*m_order.column);
    // The column's rank above the tie's place: one number a row, and no two are equal.
    std::vector<quint64> places(ties.size());
    for (size_t row = 0; row < places.size(); ++row) {
        const quint32 rank = column[row];
        const bool turned = m_order.descending && rank != SortKeys::absentRank;
        const quint32 seen = turned ? SortKeys::absentRank - 1 - rank : rank;
        places[row] = quint64(seen) << 32 | m_tieRanks[row];
    }
    std::sort(places.begin(), places.end());
    m_rows.resize(places.size());
    std::ranges::transform(places, m_rows.begin(), [&ties](quint64 place) {
        return ties[size_t(place & 0xffff'ffff)];
    });
}

void SortedRows::sortBySource()
{
    m_rows = sourceOrder(m_store.size());
    if (m_order.descending)
        std::ranges::reverse(m_rows);
}

void SortedRows::merge(std::vector<int> arrivals)
{
    const SortKeys &names = keys(Column::Name);
    const SortKeys &column = keys(*m_order.column);
    const auto isBefore = [&](int left, int right) {
        const int order = column.compare(left, right, m_order.descending);
        return order != 0 ? order < 0 : isTieBefore(left, right, names);
    };
    if (size_t(m_store.size()) != m_rows.size() + arrivals.size()) { // some of them had a place
        std::vector<char> isFresh(size_t(m_store.size()));
        for (const int row : arrivals)
            isFresh[size_t(row)] = 1;
        std::erase_if(m_rows, [&isFresh](int row) { return isFresh[size_t(row)] != 0; });
    }
    std::sort(arrivals.begin(), arrivals.end(), isBefore);

    // A few comparisons for each new row and one copy of the rest, instead of a comparison for every row.
    std::vector<int> merged;
    merged.reserve(m_rows.size() + arrivals.size());
    auto rest = m_rows.cbegin();
    for (const int row : arrivals) {
        const auto place = std::upper_bound(rest, m_rows.cend(), row, isBefore);
        merged.insert(merged.end(), rest, place);
        merged.push_back(row);
        rest = place;
    }
    merged.insert(merged.end(), rest, m_rows.cend());
    m_rows = std::move(merged);
}

bool SortedRows::isTieBefore(int left, int right, const SortKeys &names) const
{
    const int byName = names.compare(left, right, false);
    if (byName != 0)
        return byName < 0;
    const int byId = m_store.clientIdUtf8(left).compare(m_store.clientIdUtf8(right));
    return byId != 0 ? byId < 0 : left < right;
}

} // namespace Tenantscope::Applications
