// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/grantlist.h"
#include "app/http/client.h"
#include "app/management/managementclient.h"
#include "app/oauth/tokenkeeper.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Applications::GrantList;
using Applications::ListIdle;
using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;
using Base::ErrorKind;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

constexpr auto path = "/api/v2/client-grants"_L1;

QJsonArray makeGrants(int count)
{
    QJsonArray grants;
    for (int i = 0; i < count; ++i)
        grants.append(QJsonObject{
            {u"id"_s, u"cgr_%1"_s.arg(i)},
            {u"client_id"_s, u"id%1"_s.arg(i)},
            {u"audience"_s, u"https://api/"_s},
            {u"scope"_s, QJsonArray{u"read:a"_s}}});
    return grants;
}

struct Load
{
    explicit Load(int count)
        : grants(makeGrants(count))
    {
        keeper.setCredentials(tenant.credentials());
        tenant.script = [this](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != path)
                return std::nullopt;
            return answer(request.number(u"page"_s, 0), request.number(u"per_page"_s, 50));
        };
    }

    [[nodiscard]] QJsonObject page(int number, int size) const
    {
        return {
            {u"total"_s, grants.size()},
            {u"start"_s, number * size},
            {u"limit"_s, size},
            {u"client_grants"_s, ScriptedTenant::slice(grants, number * size, size)}};
    }
    template<typename State>
    [[nodiscard]] bool is() const
    {
        return std::holds_alternative<State>(list.state());
    }
    [[nodiscard]] std::optional<ErrorKind> cause() const
    {
        const auto *stopped = std::get_if<ListStopped>(&list.state());
        return stopped ? std::optional(stopped->cause.kind) : std::nullopt;
    }

    QJsonArray grants;
    std::function<ScriptedAnswer(int, int)> answer = [this](int number, int size) {
        return ScriptedTenant::json(page(number, size));
    };
    ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Http::Client client{clock, random};
    OAuth::TokenKeeper keeper{client, clock, random};
    Management::ManagementClient management{client, keeper, clock, tenant.domain()};
    GrantList list;
};

} // namespace

class TestGrantList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void loadsAll_data();
    void loadsAll();
    void readsEveryShape_data();
    void readsEveryShape();
    void lastDuplicateWins();
    void saysThatItShrank();
    void namesTheMissingScope();
    void stopsAndClears();
    void showsWhatHasCome();
    void reloadKeepsTheOldUntilAPageIsHere();
    void failedReloadLosesNothing();
    void mayBeDeletedAtAnyTime();
};

void TestGrantList::loadsAll_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("a page") << 100 << 1;
    QTest::newRow("many") << 579 << 6;
}

void TestGrantList::loadsAll()
{
    QFETCH(const int, count);
    Load load(count);
    QVERIFY(load.is<ListIdle>());
    load.list.load(load.management);
    QVERIFY(load.is<ListLoading>());
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(std::get<ListLoaded>(load.list.state()), ListLoaded{.loaded = count});
    QCOMPARE(load.list.grants().size(), count);
    for (int i = 0; i < count; ++i)
        QCOMPARE(load.list.grants().at(i).members(), load.grants.at(i).toObject());
    QTEST(load.tenant.count(path), "requests");
    const SeenRequest &first = load.tenant.requests().at(1);
    QCOMPARE(first.method, "GET");
    QCOMPARE(first.query.toString(), u"page=0&per_page=100&include_totals=true"_s);
}

void TestGrantList::readsEveryShape_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("count"); // −1: malformed
    QTest::newRow("array") << QByteArray(R"([{"id":"1"},{"id":"2"}])") << 2;
    QTest::newRow("totals") << QByteArray(
        R"({"total":1,"start":0,"limit":100,"client_grants":[{"id":"1"}]})")
                            << 1;
    QTest::newRow("checkpoint") << QByteArray(R"({"client_grants":[{"id":"1"}]})") << 1;
    QTest::newRow("without IDs") << QByteArray(R"([{"audience":"a"},{"audience":"b"}])") << 2;
    QTest::newRow("odd elements") << QByteArray(R"([{"id":"1"},7,null])") << 1;
    QTest::newRow("applications") << QByteArray(R"({"clients":[{"id":"1"}]})") << -1;
    QTest::newRow("no list") << QByteArray(R"({"client_grants":{}})") << -1;
}

