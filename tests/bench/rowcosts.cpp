// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
//
// rowcosts COUNT: what one of COUNT applications costs the store, without network and window. Prints lines "NAME NUMBER":
// nanoseconds a row to load, search, write as CSV and sort (a row and doubling of the rows), bytes a row in memory.

#include "app/applications/applicationstore.h"
#include "app/applications/rowpieces.h"
#include "app/applications/rowindex.h"
#include "app/demo/clientlist.h"
#include "app/demo/seededapplications.h"
#include "app/http/response.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <malloc.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>

namespace {

using namespace Tenantscope;
using namespace Qt::StringLiterals;

constexpr int pageSize = 100;

/// Pages as the API answers them, without secrets.
std::vector<Management::Page> pagesOf(int count)
{
    const Demo::SeededApplications applications(1, count);
    Demo::ListQuery query;
    query.shape = Demo::ListQuery::Shape::Totals;
    query.limit = pageSize;
    query.isGlobal = false;
    query.projection = Demo::Projection::visibleTo({u"read:clients"_s});
    std::vector<Management::Page> pages;
    for (query.start = 0; query.start < count; query.start += pageSize) {
        Http::Response response{.status = 200, .body = renderPage(applications, query)};
        response.json = QJsonDocument::fromJson(response.body);
        pages.push_back(Management::readPage(response).value());
    }
    return pages;
}

/// The quickest of several runs, in nanoseconds: what it costs when nothing comes in between.
double quickest(const std::function<void()> &work)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int turn = 0; turn < 7; ++turn) {
        QElapsedTimer timer;
        timer.start();
        work();
        best = std::min(best, timer.nsecsElapsed());
    }
    return double(best);
}

size_t bytesInUse()
{
    const auto heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

void report(const char *name, double number)
{
    std::printf("%s %.3f\n", name, number);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = application.arguments().value(1).toInt();
    const std::vector<Management::Page> pages = pagesOf(count);
    const auto rows = double(count);

    const size_t before = bytesInUse();
    Applications::ApplicationStore store;
    const double load = quickest([&] {
        store.clear();
        for (const Management::Page &page : pages)
            store.add(page);
    });
    Applications::RowIndex index(store);
    index.update({.firstNew = 0, .count = store.size(), .replaced = {}});
    report("memory_bytes", double(bytesInUse() - before) / rows);
    report("load_ns", load / rows);

    const auto nowhere = Applications::SearchQuery::parse(u"zqxj");
    report(
        "search_ns",
        quickest([&] {
            index.setQuery(nowhere); // looks at every row
            index.setQuery({});
        }) / rows);

    Applications::RowWriter::Table table{
        .columns =
            {Applications::Column::Name, Applications::Column::Type,
             Applications::Column::ClientId},
        .titles = {u"a"_s, u"b"_s, u"c"_s},
        .text = [&](int row, Applications::Column column) { return store.text(row, column); }};
    const Applications::RowWriter writer(store, Applications::RowFormat::Csv, table);
    report("export_ns", quickest([&] { (void)written(writer, index.rows()); }) / rows);

    report(
        "sort_ns",
        quickest([&] {
            Applications::RowIndex fresh(store);
            fresh.setOrder({.column = Applications::Column::Name});
            fresh.update({.firstNew = 0, .count = store.size(), .replaced = {}});
        }) / (rows * std::log2(rows)));
    return 0;
}
