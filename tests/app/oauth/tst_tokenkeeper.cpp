// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/decode.h"
#include "app/oauth/tokenresponse.h"

#include "tests/app/oauth/keeperstage.h"
#include "tests/support/keypair.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Test;

namespace {

/// The header that tells a server's time.
QByteArray dateLine(const QDateTime &time)
{
    const QString text = QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss"_s);
    return "Date: " + text.toLatin1() + " GMT\r\n";
}

/// A stage whose credentials are a private key.
struct SigningStage : Stage<>
{
    SigningStage()
    {
        Tenant::Credentials signing = credentials();
        signing.clientSecret.clear();
        signing.privateKey = Tenant::PrivateKey{.pem = Base::Secret(QByteArrayView(privateKeyPem))};
        keeper->setCredentials(signing);
    }

    /// Of the assertion that came last.
    [[nodiscard]] QJsonObject claims() const
    {
        for (const QByteArray &parameter : server.lastBody().split('&')) {
            if (parameter.startsWith("client_assertion="))
                return Jwt::decode(parameter.sliced(17)).value_or(Jwt::DecodedToken{}).claims;
        }
        return {};
    }
};

} // namespace

class TokenKeeperTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void bringsAToken();
    void signsEveryRequestAnew();
    void signsARetryAnew();
    void signsInTheTenantsTime_data();
    void signsInTheTenantsTime();
    void asksOnlyOnceMoreForTheTime();
    void tellsThatAKeyWasRefused();
    void asksOnceForAHundred();
    void givesThePresentToken();
    void meetsNeeds();
    void saysWhenNoTokenIsLongEnough();
    void takesTheSameBytesForANewToken();
    void hasNothingToAskWith();
    void tellsTheRequestsError();
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
    QVERIFY2(
        stage.server.lastBody().contains("client_secret=a%2Bb%26c%3Dd%20%2541%C3%A9&"),
        stage.server.lastBody().constData());
    QCOMPARE(stage.token()->expiresAt, std::optional(stage.clock.now() + 24h));
}

void TokenKeeperTest::signsEveryRequestAnew()
{
    SigningStage stage;
    QVERIFY(stage.brings());
    const QJsonObject first = stage.claims();
    QVERIFY2(!stage.server.lastBody().contains("client_secret"), "a secret beside the key");
    QVERIFY(stage.brings());
    const QJsonObject second = stage.claims();
    QCOMPARE(first.value("iss"_L1).toString(), u"client"_s);
    QCOMPARE(first.value("aud"_L1).toString(), QString(stage.server.domain() + u'/'));
    QVERIFY(first.value("jti"_L1) != second.value("jti"_L1));
}

/// A tenant that failed may have noted the assertion all the same.
void TokenKeeperTest::signsARetryAnew()
{
    SigningStage stage;
    Http::Policy policy = patientPolicy();
    policy.attempts = 2;
    stage.keeper->setPolicy(policy);
    stage.server.setAnswer([](int number) {
        return number == 1 ? TokenServer::json(503, "{}") : TokenServer::tokensOfLife(600)(number);
    });
    stage.keeper->request();
    QVERIFY(pumpUntil([&stage] { return stage.clock.nextWake() && stage.server.posts() == 1; }));
    const QJsonObject first = stage.claims();
    QVERIFY(pumpUntil([&stage] {
        stage.clock.advance(1s);
        QCoreApplication::processEvents();
        return stage.server.posts() == 2;
    }));
    QVERIFY(stage.settles());
    QVERIFY(stage.token());
    QVERIFY(first.value("jti"_L1) != stage.claims().value("jti"_L1));
    QVERIFY(first.value("iat"_L1).toInteger() < stage.claims().value("iat"_L1).toInteger());
}

void TokenKeeperTest::signsInTheTenantsTime_data()
{
    QTest::addColumn<int>("ahead"); // seconds by which this computer's clock is
    QTest::addColumn<int>("posts");
    QTest::newRow("right") << 0 << 1;
    QTest::newRow("within Auth0's leeway") << 8 << 1;
    QTest::newRow("fast") << 600 << 2;
    QTest::newRow("slow") << -86'400 << 2;
}

void TokenKeeperTest::signsInTheTenantsTime()
{
    QFETCH(const int, ahead);
    QFETCH(const int, posts);
    SigningStage stage;
    const QDateTime tenantTime = stage.clock.wallNow();
    stage.clock.jumpWall(std::chrono::seconds(ahead));
    stage.server.setAnswer([&stage, tenantTime](int number) {
        const QByteArray date = dateLine(tenantTime);
        const qint64 issuedAt = stage.claims().value("iat"_L1).toInteger();
        if (qAbs(issuedAt - tenantTime.toSecsSinceEpoch()) > 10)
            return TokenServer::json(401, R"({"error":"invalid_client"})", date);
        QByteArray answer = TokenServer::tokensOfLife(600)(number);
        return answer.insert(answer.indexOf("Content-Length"), date);
    });
    QVERIFY(stage.brings());
    QCOMPARE(stage.server.posts(), posts);
    QVERIFY(stage.brings()); // the skew is known now
    QCOMPARE(stage.server.posts(), posts + 1);
}

