// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/rowindex.h"

#include "app/applications/sortedrows.h"

namespace Tenantscope::Applications {

class RowIndex::Private final
{
public:
    explicit Private(const ApplicationStore &store)
        : m_store(store)
        , m_sorted(store)
    {
    }

    [[nodiscard]] bool matches(int row) const
    {
        return m_query.isEmpty() || m_query.matches(m_store, row);
    }
    void matchFrom(size_t first);
    void showRows();

    const ApplicationStore &m_store;
    SortedRows m_sorted;
    SearchQuery m_query;
    std::optional<QString> m_type;
    std::vector<char> m_matched; ///< by the query alone, for each row of the store
    std::vector<int> m_rows;
};

void RowIndex::Private::matchFrom(size_t first)
{
    m_matched.resize(size_t(m_store.size()));
    for (size_t row = first; row < m_matched.size(); ++row)
        m_matched[row] = matches(int(row)) ? 1 : 0;
}

void RowIndex::Private::showRows()
{
    m_rows.clear();
    for (const int row : m_sorted.rows()) {
        if (m_matched[size_t(row)] != 0 && (!m_type || m_store.typeOf(row) == *m_type))
            m_rows.push_back(row);
    }
}

RowIndex::RowIndex(const ApplicationStore &store)
    : d(std::make_unique<Private>(store))
{
    update({});
}

RowIndex::~RowIndex() = default;

void RowIndex::setQuery(const SearchQuery &query)
{
    if (query == d->m_query)
        return;
    const bool narrower = query.narrows(d->m_query);
    d->m_query = query;
    if (narrower) {
        for (size_t row = 0; row < d->m_matched.size(); ++row) {
            if (d->m_matched[row] != 0)
                d->m_matched[row] = d->matches(int(row)) ? 1 : 0;
        }
    } else {
        d->matchFrom(0);
    }
    d->showRows();
}

void RowIndex::setType(const std::optional<QString> &type)
{
    if (type == d->m_type)
        return;
    d->m_type = type;
    d->showRows();
}

void RowIndex::setOrder(const SortOrder &order)
{
    if (order == d->m_sorted.order())
        return;
    d->m_sorted.setOrder(order);
    d->showRows();
}

void RowIndex::forget(Column column)
{
    d->m_sorted.forget(column);
}

void RowIndex::update(const ApplicationStore::Added &added)
{
    d->m_sorted.update(added.replaced);
    for (const int row : added.replaced) {
        if (row < int(d->m_matched.size()))
            d->m_matched[size_t(row)] = d->matches(row) ? 1 : 0;
    }
    d->matchFrom(d->m_matched.size());
    d->showRows();
}

void RowIndex::reset()
{
    d->m_sorted.reset();
    d->m_matched.clear();
    update({});
}

const std::vector<int> &RowIndex::rows() const
{
    return d->m_rows;
}

const SearchQuery &RowIndex::query() const
{
    return d->m_query;
}

const std::optional<QString> &RowIndex::type() const
{
    return d->m_type;
}

const SortOrder &RowIndex::order() const
{
    return d->m_sorted.order();
}

} // namespace Tenantscope::Applications
