// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenkeeper.h"

#include "app/http/client.h"
#include "app/oauth/tokenresponse.h"
#include "tests/app/oauth/tokenserver.h"
#include "tests/support/manualclock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::OAuth;
using namespace std::chrono_literals;
using Base::ErrorKind;
using Test::TokenServer;

namespace {

/// One attempt, and no deadline that the test's own leaps in time would hit.
Http::Policy patientPolicy()
{
    Http::Policy policy = Http::Policy::token();
    policy.connect = policy.firstByte = policy.silence = policy.whole = 1000h;
    policy.attempts = 1;
    return policy;
}

/// A clock that a suspend leaps over: what was due meanwhile is called after it, all at one instant.
class LeapingClock final : public Base::Clock
{
public:
    [[nodiscard]] Base::Instant now() const override { return m_now; }
    [[nodiscard]] QDateTime wallNow() const override { return QDateTime::fromSecsSinceEpoch(0, Qt::UTC); }
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

/// What receivers were told.
struct Inbox
{
    QList<Base::Result<AccessToken>> results;

    [[nodiscard]] TokenKeeper::Receiver receiver()
    {
        return [this](const Base::Result<AccessToken> &result) { results << result; };
    }
    [[nodiscard]] QString text() const
    {
        QStringList texts;
        for (const auto &result : results)
            texts << (result ? QString::fromLatin1(result->value.reveal())
                             : QString(u"error %1 %2"_s.arg(int(result.error().kind)).arg(result.error().detail)));
        return texts.join(u", ");
    }
};

QString errorText(ErrorKind kind, QLatin1StringView detail = {})
{
    return u"error %1 %2"_s.arg(int(kind)).arg(detail);
}

/// A keeper with its world.
template<typename SomeClock = Test::ManualClock>
struct Stage
{
    explicit Stage(int life = 86'400)
    {
        server.setAnswer(TokenServer::tokensOfLife(life));
        keeper->setPolicy(patientPolicy());
        keeper->setCredentials(credentials());
    }

    [[nodiscard]] Tenant::Credentials credentials(const QString &clientId = u"client"_s) const
    {
        return {.domain = Tenant::Domain::parse(server.domain())->domain,
                .clientId = clientId,
                .clientSecret = Base::Secret::fromText(u"a+b&c=d %41é"),
                .audience = u"https://contoso.eu.auth0.com/api/v2/"_s};
    }
    /// Lets the network do its work, in no time of the test's clock.
    [[nodiscard]] bool settles() const
    {
        return QTest::qWaitFor([this] { return !isAsking(keeper->state()); });
    }
    [[nodiscard]] bool hasPosts(int number) const
    {
        return QTest::qWaitFor([this, number] { return server.posts() >= number; });
    }
    [[nodiscard]] bool brings() { keeper->request(); return settles() && token(); }
    [[nodiscard]] const AccessToken *token() const { return tokenOf(keeper->state()); }
    [[nodiscard]] QString value() const
    {
        return token() ? QString::fromLatin1(token()->value.reveal()) : QString();
    }
    template<typename State>
    [[nodiscard]] const State *as() const { return std::get_if<State>(&keeper->state()); }
    void ask(Inbox &inbox, TokenNeed need = {}) { keeper->ask(std::move(need), keeper.get(), inbox.receiver()); }

    SomeClock clock;
    Test::FixedRandom random;
    TokenServer server;
    Http::Client client{clock, random};
    std::unique_ptr<TokenKeeper> keeper = std::make_unique<TokenKeeper>(client, clock, random);
};

bool waitFor(const Inbox &inbox, qsizetype count)
{
    return QTest::qWaitFor([&] { return inbox.results.size() >= count; });
}

/// Gives what should not happen the chance to happen.
void turnTheLoop()
{
    for (int i = 0; i < 20; ++i)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
}

} // namespace

class TokenKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void bringsAToken();
    void asksOnceForAHundred();
    void givesThePresentToken();
    void meetsNeeds();
    void saysWhenNoTokenIsLongEnough();
    void saysWhenTheTenantGivesTheSameToken();
    void hasNothingToAskWith();
    void tellsTheRequestsError();

