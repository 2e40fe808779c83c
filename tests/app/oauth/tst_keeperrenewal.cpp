// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenresponse.h"

#include "tests/app/oauth/keeperstage.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Test;

namespace {

/// A clock that a suspend leaps over: what was due meanwhile is called after it, all at one instant.
class LeapingClock final : public Base::Clock
{
public:
    [[nodiscard]] Base::Instant now() const override { return m_now; }
    [[nodiscard]] QDateTime wallNow() const override
    {
        return QDateTime::fromSecsSinceEpoch(0, Qt::UTC);
    }
    void leap(std::chrono::nanoseconds by)
    {
        m_now += by;
        if (m_next && *m_next <= m_now)
            fireDue();
    }

private:
    void arm(std::optional<Base::Instant> instant) override { m_next = instant; }

    Base::Instant m_now{1h};
    std::optional<Base::Instant> m_next;
};

} // namespace

class KeeperRenewalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void renewsAheadOfTheEnd();
    void leavesNoGapInAnHour();
    void asksOncePerHalfLife();
    void backsOffAndStops();
    void recoversAfterTheEnd();
    void heedsRetryAfter();
    void stopsAtARefusal();
    void neverRepeatsARefusedRequest();
    void expiresOnTimeWhileAsking();
    void endsDeadOnArrival();
    void bearsAnswersThatComeTooLate();
    void leavesEndlessTokensAlone();
    void survivesASuspend();
    void ignoresTheWallClock();
};

