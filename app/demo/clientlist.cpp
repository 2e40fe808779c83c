// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientlist.h"

#include "app/demo/errors.h"
#include "app/demo/queryreader.h"

#include <algorithm>
#include <limits>

namespace Tenantscope::Demo {

namespace {

constexpr int largestPage = 100;
constexpr int largestPageNumber = std::numeric_limits<int>::max() / largestPage;

const QList<QByteArray> &knownParameters()
{
    static const QList<QByteArray> names{"fields",         "include_fields", "page", "per_page",
                                         "include_totals", "from",           "take", "is_global",
                                         "is_first_party", "app_type"};
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

void appendNumber(QByteArray &json, const char *name, int number)
{
    json.append('"').append(name).append("\":").append(QByteArray::number(number)).append(',');
}

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

    const int page = reader.integer("page", 0, largestPageNumber).value_or(0);
    const int perPage = reader.integer("per_page", 0, largestPage).value_or(query.limit);
    const std::optional<int> take = reader.integer("take", 1, largestPage);
    const std::optional<int> from = reader.position("from");
    const bool hasTotals = reader.boolean("include_totals").value_or(false);
    if (reader.error())
        return tl::unexpected(*reader.error());
    if (take || from) {
        query.shape = Shape::Checkpoint;
        query.start = from.value_or(0);
        query.limit = take.value_or(query.limit);
    } else {
        query.shape = hasTotals ? Shape::Totals : Shape::Bare;
        query.start = page * perPage;
        query.limit = perPage;
    }
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
    if (query.shape != ListQuery::Shape::Bare)
        json.append('{');
    if (query.shape == ListQuery::Shape::Totals) {
        appendNumber(json, "total", selection.size());
        appendNumber(json, "start", query.start);
        appendNumber(json, "limit", query.limit);
    }
    json.append(query.shape == ListQuery::Shape::Bare ? "[" : "\"clients\":[");
    const int first = isRepeating && start > 0 && start < end ? start - 1 : start;
    for (int place = first; place < end; ++place) {
        if (place > first)
            json.append(',');
        applications.append(json, selection.at(place), query.projection);
    }
    json.append(']');
    if (query.shape == ListQuery::Shape::Checkpoint && end < selection.size())
        json.append(",\"next\":\"").append(checkpoint(end)).append('"');
    if (query.shape != ListQuery::Shape::Bare)
        json.append('}');
    return json;
}

} // namespace Tenantscope::Demo
