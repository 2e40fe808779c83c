// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/client.h"
#include "app/session/tokenverifier.h"

#include "signer.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using Base::ErrorKind;
using Jwt::Reason;
using Session::TokenVerifier;

namespace {

const QString path = u"/.well-known/jwks.json"_s;
const QString audience = u"https://api.example/"_s;

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

/// A verifier with its tenant, whose clock is ahead of ours by \a theirsAhead.
struct Stage
{
    explicit Stage(std::chrono::seconds theirsAhead = 0s)
        : ahead(theirsAhead)
    {
        server.handle(path, [this](const ReceivedRequest &) {
            return Answer::json(keySet({signer.jwk({{u"kid"_s, u"a"_s}})}))
                .header("Date", httpDate(tenantNow()));
        });
    }

    [[nodiscard]] QDateTime tenantNow() const { return clock.wallNow().addSecs(ahead.count()); }
    /// Issued now, to live for \a life, both by the tenant's clock.
    [[nodiscard]] QByteArray token(std::chrono::seconds life) const
    {
        const qint64 now = tenantNow().toSecsSinceEpoch();
        const QJsonObject claims{
            {u"iss"_s, QString(server.domain() + u'/')},
            {u"aud"_s, audience},
            {u"nbf"_s, now},
            {u"exp"_s, now + qint64(life.count())}};
        return signer.token(
            R"({"alg":"ES256","kid":"a"})", QJsonDocument(claims).toJson(), "ES256");
    }
    /// What a token is found to be: a reason's name, or an error's number.
    QString verdictOn(const QByteArray &token)
    {
        QString told;
        verifier->verify(Base::Secret(token), &context, [&told](const auto &verdict) {
            told = verdict ? QString(Jwt::nameOf(verdict->reason))
                           : u"error %1"_s.arg(int(verdict.error().kind));
        });
        const bool isEarly = !told.isNull(); // nobody is told from within verify()
        return QTest::qWaitFor([&told] { return !told.isNull(); }) && !isEarly ? told : u"none"_s;
    }

    std::chrono::seconds ahead;
    Signer signer = Signer::ec();
    ManualClock clock;
    FixedRandom random;
    FaultServer server;
    Http::Client client{clock, random};
    std::unique_ptr<TokenVerifier> verifier = std::make_unique<TokenVerifier>(
        client, clock, Tenant::Domain::parse(server.domain())->domain, audience);
    QObject context;
};

} // namespace

class TestTokenVerifier final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judgesByTheTenantsClock_data();
    void judgesByTheTenantsClock();
    void keptKeysFollowTheWallClock();
    void fetchesOnce();
    void hasAClientOfItsOwn();
    void fetchesNothingThatCannotHelp_data();
    void fetchesNothingThatCannotHelp();
    void tellsWhyThereAreNoKeys();
    void isSilentWhenDeleted();
};

void TestTokenVerifier::judgesByTheTenantsClock_data()
{
    QTest::addColumn<std::chrono::seconds>("ahead");
    QTest::newRow("same") << 0s;
    QTest::newRow("an hour ahead") << 3600s;
    QTest::newRow("an hour behind") << -3600s;
}

void TestTokenVerifier::judgesByTheTenantsClock()
{
    QFETCH(const std::chrono::seconds, ahead);
    Stage stage(ahead);
    QCOMPARE(stage.verdictOn(stage.token(600s)), u"all-checked"_s);
    QCOMPARE(stage.verdictOn(stage.token(-600s)), u"expired"_s);
    QCOMPARE(stage.verifier->clockSkew(), std::optional(-ahead));
    QCOMPARE(stage.verifier->now(), stage.tenantNow());
}

/// Somebody puts the clock right while the keys, and what their answer told of it, are kept.
void TestTokenVerifier::keptKeysFollowTheWallClock()
{
    Stage stage(1h);
    const QByteArray token = stage.token(600s);
    QCOMPARE(stage.verdictOn(token), u"all-checked"_s);
    stage.clock.jumpWall(1h);
    QCOMPARE(stage.verdictOn(token), u"all-checked"_s);
    QCOMPARE(stage.server.hits(path), 1);
}

void TestTokenVerifier::fetchesOnce()
{
    Stage stage;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(stage.verdictOn(stage.token(600s)), u"all-checked"_s);
    QCOMPARE(stage.server.hits(), 1);
    QVERIFY(!stage.server.requests().constFirst().hasHeader("authorization"));
}

void TestTokenVerifier::hasAClientOfItsOwn()
{
    Stage stage(1h);
    stage.verifier = std::make_unique<TokenVerifier>(
        stage.clock, stage.random, QString(), Tenant::Domain::parse(stage.server.domain())->domain,
        audience);
    QCOMPARE(stage.verdictOn(stage.token(600s)), u"all-checked"_s);
    QCOMPARE(stage.verifier->clockSkew(), std::optional<std::chrono::seconds>(-1h));
    QCOMPARE(stage.client.clockSkew(), std::nullopt);
}

void TestTokenVerifier::fetchesNothingThatCannotHelp_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &header, Reason reason) {
        QTest::newRow(name) << QByteArray(base64Url(header) + ".e30.c2ln")
                            << QString(Jwt::nameOf(reason));
    };
    row("none", R"({"alg":"none"})", Reason::Unsecured);
    row("HMAC", R"({"alg":"HS256"})", Reason::SymmetricAlgorithm);
    row("unknown", R"({"alg":"XY1"})", Reason::OtherAlgorithm);
    row("extension", R"({"alg":"RS256","b64":false})", Reason::CriticalHeader);
    QTest::newRow("garbage") << QByteArray("a.b") << QString(Jwt::nameOf(Reason::Malformed));
}

void TestTokenVerifier::fetchesNothingThatCannotHelp()
{
    QFETCH(const QByteArray, token);
    Stage stage;
    QTEST(stage.verdictOn(token), "reason");
    QCOMPARE(stage.server.connections(), 0);
}

void TestTokenVerifier::tellsWhyThereAreNoKeys()
{
    Stage stage;
    const QByteArray token = stage.token(600s);
    stage.server.next(path, Answer::json("{}"));
    QCOMPARE(stage.verdictOn(token), u"error %1"_s.arg(int(ErrorKind::Malformed)));
    QCOMPARE(stage.verdictOn(token), u"all-checked"_s); // a failure is not kept
}

void TestTokenVerifier::isSilentWhenDeleted()
{
    Stage stage;
    int told = 0;
    const auto count = [&told](const auto &) { ++told; };
    stage.verifier->verify(Base::Secret(stage.token(600s)), &stage.context, count);
    stage.verifier->verify(Base::Secret("eyJhbGciOiJub25lIn0.e30."), &stage.context, count);
    stage.verifier = std::make_unique<TokenVerifier>(
        stage.client, stage.clock, Tenant::Domain::parse(stage.server.domain())->domain, audience);
    QCOMPARE(stage.verdictOn(stage.token(600s)), u"all-checked"_s); // so long was there time
    QCOMPARE(told, 0);
}

QTEST_GUILESS_MAIN(TestTokenVerifier)
#include "tst_tokenverifier.moc"
