// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
//
// rowcosts COUNT: what one of COUNT applications costs the store, without network and window. Prints lines "NAME NUMBER":
// nanoseconds a row to load, search, write as CSV and, in another order than the store's, as JSON of all fields and of those
// shown, and sort (a row and doubling of the rows); bytes a row in memory; nanoseconds a row to sort by a column of a field for
// the first time, when its texts are looked up, and milliseconds for the next time.

#include "app/applications/applicationstore.h"
#include "app/applications/rowindex.h"
#include "app/applications/rowpieces.h"
#include "app/demo/clientlist.h"
#include "app/demo/seededapplications.h"
#include "app/http/response.h"
#include "app/management/listquery.h"

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

/// Pages' texts as the API answers what a list asks for.
std::vector<QByteArray> bodiesOf(int count)
{
    const Demo::SeededApplications applications(1, count);
    Demo::ListQuery query;
    query.shape = Demo::ListQuery::Shape::Totals;
    query.limit = pageSize;
    query.isGlobal = false;
    const QString scope = u"read:clients"_s;
    const QStringList excluded = Management::excludedMembers(OAuth::ScopeSet::fromText(scope));
    query.projection = Demo::Projection::visibleTo({scope}).without(
        Demo::Projection::named(excluded.join(u',').toUtf8()));
    std::vector<QByteArray> bodies;
    for (query.start = 0; query.start < count; query.start += pageSize)
        bodies.push_back(renderPage(applications, query));
    return bodies;
}

Management::Page pageOf(const QByteArray &body)
{
    Http::Response response{.status = 200, .body = body};
    response.json = QJsonDocument::fromJson(response.body);
    return Management::readPage(response).value();
}

qint64 nanosecondsOf(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return timer.nsecsElapsed();
}

/// The quickest of several runs, in nanoseconds: what it costs when nothing comes in between.
double quickestOf(const std::function<qint64()> &measured)
{
    qint64 best = std::numeric_limits<qint64>::max();
    for (int turn = 0; turn < 7; ++turn)
        best = std::min(best, measured());
    return double(best);
}

double quickest(const std::function<void()> &work)
{
    return quickestOf([&work] { return nanosecondsOf(work); });
}

/// Loads anew. Each page is read right before it is added, as it is when it arrives, and not counted: 100,000 parsed applications
/// are over a gigabyte, none of which a cache would still hold.
qint64 loadInto(Applications::ApplicationStore &store, const std::vector<QByteArray> &bodies)
{
    store.clear();
    qint64 spent = 0;
    for (const QByteArray &body : bodies) {
        const Management::Page page = pageOf(body);
        spent += nanosecondsOf([&] { store.add(page); });
    }
    return spent;
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

void sortByFields(const Applications::ApplicationStore &store, Applications::RowIndex &index)
{
    const auto rows = double(store.size());
    QStringList fields{
        u"token_endpoint_auth_method"_s,
        u"jwt_configuration.lifetime_in_seconds"_s,
        u"logo_uri"_s,
        u"web_origins"_s,
        u"refresh_token.rotation_type"_s,
        u"sso"_s,
        u"initiate_login_uri"_s};
    Applications::SortOrder order;
    const double first = quickest([&] { // each turn another field
        order = {.column = Applications::fieldColumn(fields.takeFirst())};
        store.keep(*order.column);
        (void)store.fill(*order.column, store.size());
        index.setOrder(order);
    });
    report("field_sort_first_ns", first / rows);
    const double next = quickest([&] {
        order.descending = !order.descending;
        index.setOrder(order);
    });
    report("field_sort_next_ms", next / 1e6);
}

/// Of a field with few values, of one with many, of lists: once at hand, and typed anew each time.
void searchByFields(const Applications::ApplicationStore &store, Applications::RowIndex &index)
{
    const std::pair<const char *, QString> searches[] = {
        {"field_search_ns", u"field:jwt_configuration.alg=zq"_s},
        {"field_search_texts_ns", u"field:description=zq"_s},
        {"field_search_lists_ns", u"field:callbacks=zq"_s}};
    for (const auto &[name, text] : searches) {
        const auto nowhere = Applications::SearchQuery::parse(text);
        for (const Applications::Column field : nowhere.fields()) {
            store.keep(field);
            (void)store.fill(field, store.size());
        }
        const double search = quickest([&] {
            index.setQuery(nowhere);
            index.setQuery({});
        });
        report(name, search / double(store.size()));
        for (const Applications::Column field : nowhere.fields())
            store.drop(field);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int count = application.arguments().value(1).toInt();
    const std::vector<QByteArray> bodies = bodiesOf(count);
    const auto rows = double(count);

    const size_t before = bytesInUse();
    Applications::ApplicationStore store;
    const double load = quickestOf([&] { return loadInto(store, bodies); });
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
    const auto exportAs = [&](Applications::RowFormat format) { // a piece at a time, as to a file
        Applications::RowPieces pieces({store, format, table}, index.rows());
        while (pieces.next()) {
        }
    };
    report("export_ns", quickest([&] { exportAs(Applications::RowFormat::Csv); }) / rows);

    index.setOrder({.column = Applications::Column::Name});
    report(
        "export_fields_ns",
        quickest([&] { exportAs(Applications::RowFormat::JsonAllFields); }) / rows);
    report("export_json_ns", quickest([&] { exportAs(Applications::RowFormat::Json); }) / rows);

    report(
        "sort_ns",
        quickest([&] {
            Applications::RowIndex fresh(store);
            fresh.setOrder({.column = Applications::Column::Name});
            fresh.update({.firstNew = 0, .count = store.size(), .replaced = {}});
        }) / (rows * std::log2(rows)));
    sortByFields(store, index);
    searchByFields(store, index);
    return 0;
}
