// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"
#include "app/management/managementclient.h"
#include "app/management/pagewalker.h"
#include "app/oauth/tokenkeeper.h"

#include "tests/support/manualclock.h"
#include "tests/support/scriptedtenant.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Base::ErrorKind;
using Management::Page;
using Management::PageWalker;
using Test::ScriptedAnswer;
using Test::ScriptedTenant;
using Test::SeenRequest;

namespace {

/// A walker on its way through a scripted tenant, and what came of it.
struct Walk
{
    explicit Walk(int applications = 0, Http::Policy policy = Http::Policy::management())
        : management(client, keeper, clock, tenant.domain(), policy)
    {
        tenant.applications = ScriptedTenant::makeApplications(applications);
        keeper.setCredentials(tenant.credentials());
        QObject::connect(
            walker.get(), &PageWalker::pageArrived, walker.get(), [this](const Page &page) {
                for (const Management::Application &application : page.applications)
                    ids.append(application.clientId());
            });
        QObject::connect(
            walker.get(), &PageWalker::finished, walker.get(), [this](const auto &why) {
                ++finished;
                error = why;
            });
    }

    /// The IDs of all of the tenant's applications, in its order.
    [[nodiscard]] QStringList wanted() const
    {
        QStringList all;
        for (const QJsonValue &application : tenant.applications)
            all.append(application.toObject().value("client_id"_L1).toString());
        return all;
    }
    [[nodiscard]] bool ended() const { return finished > 0; }
    [[nodiscard]] std::optional<ErrorKind> kind() const
    {
        return error ? std::optional(error->kind) : std::nullopt;
    }
    /// Lets fake time pass, \a step a turn, until \a condition holds.
    template<typename Condition>
    bool passTimeUntil(Condition condition, std::chrono::milliseconds step = 100ms)
    {
        for (int turn = 0; turn < 20'000 && !condition(); ++turn) {
            QTest::qWait(1);
            clock.advance(step);
        }
        return condition();
    }

    ScriptedTenant tenant;
    Test::ManualClock clock;
    Test::FixedRandom random;
    Http::Client client{clock, random};
    OAuth::TokenKeeper keeper{client, clock, random};
    Management::ManagementClient management;
    std::unique_ptr<PageWalker> walker = std::make_unique<PageWalker>(management);
    QStringList ids;
    int finished = 0;
    std::optional<Base::Error> error;
};

bool isPage(const SeenRequest &request, int least = 0)
{
    return request.path == ScriptedTenant::clientsPath() && request.number(u"page"_s, 0) >= least;
}

} // namespace

class TestPageWalker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void walksAllPages_data();
    void walksAllPages();
    void sendsTheFirstPageAlone();
    void deliversInOrder();
    void acceptsSmallerPages();
    void walksArrays();
    void goesOnByCheckpoint();
    void followsAGrowingList();
    void endsWithAShrinkingList();
    void stopsAtTheSamePageForEver();
    void stopsAtAMissingScope();
    void goesOnAfterAStop();
    void startsOverAfterTheEnd();
    void renewsInTheMiddle();
    void cancels();
    void mayBeCancelledByItsReceiver();
    void mayBeDeletedByItsReceiver();
    void waitsAndTellsSo();
    void losesPatience();
    void walksWithTokensOfSeconds();
};

void TestPageWalker::walksAllPages_data()
{
    QTest::addColumn<int>("applications");
    QTest::addColumn<int>("requests");
    QTest::newRow("none") << 0 << 1;
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("a full page") << 100 << 1;
    QTest::newRow("one more") << 101 << 2;
    QTest::newRow("many") << 1'579 << 16;
}