    void renewsAheadOfTheEnd();
    void leavesNoGapInAnHour();
    void asksOncePerHalfLife();
    void backsOffAndStops();
    void recoversAfterTheEnd();
    void heedsRetryAfter_data();
    void heedsRetryAfter();
    void stopsAtARefusal();
    void neverRepeatsARefusedRequest();
    void expiresOnTimeWhileAsking();
    void endsDeadOnArrival();
    void bearsAnswersThatComeTooLate();
    void leavesEndlessTokensAlone();
    void survivesASuspend();
    void ignoresTheWallClock();

    void cancelKeepsTheToken();
    void forgetEndsAllWaiting();
    void otherCredentialsGetTheirOwnToken();
    void marksARejectedToken();
    void staysSilentWhenItsContextIsGone();
    void diesCleanly_data();
    void diesCleanly();
    void mayDieInItsOwnSignal();
    void receiversMayDoAnything();
};

void TokenKeeperTest::bringsAToken()
{
    Stage stage;
    QSignalSpy changes(stage.keeper.get(), &TokenKeeper::stateChanged);
    stage.keeper->request();
    QVERIFY(stage.as<Requesting>());
    stage.keeper->request();
    QVERIFY(stage.settles());
    QCOMPARE(stage.value(), u"token1"_s);
    QCOMPARE(stage.server.posts(), 1);
    QCOMPARE(changes.count(), 2);
    QVERIFY2(stage.server.lastBody().contains("client_secret=a%2Bb%26c%3Dd%20%2541%C3%A9&"),
             stage.server.lastBody().constData());
    QCOMPARE(stage.token()->expiresAt, std::optional(stage.clock.now() + 24h));
}

void TokenKeeperTest::asksOnceForAHundred()
{
    Stage stage;
    Inbox inbox;
    for (int i = 0; i < 100; ++i)
        stage.ask(inbox);
    QVERIFY2(inbox.results.isEmpty(), "told from within ask()");
    QVERIFY(stage.as<Requesting>());
    QVERIFY(waitFor(inbox, 100));
    turnTheLoop();
    QCOMPARE(inbox.results.size(), 100);
    QCOMPARE(stage.server.posts(), 1);
    for (const auto &result : inbox.results)
        QVERIFY(result && result->value.reveal() == QByteArrayView("token1"));
}

void TokenKeeperTest::givesThePresentToken()
{
    Stage stage;
    QVERIFY(stage.brings());
    Inbox inbox;
    stage.ask(inbox, {.leastLife = 24h});
    QVERIFY2(inbox.results.isEmpty(), "told from within ask()");
    QVERIFY(waitFor(inbox, 1));
    QCOMPARE(inbox.text(), u"token1"_s);
    QCOMPARE(stage.server.posts(), 1);

    // While a renewal is under way the old token serves whom it suffices.
    stage.server.hold();
    stage.keeper->request();
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), u"token1, token1"_s);
    QVERIFY(stage.as<Renewing>());
}

void TokenKeeperTest::meetsNeeds()
{
    Stage stage(600);
    QVERIFY(stage.brings());
    Inbox inbox;
    stage.clock.advance(200s);
    stage.ask(inbox, {.leastLife = 400s});
    QVERIFY(waitFor(inbox, 1));
    stage.ask(inbox, {.leastLife = 400s + 1ns});
    QVERIFY(stage.as<Renewing>());
    stage.ask(inbox, {.leastLife = 500s});
    QVERIFY(waitFor(inbox, 3));
    stage.ask(inbox, {.notThis = Base::Secret("token1").fingerprint()}); // renewed already
    stage.ask(inbox, {.notThis = Base::Secret("token2").fingerprint()});
    stage.ask(inbox, {.notThis = Base::Secret("token2").fingerprint()});
    QVERIFY(waitFor(inbox, 6));
    QCOMPARE(inbox.text(), u"token1, token2, token2, token2, token3, token3"_s);
    QCOMPARE(stage.server.posts(), 3);

    stage.server.setAnswer(TokenServer::always(TokenServer::json(200, R"({"access_token":"endless"})")));
    stage.ask(inbox, {.leastLife = 1000h}); // unknown lives satisfy any need
    QVERIFY(waitFor(inbox, 7));
    QVERIFY(inbox.text().endsWith(u", endless"_s));
}

