// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/paging.h"

#include <limits>

namespace Tenantscope::Demo {

namespace {

constexpr int largestPage = 100;
constexpr int largestPageNumber = std::numeric_limits<int>::max() / largestPage;

void appendNumber(QByteArray &json, const char *name, int number)
{
    json.append('"').append(name).append("\":").append(QByteArray::number(number)).append(',');
}

} // namespace

const QList<QByteArray> &pagingParameters()
{
    static const QList<QByteArray> names{"page", "per_page", "include_totals", "from", "take"};
    return names;
}

Paging readPaging(QueryReader &reader)
{
    Paging paging;
    const int page = reader.integer("page", 0, largestPageNumber).value_or(0);
    const int perPage = reader.integer("per_page", 0, largestPage).value_or(paging.limit);
    const std::optional<int> take = reader.integer("take", 1, largestPage);
    const std::optional<int> from = reader.position("from");
    const bool hasTotals = reader.boolean("include_totals").value_or(false);
    if (take || from) {
        paging.shape = Paging::Shape::Checkpoint;
        paging.start = from.value_or(0);
        paging.limit = take.value_or(paging.limit);
    } else {
        paging.shape = hasTotals ? Paging::Shape::Totals : Paging::Shape::Bare;
        paging.start = page * perPage;
        paging.limit = perPage;
    }
    return paging;
}

QByteArray pageHead(const Paging &paging, QByteArrayView name, int total)
{
    if (paging.shape == Paging::Shape::Bare)
        return "[";
    QByteArray json = "{";
    if (paging.shape == Paging::Shape::Totals) {
        appendNumber(json, "total", total);
        appendNumber(json, "start", paging.start);
        appendNumber(json, "limit", paging.limit);
    }
    return json.append('"').append(name).append("\":[");
}

QByteArray pageFoot(const Paging &paging, int total)
{
    QByteArray json = "]";
    const int end = std::min(std::min(paging.start, total) + paging.limit, total);
    if (paging.shape == Paging::Shape::Checkpoint && end < total)
        json.append(",\"next\":\"").append(checkpoint(end)).append('"');
    if (paging.shape != Paging::Shape::Bare)
        json.append('}');
    return json;
}

} // namespace Tenantscope::Demo
