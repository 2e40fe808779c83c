// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationlist.h"
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
using Applications::ApplicationList;
using Applications::ListIdle;
using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;
using Base::ErrorKind;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

struct Load
{
    explicit Load(int applications)
    {
        tenant.applications = ScriptedTenant::makeApplications(applications);
        keeper.setCredentials(tenant.credentials());
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
    void answerPages(const std::function<std::optional<ScriptedAnswer>(int page)> &answer)
    {
        tenant.script = [answer](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
            if (request.path != ScriptedTenant::clientsPath())
                return std::nullopt;
            return answer(request.number(u"page"_s, 0));
        };
    }
    void holdPages(int least = 0)
    {
        tenant.holds = [least](const SeenRequest &request) {
            return request.path == ScriptedTenant::clientsPath()
                && request.number(u"page"_s, 0) >= least;
        };
    }

    ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Http::Client client{clock, random};
    OAuth::TokenKeeper keeper{client, clock, random};
    Management::ManagementClient management{client, keeper, clock, tenant.domain()};
    ApplicationList list;
};

ScriptedAnswer forbidden()
{
    return ScriptedTenant::apiError(403, {}, u"Not now"_s);
}

} // namespace

class TestApplicationList final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void loadsAll();
    void tellsItsProgress();
    void countsDuplicates();
    void noticesAChange_data();
    void noticesAChange();
    void theRightCountOfAShrunkListProvesNothing();
    void saysThatItGrew();
    void pseudoClientsDoNotCount();
    void withoutATotalTheEndIsTheEnd();
    void deduplicatesAfterAFallback();
    void reloadKeepsRowsUntilTheFirstPage();
    void failedReloadLosesNothing();
    void stopsAndGoesOn();
    void changedListIsNotResumed();
    void clears();
    void clearsWithinASignal();
    void loadsAnewWithinASignal();
    void refuses();
};