/// A tenant of another time with each answer would be asked for ever.
void TokenKeeperTest::asksOnlyOnceMoreForTheTime()
{
    SigningStage stage;
    stage.server.setAnswer([&stage](int number) {
        const QDateTime time = stage.clock.wallNow().addSecs(number * 3'600);
        return TokenServer::json(401, R"({"error":"invalid_client"})", dateLine(time));
    });
    stage.keeper->request();
    QVERIFY(stage.settles());
    QVERIFY(stage.as<Refused>());
    QCOMPARE(stage.server.posts(), 2);
}

void TokenKeeperTest::tellsThatAKeyWasRefused()
{
    SigningStage stage;
    stage.server.setAnswer(TokenServer::refusal());
    stage.keeper->request();
    QVERIFY(stage.settles());
    QVERIFY(stage.as<Refused>());
    QCOMPARE(stage.as<Refused>()->error.detail, TokenProblem::assertionRefused);
    QCOMPARE(stage.server.posts(), 1);
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
    stage.ask(inbox, {.after = 1}); // renewed already
    stage.ask(inbox, {.after = 2});
    stage.ask(inbox, {.after = 2});
    QVERIFY(waitFor(inbox, 6));
    QCOMPARE(inbox.text(), u"token1, token2, token2, token2, token3, token3"_s);
    QCOMPARE(stage.server.posts(), 3);

    stage.server.setAnswer(
        TokenServer::always(TokenServer::json(200, R"({"access_token":"endless"})")));
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

void TokenKeeperTest::takesTheSameBytesForANewToken()
{
    Stage stage;
    stage.server.setAnswer(TokenServer::always(TokenServer::tokensOfLife(60)(7)));
    QVERIFY(stage.brings());
    Inbox inbox;
    const AccessToken first = *stage.token();
    stage.ask(inbox, {.after = first.serial});
    QVERIFY(waitFor(inbox, 1));
    turnTheLoop();
    QCOMPARE(inbox.text(), QString::fromUtf8(first.value.reveal()));
    QCOMPARE(stage.token()->serial, first.serial + 1);
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

void TokenKeeperTest::cancelKeepsTheToken()
{
    Stage stage(60);
    QVERIFY(stage.brings());
    stage.server.hold();
    Inbox inbox;
    stage.keeper->request();
    stage.ask(inbox, {.leastLife = 1h});
    QVERIFY(stage.hasPosts(2));
    stage.ask(inbox);
    stage.keeper->cancel();
    QVERIFY(stage.as<Valid>());
    QCOMPARE(stage.value(), u"token1"_s);
    QVERIFY2(inbox.results.isEmpty(), "told from within cancel()");
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(errorText(ErrorKind::Cancelled) + u", token1"_s));
    QTRY_COMPARE(stage.server.hangUps(), 1);
    QCOMPARE(
        stage.as<Valid>()->renewsAt, std::optional(stage.clock.now() + 30s)); // as it was planned

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
    QCOMPARE(
        inbox.text(),
        QString(errorText(ErrorKind::Cancelled) + u", " + errorText(ErrorKind::Cancelled)));
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
    stage.keeper->reportRejected(stage.token()->serial + 1);
    QVERIFY(!stage.as<Valid>()->rejected);
    stage.keeper->reportRejected(stage.token()->serial);
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
    connect(
        stage.keeper.get(), &TokenKeeper::stateChanged, &context, [&] { stage.keeper.reset(); });
    QVERIFY(pumpUntil([&] { return !stage.keeper; }));
    turnTheLoop();
    QVERIFY(inbox.results.isEmpty());
}

void TokenKeeperTest::receiversMayDoAnything()
{
    Stage stage;
    QObject context;
    Inbox inbox;
    stage.keeper->ask({}, &context, [&](const Base::Result<AccessToken> &) {
        stage.ask(inbox); // answered in a later turn
        stage.ask(inbox, {.leastLife = 1000h});
        stage.keeper->cancel();
    });
    QVERIFY(waitFor(inbox, 2));
    QCOMPARE(inbox.text(), QString(u"token1, "_s + errorText(ErrorKind::Cancelled)));

    stage.keeper->ask(
        {}, &context, [&](const Base::Result<AccessToken> &) { stage.keeper.reset(); });
    stage.keeper->ask({}, &context, inbox.receiver());
    QVERIFY(pumpUntil([&] { return !stage.keeper; }));
    turnTheLoop();
    QCOMPARE(inbox.results.size(), 2);
}

QTEST_GUILESS_MAIN(TokenKeeperTest)
#include "tst_tokenkeeper.moc"