void TokenKeeperTest::saysWhenNoTokenIsLongEnough()
{
    Stage stage(60);
    Inbox inbox;
    stage.ask(inbox, {.leastLife = 1h});
    stage.ask(inbox, {.leastLife = 2h});
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 3));
    turnTheLoop();
    const QString tooShort = errorText(ErrorKind::NoToken, TokenProblem::lifeTooShort);
    QCOMPARE(inbox.text(), QStringList({tooShort, tooShort, u"token1"_s}).join(u", "));
    QCOMPARE(stage.server.posts(), 1);
    QVERIFY2(stage.as<Valid>(), "the shorter-lived one is there");
}

void TokenKeeperTest::saysWhenTheTenantGivesTheSameToken()
{
    Stage stage;
    stage.server.setAnswer(TokenServer::always(TokenServer::tokensOfLife(60)(7)));
    QVERIFY(stage.brings());
    Inbox inbox;
    stage.ask(inbox, {.notThis = stage.token()->value.fingerprint()});
    QVERIFY(waitFor(inbox, 1));
    turnTheLoop();
    QCOMPARE(inbox.text(), errorText(ErrorKind::NoToken, TokenProblem::sameToken));
    QCOMPARE(stage.server.posts(), 2);
}

void TokenKeeperTest::hasNothingToAskWith()
{
    Stage stage;
    stage.keeper->forget();
    stage.keeper->request();
    Inbox inbox;
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 1));
    QCOMPARE(inbox.text(), errorText(ErrorKind::NoToken, TokenProblem::noCredentials));
    QVERIFY(stage.as<NoToken>());
    QCOMPARE(stage.server.posts(), 0);
}

void TokenKeeperTest::tellsTheRequestsError()
{
    Stage stage;
    stage.server.setAnswer(TokenServer::always(TokenServer::json(500, "{}")));
    Inbox inbox;
    stage.ask(inbox);
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.results.first().error().kind, ErrorKind::ServerFailed);
    QCOMPARE(stage.as<NoToken>()->error, std::optional(inbox.results.first().error()));
    stage.clock.advance(24h);
    turnTheLoop();
    QCOMPARE(stage.server.posts(), 1); // a first request is not repeated unasked
    stage.server.setAnswer(TokenServer::tokensOfLife(60));
    stage.ask(inbox);
    QVERIFY(waitFor(inbox, 3));
    QCOMPARE(stage.value(), u"token2"_s);
}

void TokenKeeperTest::renewsAheadOfTheEnd()
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

void TokenKeeperTest::leavesNoGapInAnHour()
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
        QVERIFY2(stage.token() && !stage.token()->isExpired(stage.clock.now()), qPrintable(QString::number(second)));
    }
    QVERIFY(!hadGap);
    QCOMPARE(stage.server.posts(), 1 + 3'600 / 30);
    QCOMPARE(changes.count(), 2 * 3'600 / 30);
}

void TokenKeeperTest::asksOncePerHalfLife()
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

void TokenKeeperTest::backsOffAndStops()
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

void TokenKeeperTest::recoversAfterTheEnd()
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

void TokenKeeperTest::heedsRetryAfter_data()
{
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<int>("nextTry"); // s; −1: none
    QTest::newRow("sooner than the backoff") << QByteArray("2") << 5;
    QTest::newRow("later") << QByteArray("90") << 90;
    QTest::newRow("a quota") << QByteArray("3540") << -1;
}

void TokenKeeperTest::heedsRetryAfter()
{
    QFETCH(QByteArray, seconds);
    QFETCH(int, nextTry);
    Stage stage;
    QVERIFY(stage.brings());
    stage.server.setAnswer(TokenServer::always(TokenServer::json(
        429, R"({"error":"too_many_requests"})", "Retry-After: " + seconds + "\r\n")));
    stage.clock.advance(24h - 5min);
    QVERIFY(stage.settles());
    const auto &failure = stage.as<Valid>()->renewalFailure;
    QCOMPARE(failure->error.kind, ErrorKind::RateLimited);
    QCOMPARE(failure->nextTry.has_value(), nextTry >= 0);
    if (nextTry >= 0)
        QCOMPARE(*failure->nextTry, stage.clock.now() + std::chrono::seconds(nextTry));
}

void TokenKeeperTest::stopsAtARefusal()
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

void TokenKeeperTest::neverRepeatsARefusedRequest()
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

void TokenKeeperTest::expiresOnTimeWhileAsking()
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
    QCOMPARE(stage.token()->remaining(stage.clock.now()), std::optional<std::chrono::nanoseconds>(30s));
    QCOMPARE(stage.server.posts(), 2);
}