void TestGrantList::readsEveryShape()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, count);
    Load load(0);
    load.answer = [&](int number, int) {
        return ScriptedAnswer{.body = number == 0 ? body : QByteArray("[]"), .headers = {}};
    };
    load.list.load(load.management);
    QTRY_VERIFY(!load.is<ListLoading>());
    QCOMPARE(load.is<ListLoaded>(), count >= 0);
    if (count < 0)
        QCOMPARE(load.cause(), std::optional(ErrorKind::Malformed));
    else
        QCOMPARE(load.list.grants().size(), count);
}

void TestGrantList::lastDuplicateWins()
{
    Load load(0);
    load.answer = [](int, int) {
        return ScriptedAnswer{
            .body =
                R"({"total":2,"start":0,"limit":100,"client_grants":[{"id":"1","a":1},{"id":"2"},{"id":"1","a":2}]})",
            .headers = {}};
    };
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(std::get<ListLoaded>(load.list.state()).duplicates, 1);
    QCOMPARE(load.list.grants().size(), 2);
    QCOMPARE(load.list.grants().at(0).members().value("a"_L1).toInt(), 2);
}

void TestGrantList::saysThatItShrank()
{
    Load load(250);
    load.answer = [&load](int number, int size) {
        if (number > 0 && load.grants.size() == 250)
            load.grants.removeFirst();
        return ScriptedTenant::json(load.page(number, size));
    };
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::ListChanged));
    QVERIFY(load.list.grants().size() >= 248); // what there is stays
}

void TestGrantList::namesTheMissingScope()
{
    Load load(0);
    load.answer = [](int, int) {
        return ScriptedTenant::apiError(
            403, u"insufficient_scope"_s,
            u"Insufficient scope, expected any of: read:client_grants"_s);
    };
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::MissingScope));
    QCOMPARE(
        std::get<ListStopped>(load.list.state()).cause.scopes,
        QStringList{u"read:client_grants"_s});
    QCOMPARE(load.tenant.count(path), 1);
}

void TestGrantList::stopsAndClears()
{
    Load load(350);
    load.tenant.holds = [](const SeenRequest &request) {
        return request.path == path && request.number(u"page"_s, 0) >= 1;
    };
    load.list.load(load.management);
    QTRY_VERIFY(load.tenant.held() > 0);
    load.list.stop();
    QCOMPARE(load.cause(), std::optional(ErrorKind::Cancelled));
    QCOMPARE(load.list.grants().size(), 100);
    load.list.clear();
    QVERIFY(load.is<ListIdle>());
    QVERIFY(load.list.grants().isEmpty());
}

void TestGrantList::showsWhatHasCome()
{
    Load load(350);
    load.tenant.holds = [](const SeenRequest &request) {
        return request.path == path && request.number(u"page"_s, 0) >= 1;
    };
    load.list.load(load.management);
    QTRY_VERIFY(load.tenant.held() > 0);
    QVERIFY(load.is<ListLoading>());
    QCOMPARE(std::get<ListLoading>(load.list.state()).loaded, 100);
    QCOMPARE(load.list.grants().size(), 100);
    load.tenant.release();
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.grants().size(), 350);
}

void TestGrantList::reloadKeepsTheOldUntilAPageIsHere()
{
    Load load(5);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    load.grants = {};
    load.tenant.holds = [](const SeenRequest &request) { return request.path == path; };
    load.list.load(load.management);
    QTRY_VERIFY(load.tenant.held() > 0);
    QCOMPARE(load.list.grants().size(), 5);
    QCOMPARE(std::get<ListLoading>(load.list.state()).loaded, 0);
    load.tenant.release();
    QTRY_VERIFY(load.is<ListLoaded>());
    QVERIFY(load.list.grants().isEmpty());
}

void TestGrantList::failedReloadLosesNothing()
{
    Load load(5);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    load.answer = [](int, int) { return ScriptedTenant::apiError(403, {}, u"Not now"_s); };
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::Forbidden));
    QCOMPARE(load.list.grants().size(), 5);
}

void TestGrantList::mayBeDeletedAtAnyTime()
{
    Load load(350);
    auto list = std::make_unique<GrantList>();
    QSignalSpy changes(list.get(), &GrantList::stateChanged);
    list->load(load.management);
    QTRY_VERIFY(changes.count() > 1);
    list.reset();
    QTest::qWait(10);
}

QTEST_GUILESS_MAIN(TestGrantList)
#include "tst_grantlist.moc"