void TestPageWalker::walksAllPages()
{
    QFETCH(int, applications);
    Walk walk(applications);
    walk.walker->start();
    QVERIFY(walk.walker->isRunning());
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QVERIFY(!walk.walker->isRunning());
    QCOMPARE(walk.ids, walk.wanted());
    QTEST(walk.tenant.pagesAsked(), "requests");
    QCOMPARE(walk.walker->total(), std::optional<qint64>(applications));
    QCOMPARE(walk.finished, 1);
    for (const SeenRequest &request : walk.tenant.requests()) {
        if (isPage(request)) {
            QCOMPARE(request.value(u"is_global"_s), u"false"_s);
            QCOMPARE(request.value(u"include_fields"_s), u"false"_s);
            QVERIFY(request.value(u"fields"_s).startsWith(u"client_secret,"_s));
        }
    }
}

void TestPageWalker::sendsTheFirstPageAlone()
{
    Walk walk(1'000);
    walk.tenant.holds = [](const SeenRequest &request) { return isPage(request); };
    walk.walker->start();
    QTRY_COMPARE(walk.tenant.held(), 1);
    for (int turn = 0; turn < 40; ++turn) { // 10 s, half of the deadline
        QTest::qWait(1);
        walk.clock.advance(100ms);
    }
    QCOMPARE(walk.tenant.pagesAsked(), 1);
}

void TestPageWalker::deliversInOrder()
{
    Walk walk(1'000);
    walk.tenant.holds = [](const SeenRequest &request) { return isPage(request, 1); };
    walk.walker->start();
    QTRY_COMPARE(walk.tenant.held(), 6);
    QCOMPARE(walk.ids.size(), 100);
    walk.tenant.release(true);
    QTRY_VERIFY(walk.ended());
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.tenant.pagesAsked(), 10);
    QCOMPARE(walk.tenant.mostSideBySide(), 6);
}

void TestPageWalker::acceptsSmallerPages()
{
    Walk walk(230);
    walk.tenant.largestPage = 50;
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.tenant.pagesAsked(), 5);
    QCOMPARE(walk.tenant.requests().last().value(u"per_page"_s), u"50"_s);
}

void TestPageWalker::walksArrays()
{
    Walk walk(120);
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request))
            return std::nullopt;
        const int size = std::min(request.number(u"per_page"_s, 50), 50);
        return ScriptedTenant::json(ScriptedTenant::slice(
            walk.tenant.applications, request.number(u"page"_s, 0) * size, size));
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.walker->total(), std::nullopt);
}

void TestPageWalker::goesOnByCheckpoint()
{
    Walk walk(1'250);
    walk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request, 10))
            return std::nullopt;
        return ScriptedTenant::apiError(
            400, {}, u"You can only page through the first 1000 records. See https://a.b"_s);
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids.first(1'000), walk.wanted().first(1'000));
    QCOMPARE(
        walk.ids.sliced(1'000),
        walk.wanted()); // once more from the start: their receiver drops what it knows
    QCOMPARE(walk.tenant.requests().last().value(u"from"_s), u"a+b&c=%41/1200"_s);
}

void TestPageWalker::followsAGrowingList()
{
    Walk walk(200);
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (isPage(request, 1) && walk.tenant.applications.size() == 200) {
            for (const QJsonValue &late : ScriptedTenant::makeApplications(30, 200))
                walk.tenant.applications.append(late);
        }
        return std::nullopt;
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.ids.size(), 230);
    QCOMPARE(walk.walker->total(), std::optional<qint64>(230));
}

void TestPageWalker::endsWithAShrinkingList()
{
    Walk walk(1'000);
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        while (isPage(request, 3) && walk.tenant.applications.size() > 150)
            walk.tenant.applications.removeLast();
        return std::nullopt;
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QCOMPARE(walk.walker->total(), std::optional<qint64>(150));
    QVERIFY(walk.ids.size() >= 150);
}

void TestPageWalker::stopsAtTheSamePageForEver()
{
    Walk walk(5'000);
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request))
            return std::nullopt;
        return ScriptedTenant::json(ScriptedTenant::numberedPage(walk.tenant.applications, 0, 100));
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QCOMPARE(walk.kind(), std::optional(ErrorKind::ListEndless));
    QCOMPARE(walk.ids.size(), 300);
    QVERIFY(walk.tenant.pagesAsked() <= 15);
}

