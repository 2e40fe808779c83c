// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientlist.h"

#include "app/demo/errors.h"
#include "app/demo/queryreader.h"

#include <algorithm>

namespace Tenantscope::Demo {

namespace {

const QList<QByteArray> &knownParameters()
{
    static const QList<QByteArray> names = pagingParameters()
        + QList<QByteArray>{"fields", "include_fields", "is_global", "is_first_party", "app_type"};
    return names;
}

/// The applications that a query's filters let through, in order.
class Selection final
{
public:
    Selection(const SeededApplications &applications, const ListQuery &query, int vanished)
        : m_first(vanished)
        , m_size(applications.size() - (query.isGlobal == false ? 1 : 0) - vanished)
    {
        // Only the global client's place is known beforehand: it is the last.
        if (query.isGlobal == true || query.isFirstParty || !query.appTypes.isEmpty())
            filter(applications, query);
        m_size = std::max(m_size, 0);
    }

    [[nodiscard]] int size() const { return m_size; }
    [[nodiscard]] int at(int place) const
    {
        return m_isFiltered ? m_places[static_cast<size_t>(place)] : m_first + place;
    }

private:
    void filter(const SeededApplications &applications, const ListQuery &query)
    {
        for (int index = m_first; index < applications.size(); ++index) {
            const Traits &traits = applications.traits(index);
            if ((!query.isGlobal || *query.isGlobal == traits.isGlobal)
                && (!query.isFirstParty || *query.isFirstParty == traits.isFirstParty)
                && (query.appTypes.isEmpty() || query.appTypes.contains(traits.appType)))
                m_places.push_back(index);
        }
        m_size = static_cast<int>(m_places.size());
        m_isFiltered = true;
    }

    int m_first;
    int m_size;
    std::vector<int> m_places;
    bool m_isFiltered = false;
};

} // namespace

tl::expected<ListQuery, Answer> ListQuery::read(
    const Parameters &parameters, const Projection &visible)
{
    QueryReader reader(parameters);
    reader.expectOnly(knownParameters());
    ListQuery query;
    query.isGlobal = reader.boolean("is_global");
    query.isFirstParty = reader.boolean("is_first_party");
    const QList<QByteArray> types = parameters.values("app_type");
    for (const QByteArray &list : types)
        query.appTypes.append(list.split(','));

    static_cast<Paging &>(query) = readPaging(reader);
    if (reader.error())
        return tl::unexpected(*reader.error());
    const tl::expected<Projection, Answer> projection = readProjection(parameters, visible);
    if (!projection)
        return tl::unexpected(projection.error());
    query.projection = *projection;
    return query;
}

tl::expected<Projection, Answer> readProjection(
    const Parameters &parameters, const Projection &visible)
{
    QueryReader reader(parameters);
    const bool isIncluding = reader.boolean("include_fields").value_or(true);
    if (reader.error())
        return tl::unexpected(*reader.error());
    const std::optional<QByteArray> fields = parameters.value("fields");
    if (!fields || fields->isEmpty())
        return visible;
    const Projection named = Projection::named(*fields);
    if (!isIncluding)
        return visible.without(named);
    if (!named.without(visible).isEmpty())
        return tl::unexpected(apiError(
            403,
            "Some fields cannot be read with the permissions granted by the "
            "bearer token scopes.",
            "insufficient_scope"));
    return named;
}

QByteArray renderPage(
    const SeededApplications &applications, const ListQuery &query, int vanished, bool isRepeating)
{
    const Selection selection(applications, query, vanished);
    const int start = std::min(query.start, selection.size());
    const int end = std::min(start + query.limit, selection.size());

    constexpr qsizetype usualSize = 2'000; // of one object
    QByteArray json;
    json.reserve((end - start + 1) * usualSize);
    json.append(pageHead(query, "clients", selection.size()));
    const int first = isRepeating && start > 0 && start < end ? start - 1 : start;
    for (int place = first; place < end; ++place) {
        if (place > first)
            json.append(',');
        applications.append(json, selection.at(place), query.projection);
    }
    json.append(pageFoot(query, selection.size()));
    return json;
}

} // namespace Tenantscope::Demo
