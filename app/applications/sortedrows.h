// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/sortkeys.h"
#include "app/applications/sortorder.h"

#include <map>
#include <vector>

namespace Tenantscope::Applications {

/// Keeps all rows of a store in one order: merges in what is new, and remembers each column's ranks, so that the
/// next sort by it compares numbers.
class SortedRows final
{
public:
    explicit SortedRows(const ApplicationStore &store);

    void setOrder(const SortOrder &order);
    /// Takes in rows the store has more than before; \a replaced ones find their place anew.
    void update(const std::vector<int> &replaced);
    /// The store was cleared.
    void reset();
    /// Nobody sorts by \a column for now: what was worked out for it goes. Not the order's, nor Name.
    void forget(Column column);

    [[nodiscard]] const std::vector<int> &rows() const { return m_rows; }
    [[nodiscard]] const SortOrder &order() const { return m_order; }

private:
    [[nodiscard]] SortKeys &keys(Column column);
    [[nodiscard]] const std::vector<quint32> &ranks(Column column);
    [[nodiscard]] const std::vector<int> &tieOrder();
    void takeTieOrder(std::vector<int> order);
    [[nodiscard]] std::vector<int> arrivals(const std::vector<int> &replaced) const;
    void forgetRanks();
    void sort();
    void sortBySource();
    void merge(std::vector<int> arrivals);
    [[nodiscard]] bool isTieBefore(int left, int right, const SortKeys &names) const;

    const ApplicationStore &m_store;
    SortOrder m_order;
    std::vector<int> m_rows;
    std::map<Column, SortKeys> m_keys;
    // Good until a row is added or replaced:
    std::map<Column, std::vector<quint32>> m_ranks;
    std::vector<int> m_tieOrder;     ///< rows by name, client ID, source
    std::vector<quint32> m_tieRanks; ///< its inverse
};

} // namespace Tenantscope::Applications