void TokenKeeperTest::endsDeadOnArrival()
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

void TokenKeeperTest::bearsAnswersThatComeTooLate()
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

void TokenKeeperTest::leavesEndlessTokensAlone()
{
    Stage stage;
    stage.server.setAnswer(TokenServer::always(TokenServer::json(200, R"({"access_token":"endless"})")));
    QVERIFY(stage.brings());
    QVERIFY(!stage.as<Valid>()->renewsAt);
    stage.clock.advance(10'000h);
    turnTheLoop();
    QCOMPARE(stage.value(), u"endless"_s);
    QCOMPARE(stage.server.posts(), 1);
}

void TokenKeeperTest::survivesASuspend()
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
    QCOMPARE(stage.token()->remaining(stage.clock.now()), std::optional<std::chrono::nanoseconds>(22h));
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

void TokenKeeperTest::ignoresTheWallClock()
{
    Stage stage(3'600);
    QVERIFY(stage.brings());
    const Base::Instant end = *stage.token()->expiresAt;
    const TokenState before = stage.keeper->state();
    for (const auto jump : {24h, -48h, 24'000h}) {
        stage.clock.jumpWall(jump);
        turnTheLoop();
        QCOMPARE(stage.keeper->state(), before);
        QCOMPARE(stage.token()->remaining(stage.clock.now()), std::optional<std::chrono::nanoseconds>(1h));
        // What is shown beside the countdown follows the wall clock.
        QCOMPARE(stage.clock.wallAt(end), stage.clock.wallNow().addSecs(3'600));
    }
    stage.clock.advance(55min - 1ns);
    QVERIFY(stage.as<Valid>());
    QCOMPARE(stage.server.posts(), 1);
    stage.clock.advance(1ns);
    QVERIFY(stage.as<Renewing>());
}

void TokenKeeperTest::cancelKeepsTheToken()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    stage.server.hold();
    Inbox inbox;
    stage.keeper->request();
    stage.ask(inbox);
    stage.ask(inbox, {.leastLife = 1h});
    QVERIFY(stage.hasPosts(2));
    stage.keeper->cancel();
    QVERIFY(stage.as<Valid>());
    QCOMPARE(stage.value(), u"token1"_s);
    QVERIFY2(inbox.results.isEmpty(), "told from within cancel()");
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(u"token1, "_s + errorText(ErrorKind::Cancelled)));
    QTRY_COMPARE(stage.server.hangUps(), 1);
    QCOMPARE(stage.as<Valid>()->renewsAt, std::optional(stage.clock.now() + 30s)); // as it was planned

    stage.clock.advance(30s);
    QVERIFY(stage.hasPosts(3));
    stage.keeper->cancel(); // of a renewal that nobody asked for: not answered by the next at once
    QCOMPARE(stage.as<Valid>()->renewsAt, std::optional(stage.clock.now() + 15s));

    stage.server.release();
    stage.keeper->forget();
    stage.keeper->setCredentials(stage.credentials());
    stage.keeper->request();
    stage.keeper->cancel();
    QCOMPARE(stage.keeper->state(), TokenState(NoToken{}));
}

void TokenKeeperTest::forgetEndsAllWaiting()
{
    Stage stage;
    QVERIFY(stage.brings());
    stage.server.hold();
    Inbox inbox;
    stage.ask(inbox); // has its answer, but not yet been told
    stage.ask(inbox, {.leastLife = 1000h});
    stage.keeper->forget();
    QCOMPARE(stage.keeper->state(), TokenState(NoToken{}));
    QVERIFY(!stage.keeper->credentials());
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(errorText(ErrorKind::Cancelled) + u", " + errorText(ErrorKind::Cancelled)));
    stage.server.release();
    turnTheLoop();
    QCOMPARE(stage.keeper->state(), TokenState(NoToken{}));
    QVERIFY(!stage.clock.nextWake());
}

void TokenKeeperTest::otherCredentialsGetTheirOwnToken()
{
    Stage stage;
    stage.server.hold();
    Inbox first;
    Inbox second;
    stage.ask(first);
    QVERIFY(stage.hasPosts(1));
    stage.keeper->setCredentials(stage.credentials(u"other"_s));
    stage.ask(second);
    QVERIFY(stage.hasPosts(2));
    QVERIFY(stage.server.lastBody().contains("client_id=other&"));
    stage.server.release();
    QVERIFY(waitFor(second, 1));
    QVERIFY(waitFor(first, 1));
    QCOMPARE(first.text(), errorText(ErrorKind::Cancelled));
    QCOMPARE(second.text(), u"token2"_s);
}

void TokenKeeperTest::marksARejectedToken()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    stage.keeper->reportRejected(Base::Secret("another").fingerprint());
    QVERIFY(!stage.as<Valid>()->rejected);
    stage.keeper->reportRejected(stage.token()->value.fingerprint());
    QVERIFY(stage.as<Valid>()->rejected);
    stage.clock.advance(30s);
    QVERIFY(stage.as<Renewing>()->rejected);
    QVERIFY(stage.settles());
    QVERIFY(!stage.as<Valid>()->rejected);
}

void TokenKeeperTest::staysSilentWhenItsContextIsGone()
{
    Stage stage;
    Inbox inbox;
    auto context = std::make_unique<QObject>();
    stage.keeper->ask({}, context.get(), inbox.receiver());
    stage.ask(inbox);
    context.reset();
    QVERIFY(waitFor(inbox, 1));
    turnTheLoop();
    QCOMPARE(inbox.results.size(), 1);
}

void TokenKeeperTest::diesCleanly_data()
{
    QTest::addColumn<int>("state"); // index in TokenState
    for (int state = 0; state < int(std::variant_size_v<TokenState>); ++state)
        QTest::addRow("state %d", state) << state;
}

void TokenKeeperTest::diesCleanly()
{
    QFETCH(int, state);
    Stage stage(60);
    Inbox inbox;
    QObject context;
    const auto hasState = [&] { return int(stage.keeper->state().index()) == state; };
    if (TokenState(Refused{}).index() == size_t(state))
        stage.server.setAnswer(TokenServer::refusal());
    if (state != 0)
        stage.keeper->request();
    if (!hasState())
        QVERIFY(stage.settles());
    if (!hasState()) {
        stage.server.hold();
        stage.clock.advance(30s);
        QVERIFY(stage.hasPosts(2));
    }
    if (!hasState())
        stage.clock.advance(30s);
    QVERIFY(hasState());
    stage.keeper->ask({.leastLife = 1h}, &context, inbox.receiver());
    stage.keeper.reset();
    stage.clock.advance(1000h);
    stage.server.release();
    turnTheLoop();
    QVERIFY(inbox.results.isEmpty());
}

void TokenKeeperTest::mayDieInItsOwnSignal()
{
    Stage stage;
    QObject context;
    Inbox inbox;
    stage.keeper->ask({}, &context, inbox.receiver());
    connect(stage.keeper.get(), &TokenKeeper::stateChanged, &context, [&] { stage.keeper.reset(); });
    QVERIFY(QTest::qWaitFor([&] { return !stage.keeper; }));
    turnTheLoop();
    QVERIFY(inbox.results.isEmpty());
}

void TokenKeeperTest::receiversMayDoAnything()
{
    Stage stage;
    QObject context;
    Inbox inbox;
    stage.keeper->ask({}, &context, [&](const Base::Result<AccessToken> &) {
        stage.ask(inbox);                  // answered in a later turn
        stage.ask(inbox, {.leastLife = 1000h});
        stage.keeper->cancel();
    });
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(u"token1, "_s + errorText(ErrorKind::Cancelled)));

    stage.keeper->ask({}, &context, [&](const Base::Result<AccessToken> &) { stage.keeper.reset(); });
    stage.keeper->ask({}, &context, inbox.receiver());
    QVERIFY(QTest::qWaitFor([&] { return !stage.keeper; }));
    turnTheLoop();
    QCOMPARE(inbox.results.size(), 2);
}

QTEST_GUILESS_MAIN(TokenKeeperTest)
#include "tst_tokenkeeper.moc"