void TestPageWalker::stopsAtAMissingScope()
{
    Walk walk(1'000);
    walk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request))
            return std::nullopt;
        return ScriptedTenant::apiError(
            403, u"insufficient_scope"_s,
            u"Insufficient scope, expected any of: read:clients, read:client_summary"_s);
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QCOMPARE(walk.kind(), std::optional(ErrorKind::MissingScope));
    QCOMPARE(walk.error->scopes, (QStringList{u"read:clients"_s, u"read:client_summary"_s}));
    QCOMPARE(walk.tenant.pagesAsked(), 1);
}

void TestPageWalker::goesOnAfterAStop()
{
    Walk walk(1'000);
    walk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (isPage(request) && request.value(u"page"_s) == u"4"_s)
            return ScriptedTenant::apiError(403, {}, u"Not now"_s);
        return std::nullopt;
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QCOMPARE(walk.kind(), std::optional(ErrorKind::Forbidden));
    QCOMPARE(walk.ids, walk.wanted().first(400)); // what came before it is delivered

    walk.tenant.script = {};
    walk.walker->start();
    QTRY_COMPARE(walk.finished, 2);
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids, walk.wanted());
    for (int page = 0; page < 4; ++page) { // not asked for again
        const auto asksForIt = [page](const SeenRequest &request) {
            return isPage(request) && request.number(u"page"_s, -1) == page;
        };
        QCOMPARE(std::ranges::count_if(walk.tenant.requests(), asksForIt), 1);
    }
}

void TestPageWalker::startsOverAfterTheEnd()
{
    Walk walk(3);
    walk.walker->start();
    QTRY_COMPARE(walk.finished, 1);
    walk.walker->start();
    QTRY_COMPARE(walk.finished, 2);
    QCOMPARE(walk.ids, walk.wanted() + walk.wanted());
}

void TestPageWalker::renewsInTheMiddle()
{
    Walk walk(1'579);
    walk.tenant.script = [](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (isPage(request, 2) && request.bearer == "token-1")
            return ScriptedTenant::apiError(
                401, u"Unauthorized"_s, u"Expired token received for JSON Web Token validation"_s);
        return std::nullopt;
    };
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.tenant.tokensGiven(), 2);
}

void TestPageWalker::cancels()
{
    Walk walk(1'000);
    walk.tenant.holds = [](const SeenRequest &request) { return isPage(request, 1); };
    walk.walker->start();
    QTRY_COMPARE(walk.tenant.held(), 6);
    walk.walker->cancel();
    QCOMPARE(walk.kind(), std::optional(ErrorKind::Cancelled));
    QVERIFY(!walk.walker->isRunning());
    QTRY_COMPARE(walk.tenant.held(), 0);
    walk.walker->cancel();
    QCOMPARE(walk.finished, 1);
    walk.tenant.holds = {};
    walk.walker->start();
    QTRY_COMPARE(walk.finished, 2);
    QCOMPARE(walk.ids, walk.wanted());
}

void TestPageWalker::mayBeCancelledByItsReceiver()
{
    Walk walk(1'000);
    connect(walk.walker.get(), &PageWalker::pageArrived, walk.walker.get(), [&] {
        if (walk.ids.size() == 300)
            walk.walker->cancel();
    });
    walk.walker->start();
    QTRY_VERIFY(walk.ended());
    QTest::qWait(20);
    QCOMPARE(walk.ids.size(), 300);
    QCOMPARE(walk.kind(), std::optional(ErrorKind::Cancelled));
    QCOMPARE(walk.finished, 1);
}

void TestPageWalker::mayBeDeletedByItsReceiver()
{
    Walk walk(1'000);
    connect(walk.walker.get(), &PageWalker::pageArrived, &walk.client, [&] {
        if (walk.ids.size() == 300)
            walk.walker.reset();
    });
    walk.walker->start();
    QTRY_VERIFY(!walk.walker);
    QTest::qWait(20);
    QCOMPARE(walk.ids.size(), 300);
    QCOMPARE(walk.finished, 0);
}

void TestPageWalker::waitsAndTellsSo()
{
    Walk walk(300);
    bool refused = false;
    walk.tenant.rateHeaders = {{"x-ratelimit-limit", "4"}, {"x-ratelimit-remaining", "3"}};
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request, 1) || std::exchange(refused, true))
            return std::nullopt;
        ScriptedAnswer answer = ScriptedTenant::apiError(
            429, u"too_many_requests"_s, u"Global limit has been reached"_s);
        answer.headers = {{"Retry-After", "7"}};
        return answer;
    };
    QSignalSpy waitChanged(walk.walker.get(), &PageWalker::waitChanged);
    walk.walker->start();
    QVERIFY(walk.passTimeUntil([&] { return walk.walker->waitsUntil().has_value(); }));
    QVERIFY(*walk.walker->waitsUntil() - walk.clock.now() <= 7s);
    QTRY_VERIFY(waitChanged.count() > 0);
    QVERIFY(walk.passTimeUntil([&] { return walk.ended(); }));
    QVERIFY(!walk.error);
    QCOMPARE(walk.ids, walk.wanted());
    QCOMPARE(walk.walker->waitsUntil(), std::nullopt);
}