void KeeperRenewalTest::renewsAheadOfTheEnd()
{
    Stage stage(3'600);
    QVERIFY(stage.brings());
    QCOMPARE(stage.as<Valid>()->renewsAt, std::optional(stage.clock.now() + 55min));
    stage.clock.advance(55min - 1ns);
    QVERIFY(stage.as<Valid>());
    stage.clock.advance(1ns);
    QVERIFY(stage.as<Renewing>());
    QCOMPARE(stage.value(), u"token1"_s);
    QVERIFY(stage.settles());
    QCOMPARE(stage.value(), u"token2"_s);
    QCOMPARE(stage.as<Valid>()->renewsAt, std::optional(stage.clock.now() + 55min));
    QCOMPARE(stage.server.posts(), 2);
}

void KeeperRenewalTest::leavesNoGapInAnHour()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    QSignalSpy changes(stage.keeper.get(), &TokenKeeper::stateChanged);
    bool hadGap = false;
    connect(stage.keeper.get(), &TokenKeeper::stateChanged, this, [&] {
        hadGap = hadGap || !stage.token() || stage.token()->isExpired(stage.clock.now());
    });
    for (int second = 0; second < 3'600; ++second) {
        stage.clock.advance(1s);
        QVERIFY(stage.settles());
        QVERIFY2(
            stage.token() && !stage.token()->isExpired(stage.clock.now()),
            qPrintable(QString::number(second)));
    }
    QVERIFY(!hadGap);
    QCOMPARE(stage.server.posts(), 1 + 3'600 / 30);
    QCOMPARE(changes.count(), 2 * 3'600 / 30);
}

void KeeperRenewalTest::asksOncePerHalfLife()
{
    Stage stage(3);
    QVERIFY(stage.brings());
    for (int step = 0; step < 600; ++step) {
        stage.clock.advance(100ms);
        QVERIFY(stage.settles());
        QVERIFY(stage.token());
    }
    QCOMPARE(stage.server.posts(), 1 + 60 * 2 / 3);
}

void KeeperRenewalTest::backsOffAndStops()
{
    Stage stage;
    QVERIFY(stage.brings());
    const Base::Instant end = *stage.token()->expiresAt;
    stage.server.setAnswer(TokenServer::always(TokenServer::json(503, "{}")));
    stage.clock.advance(24h - 5min);
    int failures = 0;
    for (const auto wait : {5s, 10s, 20s, 40s}) {
        QVERIFY(stage.settles());
        const auto *valid = stage.as<Valid>();
        QVERIFY(valid && valid->renewalFailure);
        QCOMPARE(valid->renewalFailure->failures, ++failures);
        QCOMPARE(valid->renewalFailure->error.kind, ErrorKind::ServerFailed);
        QCOMPARE(valid->renewalFailure->nextTry, std::optional(stage.clock.now() + wait));
        QCOMPARE(valid->renewsAt, valid->renewalFailure->nextTry);
        stage.clock.advance(wait - 1ns);
        QVERIFY(stage.as<Valid>());
        stage.clock.advance(1ns);
        QVERIFY(stage.as<Renewing>());
        QCOMPARE(stage.value(), u"token1"_s);
    }
    QVERIFY(stage.settles());
    QCOMPARE(stage.as<Valid>()->renewalFailure->failures, 5);
    QVERIFY(!stage.as<Valid>()->renewalFailure->nextTry);
    QVERIFY(!stage.as<Valid>()->renewsAt);
    QCOMPARE(stage.server.posts(), 6);

    stage.clock.advance(end - stage.clock.now() - 1ns);
    QVERIFY(stage.as<Valid>());
    stage.clock.advance(1ns);
    QVERIFY(stage.as<Expired>());
    QCOMPARE(stage.as<Expired>()->renewalFailure->failures, 5);
    stage.clock.advance(1000h);
    turnTheLoop();
    QCOMPARE(stage.server.posts(), 6);

    stage.server.setAnswer(TokenServer::tokensOfLife(600));
    stage.keeper->request();
    QVERIFY(stage.as<Requesting>());
    QVERIFY(stage.settles());
    QVERIFY(stage.as<Valid>() && !stage.as<Valid>()->renewalFailure);
}

void KeeperRenewalTest::recoversAfterTheEnd()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    stage.server.setAnswer(TokenServer::always(TokenServer::json(503, "{}")));
    for (const auto wait : {30s, 5s, 10s}) { // tries at 30, 35 and 45 s; the next is due at 65 s
        stage.clock.advance(wait);
        QVERIFY(stage.settles());
    }
    stage.clock.advance(15s);
    QVERIFY(stage.as<Expired>());
    QCOMPARE(stage.as<Expired>()->renewalFailure->failures, 3);
    QCOMPARE(stage.as<Expired>()->renewalFailure->nextTry, std::optional(stage.clock.now() + 5s));
    stage.clock.advance(5s);
    QVERIFY(stage.as<Expired>() && isAsking(stage.keeper->state()));
    QVERIFY(stage.settles());
    QCOMPARE(stage.as<Expired>()->renewalFailure->failures, 4);
    stage.server.setAnswer(TokenServer::tokensOfLife(60));
    stage.clock.advance(40s);
    QVERIFY(stage.settles());
    QCOMPARE(stage.value(), u"token6"_s);
}

void KeeperRenewalTest::heedsRetryAfter()
{
    Stage stage;
    QVERIFY(stage.brings());
    stage.server.setAnswer(TokenServer::always(
        TokenServer::json(429, R"({"error":"too_many_requests"})", "Retry-After: 90\r\n")));
    stage.clock.advance(24h - 5min);
    QVERIFY(stage.settles());
    const auto &failure = stage.as<Valid>()->renewalFailure;
    QCOMPARE(failure->error.kind, ErrorKind::RateLimited);
    QCOMPARE(failure->nextTry, std::optional(stage.clock.now() + 90s));
}

void KeeperRenewalTest::stopsAtARefusal()
{
    Stage stage;
    QVERIFY(stage.brings());
    stage.server.setAnswer(TokenServer::refusal());
    stage.clock.advance(24h - 5min);
    QVERIFY(stage.settles());
    const auto *valid = stage.as<Valid>();
    QVERIFY(valid && valid->renewalFailure);
    QCOMPARE(valid->renewalFailure->error.kind, ErrorKind::TokenRefused);
    QCOMPARE(valid->renewalFailure->error.description, u"Unauthorized"_s);
    QVERIFY(!valid->renewalFailure->nextTry && !valid->renewsAt);
    QCOMPARE(stage.value(), u"token1"_s);

    Inbox inbox;
    stage.ask(inbox);
    stage.ask(inbox, {.leastLife = 10min});
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(u"token1, "_s + errorText(ErrorKind::TokenRefused)));
    stage.clock.advance(1000h);
    QVERIFY(stage.as<Expired>());
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 3));
    QCOMPARE(inbox.results.last().error().kind, ErrorKind::TokenRefused);
    QCOMPARE(stage.server.posts(), 2);
}

void KeeperRenewalTest::neverRepeatsARefusedRequest()
{
    Stage stage;
    stage.server.setAnswer(TokenServer::refusal());
    Inbox inbox;
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 1));
    QVERIFY(stage.as<Refused>());
    QCOMPARE(stage.as<Refused>()->error.status, 401);
    for (int i = 0; i < 10; ++i)
        stage.ask(inbox);
    QVERIFY(waitFor(inbox, 11));
    for (const auto &result : inbox.results)
        QCOMPARE(result.error().kind, ErrorKind::TokenRefused);
    stage.clock.advance(1000h);
    turnTheLoop();
    QCOMPARE(stage.server.posts(), 1);

    stage.server.setAnswer(TokenServer::tokensOfLife(60));
    stage.keeper->request(); // somebody's wish
    QVERIFY(stage.as<Requesting>());
    QVERIFY(stage.settles());
    QCOMPARE(stage.value(), u"token2"_s);
}

