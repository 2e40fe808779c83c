// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationstore.h"
#include "app/http/client.h"
#include "app/management/managementclient.h"
#include "app/oauth/tokenkeeper.h"
#include "ui/grants/grantsmodel.h"
#include "ui/grants/grantwords.h"
#include "ui/shared/cellpainter.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"
#include "tests/ui/uitest.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using Management::ClientGrant;

namespace {

const QString management = u"https://contoso.eu.auth0.com/api/v2/"_s;

ClientGrant grantOf(const QString &audience, const QStringList &scopes, bool hasAll = false)
{
    return ClientGrant(QJsonObject{
        {u"audience"_s, audience},
        {u"scope"_s, QJsonArray::fromStringList(scopes)},
        {u"allow_all_scopes"_s, hasAll}});
}

/// A model beside a list that a scripted tenant fills.
struct Shown
{
    explicit Shown(const QJsonArray &grants)
    {
        keeper.setCredentials(tenant.credentials());
        tenant.script =
            [grants](const Test::SeenRequest &request) -> std::optional<Test::ScriptedAnswer> {
            if (request.path != "/api/v2/client-grants"_L1)
                return std::nullopt;
            return Test::ScriptedTenant::json(QJsonObject{
                {u"total"_s, grants.size()},
                {u"start"_s, 0},
                {u"limit"_s, 100},
                {u"client_grants"_s, grants}});
        };
        Management::Page page;
        page.body =
            R"([{"client_id":"abc","name":"Älter Shop"},{"client_id":"zzz","name":"b\u202eox"}])";
        const QJsonArray applications = QJsonDocument::fromJson(page.body).array();
        for (const QJsonValue &one : applications) {
            page.applications.append(Management::Application(one.toObject()));
            page.spans.append(Base::JsonSpan{0, 2});
        }
        store.add(page);
        list.load(client);
    }

    [[nodiscard]] bool isLoaded() const
    {
        return std::holds_alternative<Applications::ListLoaded>(list.state());
    }
    [[nodiscard]] QStringList column(GrantColumn column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, int(column)).data().toString());
        return texts;
    }

    Test::ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Http::Client http{clock, random};
    OAuth::TokenKeeper keeper{http, clock, random};
    Management::ManagementClient client{http, keeper, clock, tenant.domain()};
    Applications::ApplicationStore store;
    Applications::GrantList list;
    GrantsModel model{list, store};
};

QJsonArray usual()
{
    return QJsonDocument::fromJson(
               "["
               R"({"id":"1","client_id":"zzz","audience":"https://b/","scope":["read:x"],"subject_type":"user"},)"
               R"({"id":"2","client_id":"abc","audience":"https://contoso.eu.auth0.com/api/v2/","scope":["read:users","update:client_grants"],"subject_type":"client"},)"
               R"({"id":"3","client_id":"gone","audience":"https://a/","scope":[],"allow_all_scopes":true},)"
               R"({"id":"4","client_id":null,"audience":"https://b/","scope":["read:x","a","b"],"default_for":"third_party_clients"})"
               "]")
        .array();
}

} // namespace

class TestGrantsModel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void showsGrants();
    void findsAndFilters();
    void sorts_data();
    void sorts();
    void keepsThePlace();
    void marksRisks_data();
    void marksRisks();
    void tellsCounts_data();
    void tellsCounts();
};