void TestPageWalker::losesPatience()
{
    Http::Policy policy = Http::Policy::management();
    policy.patience = 70s;
    Walk walk(1'000, policy);
    QStringList refused;
    walk.tenant.rateHeaders = {{"x-ratelimit-limit", "4"}, {"x-ratelimit-remaining", "3"}};
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        const QString page = request.value(u"page"_s);
        if (!isPage(request, 1) || refused.contains(page))
            return std::nullopt;
        refused.append(page); // each page is put off once: no call alone uses the patience up
        ScriptedAnswer answer = ScriptedTenant::apiError(429, u"too_many_requests"_s, {});
        answer.headers = {{"Retry-After", "30"}};
        return answer;
    };
    walk.walker->start();
    QVERIFY(walk.passTimeUntil([&] { return walk.ended(); }));
    QCOMPARE(walk.kind(), std::optional(ErrorKind::RateLimited));
    QVERIFY(walk.error->retryAt.has_value());
    const qsizetype kept = walk.ids.size();
    QVERIFY(kept < 1'000);
    QCOMPARE(walk.ids, walk.wanted().first(kept));

    walk.walker->start(); // patience is counted anew
    QVERIFY(walk.passTimeUntil([&] { return walk.finished == 2; }));
    QVERIFY(walk.ids.size() > kept);
}

void TestPageWalker::walksWithTokensOfSeconds()
{
    Walk walk(1'000);
    walk.tenant.tokenLife = 3;
    walk.tenant.rateHeaders = {
        {"x-ratelimit-limit", "4"}, {"x-ratelimit-remaining", "1"}}; // at most 2 a second
    QHash<QByteArray, Base::Instant> born;
    walk.tenant.script = [&](const SeenRequest &request) -> std::optional<ScriptedAnswer> {
        if (!isPage(request)) {
            born.insert(
                "token-" + QByteArray::number(walk.tenant.tokensGiven() + 1), walk.clock.now());
            return std::nullopt;
        }
        if (walk.clock.now() - born.value(request.bearer) <= 3s)
            return std::nullopt;
        return ScriptedTenant::apiError(401, u"Unauthorized"_s, u"Expired token received"_s);
    };
    walk.walker->start();
    // Slowly: a request must not take a token's life.
    QVERIFY(walk.passTimeUntil([&] { return walk.ended(); }, 40ms));
    QVERIFY2(!walk.error, walk.error ? qPrintable(walk.error->description) : "");
    QCOMPARE(walk.ids, walk.wanted());
    QVERIFY(walk.tenant.tokensGiven() > 2);
}

QTEST_GUILESS_MAIN(TestPageWalker)
#include "tst_pagewalker.moc"
