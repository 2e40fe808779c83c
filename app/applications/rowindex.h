// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "app/applications/sortorder.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace Tenantscope::Applications {

class ApplicationStore;

/// Decides which of a store's rows are seen, and in what order: the vector between table and store.
///
/// Sorts by locale, digits by value ("App 9" before "App 10"); sort keys are kept with the rows, and a search that only
/// narrows the last one looks at its result alone.
class RowIndex final
{
public:
    explicit RowIndex(const ApplicationStore &store);
    ~RowIndex();

    void setQuery(const SearchQuery &query);
    /// Only applications of that `app_type`; "" means those without one; nullopt: all.
    void setType(const std::optional<QString> &type);
    void setOrder(const SortOrder &order);
    /// The store does not keep \a column at hand any more, and neither query nor order look at it.
    void forget(Column column);

    /// Rows were appended to, or replaced in, the store: since the last call, however many pages that were.
    void update(const ApplicationStore::Added &added);
    /// The store was cleared, or tells other texts of the same rows.
    void reset();

    [[nodiscard]] const std::vector<int> &rows() const; ///< store rows, in the order seen
    [[nodiscard]] const SearchQuery &query() const;
    [[nodiscard]] const std::optional<QString> &type() const;
    [[nodiscard]] const SortOrder &order() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Applications