void TestApplicationList::loadsAll()
{
    Load load(1'579);
    QVERIFY(load.is<ListIdle>());
    load.list.load(load.management);
    QVERIFY(load.is<ListLoading>());
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 1'579);
    QCOMPARE(
        std::get<ListLoaded>(load.list.state()), (ListLoaded{.loaded = 1'579, .duplicates = 0}));
    QVERIFY(!load.list.canResume());
}

void TestApplicationList::tellsItsProgress()
{
    Load load(250);
    QList<QPair<qint64, std::optional<qint64>>> progress;
    connect(&load.list, &ApplicationList::stateChanged, &load.list, [&] {
        if (const auto *loading = std::get_if<ListLoading>(&load.list.state()))
            progress.append({loading->loaded, loading->total});
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    const QList<QPair<qint64, std::optional<qint64>>> wanted = {
        {0, {}}, {100, 250}, {200, 250}, {250, 250}};
    QCOMPARE(progress, wanted);
}

void TestApplicationList::countsDuplicates()
{
    Load load(250);
    load.answerPages([&](int page) -> std::optional<ScriptedAnswer> {
        if (page != 1)
            return std::nullopt;
        QJsonObject body = ScriptedTenant::numberedPage(load.tenant.applications, 1, 100);
        QJsonArray clients = body.value("clients"_L1).toArray();
        QJsonObject again = load.tenant.applications.first().toObject();
        again.insert(u"name"_s, u"Newer"_s);
        clients.append(again);
        body.insert(u"clients"_s, clients);
        return ScriptedTenant::json(body);
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(std::get<ListLoaded>(load.list.state()), (ListLoaded{.loaded = 250, .duplicates = 1}));
    QCOMPARE(load.list.store().text(0, Applications::Column::Name), u"Newer"_s);
}

void TestApplicationList::noticesAChange_data()
{
    QTest::addColumn<int>("total");
    QTest::newRow("the tenant counts more") << 251;
    QTest::newRow("the tenant counts fewer") << 249;
}

void TestApplicationList::noticesAChange()
{
    QFETCH(int, total);
    Load load(250);
    load.answerPages([&](int page) -> std::optional<ScriptedAnswer> {
        QJsonObject body = ScriptedTenant::numberedPage(load.tenant.applications, page, 100);
        body.insert(u"total"_s, total);
        return ScriptedTenant::json(body);
    });
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::ListChanged));
    const auto stopped = std::get<ListStopped>(load.list.state());
    QCOMPARE(stopped.loaded, 250);
    QCOMPARE(stopped.total, std::optional<qint64>(total));
}

void TestApplicationList::theRightCountOfAShrunkListProvesNothing()
{
    Load load(350);
    load.holdPages(2); // or the second page's answer, with the former total, may come last
    load.list.load(load.management);
    QTRY_COMPARE(load.list.store().size(), 200);
    QTRY_VERIFY(load.tenant.held() > 0);
    for (int i = 0; i < 3; ++i) // of the first page; the third now starts three further on
        load.tenant.applications.removeFirst();
    load.tenant.release();
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::ListChanged));
    QCOMPARE(load.list.store().size(), 347);
    QCOMPARE(std::get<ListStopped>(load.list.state()).total, std::optional<qint64>(347));
}

void TestApplicationList::saysThatItGrew()
{
    Load load(200);
    load.answerPages([&](int page) -> std::optional<ScriptedAnswer> {
        if (page == 1 && load.tenant.applications.size() == 200) {
            for (const QJsonValue &late : ScriptedTenant::makeApplications(30, 200))
                load.tenant.applications.append(late);
        }
        return std::nullopt;
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 230);
    QVERIFY(std::get<ListLoaded>(load.list.state()).hasGrown);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>() && !std::get<ListLoaded>(load.list.state()).hasGrown);
}

void TestApplicationList::pseudoClientsDoNotCount()
{
    Load load(3);
    load.tenant.applications.append(QJsonObject{{u"client_id"_s, u"g"_s}, {u"global"_s, true}});
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 3);
}

void TestApplicationList::withoutATotalTheEndIsTheEnd()
{
    Load load(30);
    load.answerPages([&](int page) {
        return ScriptedTenant::json(ScriptedTenant::slice(load.tenant.applications, page * 30, 30));
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 30);
}

void TestApplicationList::deduplicatesAfterAFallback()
{
    Load load(1'250);
    load.answerPages([](int page) -> std::optional<ScriptedAnswer> {
        if (page < 10)
            return std::nullopt;
        return ScriptedTenant::apiError(
            400, {}, u"You can only page through the first 1000 records."_s);
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 1'250);
}

void TestApplicationList::reloadKeepsRowsUntilTheFirstPage()
{
    Load load(250);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());

    QSignalSpy cleared(&load.list, &ApplicationList::cleared);
    load.tenant.applications = ScriptedTenant::makeApplications(120, 500);
    load.holdPages();
    load.list.load(load.management);
    QTRY_COMPARE(load.tenant.held(), 1);
    QCOMPARE(load.list.store().size(), 250);
    QCOMPARE(std::get<ListLoading>(load.list.state()).loaded, 0);
    QCOMPARE(cleared.count(), 0);
    load.tenant.release();
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(cleared.count(), 1);
    QCOMPARE(load.list.store().size(), 120);
    QCOMPARE(load.list.store().rowOf(u"id00001"), std::nullopt);
}

void TestApplicationList::failedReloadLosesNothing()
{
    Load load(250);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());

    load.answerPages([](int) { return forbidden(); });
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::Forbidden));
    QCOMPARE(load.list.store().size(), 250);
    load.tenant.script = {};
    QVERIFY(load.list.canResume());
    load.list.resume();
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 250);
    QCOMPARE(load.list.store().duplicates(), 0); // filled anew, not twice
}

void TestApplicationList::stopsAndGoesOn()
{
    Load load(1'000);
    load.holdPages(1);
    load.list.load(load.management);
    QTRY_VERIFY(load.tenant.held() > 1);
    load.list.stop();
    QCOMPARE(load.cause(), std::optional(ErrorKind::Cancelled));
    QCOMPARE(std::get<ListStopped>(load.list.state()).loaded, 100);
    QCOMPARE(std::get<ListStopped>(load.list.state()).total, std::optional<qint64>(1'000));
    QCOMPARE(load.list.store().size(), 100);
    QTRY_COMPARE(load.tenant.held(), 0);

    QSignalSpy cleared(&load.list, &ApplicationList::cleared);
    load.tenant.holds = {};
    QVERIFY(load.list.canResume());
    load.list.resume();
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(cleared.count(), 0);
    QCOMPARE(load.list.store().duplicates(), 0);
    load.list.stop();
    QVERIFY(load.is<ListLoaded>());
}

void TestApplicationList::changedListIsNotResumed()
{
    Load load(10);
    load.answerPages([&](int) {
        QJsonObject body = ScriptedTenant::numberedPage(load.tenant.applications, 0, 100);
        body.insert(u"total"_s, 11);
        return ScriptedTenant::json(body);
    });
    load.list.load(load.management);
    QTRY_COMPARE(load.cause(), std::optional(ErrorKind::ListChanged));
    QVERIFY(!load.list.canResume());
    const int asked = load.tenant.pagesAsked();
    load.list.resume();
    QTest::qWait(20);
    QCOMPARE(load.tenant.pagesAsked(), asked);
}

void TestApplicationList::clears()
{
    Load load(1'000);
    load.holdPages(1);
    load.list.load(load.management);
    QTRY_VERIFY(load.tenant.held() > 1);
    QSignalSpy cleared(&load.list, &ApplicationList::cleared);
    load.list.clear();
    QCOMPARE(cleared.count(), 1);
    QVERIFY(load.is<ListIdle>());
    QCOMPARE(load.list.store().size(), 0);
    QTRY_COMPARE(load.tenant.held(), 0);
    QVERIFY(!load.list.canResume());
}

void TestApplicationList::clearsWithinASignal()
{
    Load load(1'000);
    connect(&load.list, &ApplicationList::added, &load.list, [&] {
        if (load.list.store().size() == 300)
            load.list.clear();
    });
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListIdle>());
    QTest::qWait(20);
    QVERIFY(load.is<ListIdle>());
    QCOMPARE(load.list.store().size(), 0);
}

void TestApplicationList::loadsAnewWithinASignal()
{
    Load load(250);
    load.list.load(load.management);
    QTRY_VERIFY(load.is<ListLoaded>());
    bool again = false;
    connect(&load.list, &ApplicationList::cleared, &load.list, [&] {
        if (!std::exchange(again, true)) {
            load.tenant.applications = ScriptedTenant::makeApplications(7, 600);
            load.list.load(load.management);
        }
    });
    load.list.load(load.management);
    QTRY_VERIFY(again);
    QTRY_VERIFY(load.is<ListLoaded>());
    QCOMPARE(load.list.store().size(), 7); // nothing of the page that was dropped
}

void TestApplicationList::refuses()
{
    Load load(10);
    load.list.load(load.management);
    Base::Error cause{};
    cause.kind = ErrorKind::NotManagementAudience;
    load.list.refuse(cause);
    QCOMPARE(load.cause(), std::optional(ErrorKind::NotManagementAudience));
    QVERIFY(!load.list.canResume());
    QTest::qWait(20);
    QCOMPARE(load.tenant.pagesAsked(), 0);
}

QTEST_GUILESS_MAIN(TestApplicationList)
#include "tst_applicationlist.moc"