void KeeperRenewalTest::expiresOnTimeWhileAsking()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    stage.server.hold();
    stage.clock.advance(30s);
    QVERIFY(stage.hasPosts(2));
    stage.clock.advance(30s - 1ns);
    QVERIFY(stage.as<Renewing>());
    Inbox inbox;
    stage.ask(inbox, {.leastLife = 1s});
    stage.clock.advance(1ns);
    QVERIFY(stage.as<Expired>());
    QVERIFY(isAsking(stage.keeper->state()));
    QCOMPARE(stage.as<Expired>()->expiredAt, stage.clock.now());
    stage.keeper->request(); // joins
    stage.server.release();
    QVERIFY(waitFor(inbox, 1));
    // Its life counts from when it was asked for, half a minute ago.
    QCOMPARE(inbox.text(), u"token2"_s);
    QCOMPARE(
        stage.token()->remaining(stage.clock.now()), std::optional<std::chrono::nanoseconds>(30s));
    QCOMPARE(stage.server.posts(), 2);
}

void KeeperRenewalTest::endsDeadOnArrival()
{
    Stage stage(0);
    Inbox inbox;
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 1));
    QCOMPARE(inbox.text(), errorText(ErrorKind::NoToken, TokenProblem::expiredOnArrival));
    QVERIFY(stage.as<Expired>() && stage.as<Expired>()->onArrival);
    stage.clock.advance(1000h);
    turnTheLoop();
    QCOMPARE(stage.server.posts(), 1);
}

void KeeperRenewalTest::bearsAnswersThatComeTooLate()
{
    Stage stage(3);
    QVERIFY(stage.brings());
    for (int number = 2; number <= 6; ++number) {
        stage.server.hold();
        QVERIFY(stage.clock.nextWake());
        stage.clock.advance(*stage.clock.nextWake() - stage.clock.now());
        QVERIFY(stage.hasPosts(number));
        stage.clock.advance(4s);
        stage.server.release();
        QVERIFY(stage.settles());
        QVERIFY(stage.as<Expired>());
        QCOMPARE(stage.as<Expired>()->renewalFailure->failures, number - 1);
    }
    QVERIFY(!stage.clock.nextWake()); // five, then no more
}

void KeeperRenewalTest::leavesEndlessTokensAlone()
{
    Stage stage;
    stage.server.setAnswer(
        TokenServer::always(TokenServer::json(200, R"({"access_token":"endless"})")));
    QVERIFY(stage.brings());
    QVERIFY(!stage.as<Valid>()->renewsAt);
    stage.clock.advance(10'000h);
    turnTheLoop();
    QCOMPARE(stage.value(), u"endless"_s);
    QCOMPARE(stage.server.posts(), 1);
}

void KeeperRenewalTest::survivesASuspend()
{
    Stage<LeapingClock> stage(600);
    QVERIFY(stage.brings());
    stage.clock.leap(2h); // past renewal and end
    QVERIFY(stage.as<Expired>());
    QVERIFY(isAsking(stage.keeper->state()));
    QVERIFY(stage.settles());
    turnTheLoop();
    QCOMPARE(stage.value(), u"token2"_s);
    QCOMPARE(stage.server.posts(), 2);

    stage.server.setAnswer(TokenServer::tokensOfLife(86'400));
    stage.keeper->request();
    QVERIFY(stage.settles());
    stage.clock.leap(2h); // long-lived: nothing to do, and the countdown is right
    turnTheLoop();
    QCOMPARE(
        stage.token()->remaining(stage.clock.now()), std::optional<std::chrono::nanoseconds>(22h));
    QCOMPARE(stage.server.posts(), 3);

    // The network takes longer to come back than we.
    stage.server.setAnswer(TokenServer::always(TokenServer::json(503, "{}")));
    stage.clock.leap(48h);
    QVERIFY(stage.settles());
    QVERIFY(stage.as<Expired>() && stage.as<Expired>()->renewalFailure->nextTry);
    stage.server.setAnswer(TokenServer::tokensOfLife(600));
    stage.clock.leap(5s);
    QVERIFY(stage.settles());
    QVERIFY(stage.as<Valid>());
    QCOMPARE(stage.server.posts(), 5);
}

void KeeperRenewalTest::ignoresTheWallClock()
{
    Stage stage(3'600);
    QVERIFY(stage.brings());
    const Base::Instant end = *stage.token()->expiresAt;
    const TokenState before = stage.keeper->state();
    for (const auto jump : {24h, -48h, 24'000h}) {
        stage.clock.jumpWall(jump);
        turnTheLoop();
        QCOMPARE(stage.keeper->state(), before);
        QCOMPARE(
            stage.token()->remaining(stage.clock.now()),
            std::optional<std::chrono::nanoseconds>(1h));
        // What is shown beside the countdown follows the wall clock.
        QCOMPARE(stage.clock.wallAt(end), stage.clock.wallNow().addSecs(3'600));
    }
    stage.clock.advance(55min - 1ns);
    QVERIFY(stage.as<Valid>());
    QCOMPARE(stage.server.posts(), 1);
    stage.clock.advance(1ns);
    QVERIFY(stage.as<Renewing>());
}

QTEST_GUILESS_MAIN(KeeperRenewalTest)
#include "tst_keeperrenewal.moc"
