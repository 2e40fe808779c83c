// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"

#include <QCollator>
#include <QHash>
#include <QString>

#include <vector>

namespace Tenantscope::Applications {

class ApplicationStore;

/// Compares a store's rows by one column, with the costly part computed once a row.
///
/// Texts compare as their reader's language sorts, digits by value; client IDs byte by byte; numbers as numbers;
/// findings by severity, then by how many. Equal texts
/// share one key. Cells without a value come last, ascending and descending.
class SortKeys final
{
public:
    SortKeys(const ApplicationStore &store, Column column);

    /// Takes in rows that the store has more than before, and \a replaced ones anew.
    void update(const std::vector<int> &replaced);

    /// Negative, 0 or positive, as \a left comes before, with or after \a right.
    [[nodiscard]] int compare(int left, int right, bool descending) const;
    /// For each row its place among the distinct values, ascending; absentRank for those without one.
    [[nodiscard]] std::vector<quint32> ranks() const;
    /// The same, when \a rows are all rows in ascending order.
    [[nodiscard]] std::vector<quint32> ranksAlong(const std::vector<int> &rows) const;

    static constexpr quint32 absentRank = 0xffff'ffff;

private:
    [[nodiscard]] bool isAbsent(int row) const;
    [[nodiscard]] int compareValues(int left, int right) const;
    [[nodiscard]] quint32 valueOf(int row);
    [[nodiscard]] std::vector<quint32> textRanks() const;
    [[nodiscard]] std::vector<quint32> idRanks() const;

    const ApplicationStore &m_store;
    Column m_column;
    QCollator m_collator;
    /// A row's number, or the index of its text's key; absentRank for none. Unused for client IDs.
    std::vector<quint32> m_values;
    std::vector<QCollatorSortKey> m_keys;
    QHash<QString, quint32> m_keyOfText; ///< not kept for names, which are mostly distinct
};

} // namespace Tenantscope::Applications