void TestGrantsModel::showsGrants()
{
    Shown shown(usual());
    const QAbstractItemModelTester tester(
        &shown.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(shown.isLoaded());
    shown.model.takeList();
    shown.model.sort(int(GrantColumn::Api), Qt::AscendingOrder);
    QCOMPARE(
        shown.column(GrantColumn::Application),
        (QStringList{
            u"–"_s, u"b\ufffdox"_s, u"Default for third_party_clients"_s, u"Älter Shop"_s}));
    QCOMPARE(
        shown.column(GrantColumn::ScopeCount), (QStringList{u"all"_s, u"1"_s, u"3"_s, u"2"_s}));
    QCOMPARE(
        shown.column(GrantColumn::Subject), (QStringList{u"–"_s, u"user"_s, u"–"_s, u"client"_s}));
    QCOMPARE(
        shown.model.scopes(),
        (QStringList{u"a"_s, u"b"_s, u"read:users"_s, u"read:x"_s, u"update:client_grants"_s}));
    const QModelIndex risky = shown.model.index(3, int(GrantColumn::ScopeCount));
    QCOMPARE(risky.data(cellStyleRole).value<CellStyle>().tone, CellStyle::Tone::Caution);
    QVERIFY(risky.data(Qt::AccessibleTextRole).toString().contains(u"update:client_grants: "_s));
    QCOMPARE(
        shown.model.index(0, int(GrantColumn::ScopeCount))
            .data(cellStyleRole)
            .value<CellStyle>()
            .tone,
        CellStyle::Tone::Secondary);
    QCOMPARE(shown.model.text(shown.model.index(1, int(GrantColumn::Application))), u"b\u202eox"_s);
}

void TestGrantsModel::findsAndFilters()
{
    Shown shown(usual());
    QTRY_VERIFY(shown.isLoaded());
    shown.model.takeList();
    const auto ids = [&shown] {
        QStringList found;
        for (int row = 0; row < shown.model.rowCount(); ++row)
            found.append(shown.model.grantAt(row)->id());
        found.sort();
        return found.join(u' ');
    };
    shown.model.setSearch(u"alter SHOP"_s);
    QCOMPARE(ids(), u"2"_s);
    shown.model.setSearch(u"https://b/ read:x"_s);
    QCOMPARE(ids(), u"1 4"_s);
    shown.model.setScope(u"a"_s);
    QCOMPARE(ids(), u"4"_s);
    shown.model.setSearch({});
    QCOMPARE(ids(), u"3 4"_s); // the third has all scopes
    shown.model.setScope({});
    QCOMPARE(ids(), u"1 2 3 4"_s);
    QCOMPARE(shown.model.total(), 4);
}

void TestGrantsModel::sorts_data()
{
    QTest::addColumn<GrantColumn>("column");
    QTest::addColumn<QString>("ids");
    QTest::newRow("client ID") << GrantColumn::ClientId << u"4 2 3 1"_s;
    QTest::newRow("count") << GrantColumn::ScopeCount << u"1 2 4 3"_s;
    QTest::newRow("API") << GrantColumn::Api << u"3 1 4 2"_s;
}

void TestGrantsModel::sorts()
{
    QFETCH(const GrantColumn, column);
    QFETCH(const QString, ids);
    Shown shown(usual());
    QTRY_VERIFY(shown.isLoaded());
    shown.model.takeList();
    shown.model.sort(int(column), Qt::AscendingOrder);
    QStringList found;
    for (int row = 0; row < shown.model.rowCount(); ++row)
        found.append(shown.model.grantAt(row)->id());
    QCOMPARE(found.join(u' '), ids);
}

void TestGrantsModel::keepsThePlace()
{
    Shown shown(usual());
    const QAbstractItemModelTester tester(
        &shown.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QTRY_VERIFY(shown.isLoaded());
    shown.model.takeList();
    shown.model.sort(int(GrantColumn::Api), Qt::AscendingOrder); // 3 1 4 2
    const QPersistentModelIndex place(shown.model.index(1, 0));
    const QSignalSpy resets(&shown.model, &QAbstractItemModel::modelReset);
    shown.model.setSearch(u"read:x"_s);
    QCOMPARE(place.row(), 0);
    shown.model.sort(int(GrantColumn::Api), Qt::DescendingOrder);
    QCOMPARE(shown.model.grantAt(place.row())->id(), u"1"_s);
    shown.model.setSearch({});
    shown.model.refreshTexts();
    QCOMPARE(shown.model.grantAt(place.row())->id(), u"1"_s);
    shown.model.setScope(u"read:users"_s);
    QVERIFY(!place.isValid());
    QCOMPARE(resets.size(), 0);
}

void TestGrantsModel::marksRisks_data()
{
    QTest::addColumn<ClientGrant>("grant");
    QTest::addColumn<QStringList>("starts"); // of each line
    QTest::newRow("none") << grantOf(management, {u"read:clients"_s}) << QStringList();
    QTest::newRow("the gravest first")
        << grantOf(management, {u"delete:users"_s, u"read:clients"_s, u"update:client_grants"_s})
        << QStringList{u"update:client_grants"_s, u"delete:users"_s};
    QTest::newRow("another API") << grantOf(u"https://b/"_s, {u"update:client_grants"_s})
                                 << QStringList();
    QTest::newRow("all") << grantOf(management, {}, true) << QStringList{u"It has all scopes"_s};
    QTest::newRow("all of another API") << grantOf(u"https://b/"_s, {}, true) << QStringList();
}

void TestGrantsModel::marksRisks()
{
    QFETCH(const ClientGrant, grant);
    QFETCH(const QStringList, starts);
    const QStringList lines = riskLines(grant, Management::ScopeCatalogue::read());
    QCOMPARE(lines.size(), starts.size());
    for (qsizetype i = 0; i < lines.size(); ++i)
        QVERIFY2(lines[i].startsWith(starts[i]), qPrintable(lines[i]));
}

void TestGrantsModel::tellsCounts_data()
{
    using namespace Applications;
    QTest::addColumn<ListState>("state");
    QTest::addColumn<qint64>("rows");
    QTest::addColumn<qint64>("shown");
    QTest::addColumn<QString>("text");
    const ListState loaded(ListLoaded{.loaded = 1'312});
    QTest::newRow("idle") << ListState(ListIdle{}) << 1'312LL << 7LL << QString();
    QTest::newRow("loading") << ListState(
        ListLoading{.loaded = 100, .total = 1'312, .waitsUntil = {}})
                             << 1'312LL << 7LL << u"Loading 100 of 1,312"_s;
    QTest::newRow("some") << loaded << 1'312LL << 7LL
                          << u"7 of 1,312 client grants shown · complete"_s;
    QTest::newRow("all") << loaded << 1'312LL << 1'312LL << u"1,312 client grants · complete"_s;
    QTest::newRow("one") << loaded << 1LL << 1LL << u"1 client grant · complete"_s;
    QTest::newRow("not even one") << loaded << 1LL << 0LL
                                  << u"0 of 1 client grant shown · complete"_s;
    QTest::newRow("stopped") << ListState(
        ListStopped{.loaded = 1'312, .total = {}, .cause = {.kind = Base::ErrorKind::Cancelled}})
                             << 1'312LL << 7LL << u"7 of 1,312 client grants shown · incomplete"_s;
}

void TestGrantsModel::tellsCounts()
{
    QFETCH(const Applications::ListState, state);
    QFETCH(const qint64, rows);
    QFETCH(const qint64, shown);
    QTEST(grantsText(state, rows, shown), "text");
}

QTEST_MAIN(TestGrantsModel)
#include "tst_grantsmodel.moc"
