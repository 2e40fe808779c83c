// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenledger.h"

#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Session;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

TokenOwner owner(const QString &domain = u"contoso.eu.auth0.com"_s)
{
    return {
        .name = u"Contoso"_s,
        .environment = u"STAGING"_s,
        .domain = Tenant::Domain::parse(domain)->domain,
        .clientId = u"machine"_s,
        .audience = u"https://contoso.eu.auth0.com/api/v2/"_s};
}

/// A ledger beside its clock.
struct Scene
{
    /// Copies the token \a value, which lives for \a life from now; nullopt: it does not tell.
    void copy(
        const QByteArray &value, std::optional<std::chrono::nanoseconds> life = 1h,
        const TokenOwner &of = owner())
    {
        OAuth::AccessToken token;
        token.value = Base::Secret(value);
        token.issuedAt = clock.now();
        if (life)
            token.expiresAt = clock.now() + *life;
        ledger.record(of, token, TokenFormat::Header);
    }
    [[nodiscard]] QStringList fingerprints() const
    {
        QStringList found;
        for (int i = 0; i < ledger.size(); ++i)
            found.append(ledger.at(i).fingerprint);
        return found;
    }

    Test::ManualClock clock;
    TokenLedger ledger{clock};
};

QString fingerprint(const QByteArray &value)
{
    return Base::Secret(value).fingerprint();
}

} // namespace

class TestTokenLedger final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void startsEmpty();
    void notesWhatWasCopied();
    void oneTokenCopiedTwiceIsOneToken();
    void theLivingAreCountedByTenant();
    void theUnknownEndIsTold();
    void theDeadGoAfterADay();
    void theBoundTakesTheDeadFirst();
    void theBoundKeepsEachLivingToken();
    void tellsBeforeAndAfterRemoving();
};

void TestTokenLedger::startsEmpty()
{
    const Scene scene;
    QCOMPARE(scene.ledger.size(), 0);
    QCOMPARE(scene.ledger.alive(), TokenLedger::Alive{});
    QVERIFY(!scene.ledger.nextDeath());
    QVERIFY(!scene.clock.nextWake());
}

void TestTokenLedger::notesWhatWasCopied()
{
    Scene scene;
    const QSignalSpy recorded(&scene.ledger, &TokenLedger::recorded);
    OAuth::AccessToken token;
    token.value = Base::Secret(QByteArrayView("token-1"));
    token.expiresAt = scene.clock.now() + 90min;
    token.scopes = OAuth::ScopeSet::fromText(u"read:clients read:connections");
    scene.ledger.record(owner(), token, TokenFormat::Export);
    QCOMPARE(recorded.count(), 1);
    const TokenCopy expected{
        .copiedAt = scene.clock.now(),
        .copiedWall = scene.clock.wallNow(),
        .owner = owner(),
        .format = TokenFormat::Export,
        .fingerprint = fingerprint("token-1"),
        .scopes = 2,
        .diesAt = scene.clock.now() + 90min};
    QVERIFY(scene.ledger.at(0) == expected);
    scene.copy("token-2");
    QVERIFY(!scene.ledger.at(1).scopes); // it does not tell them
}

void TestTokenLedger::oneTokenCopiedTwiceIsOneToken()
{
    Scene scene;
    scene.copy("token-1");
    scene.copy("token-1");
    scene.copy("token-2", 2h);
    QCOMPARE(scene.ledger.size(), 3);
    QCOMPARE(scene.ledger.alive().tokens, 2);
    QVERIFY(scene.ledger.alive().last == scene.clock.now() + 2h);
    scene.clock.advance(1h);
    QCOMPARE(scene.ledger.alive().tokens, 1);
    QCOMPARE(scene.ledger.size(), 3); // still listed
}

void TestTokenLedger::theLivingAreCountedByTenant()
{
    Scene scene;
    const TokenOwner other = owner(u"fabrikam.auth0.com"_s);
    scene.copy("token-1", 1h);
    scene.copy("token-1", 3h, other); // the same bytes: another tenant's is another token
    QCOMPARE(scene.ledger.alive().tokens, 2);
    QCOMPARE(
        scene.ledger.aliveOf(owner().domain.text()),
        (TokenLedger::Alive{.tokens = 1, .last = scene.clock.now() + 1h}));
    QVERIFY(scene.ledger.nextDeath() == scene.clock.now() + 1h);
    scene.clock.advance(1h);
    QCOMPARE(scene.ledger.aliveOf(owner().domain.text()), TokenLedger::Alive{});
    QCOMPARE(scene.ledger.aliveOf(other.domain.text()).tokens, 1);
    QVERIFY(scene.ledger.nextDeath() == scene.clock.now() + 2h);
}

void TestTokenLedger::theUnknownEndIsTold()
{
    Scene scene;
    scene.copy("token-1", {});
    QCOMPARE(
        scene.ledger.alive(), (TokenLedger::Alive{.tokens = 1, .last = {}, .isEndUnknown = true}));
    scene.clock.advance(24h * 60);
    QCOMPARE(scene.ledger.alive().tokens, 1); // for all that is known
    QVERIFY(!scene.ledger.nextDeath());
}

void TestTokenLedger::theDeadGoAfterADay()
{
    Scene scene;
    scene.copy("token-1", 1h);
    scene.copy("token-2", 3h);
    scene.clock.advance(1h + TokenLedger::deadStay - 1ms);
    QCOMPARE(scene.ledger.size(), 2);
    scene.clock.advance(1ms); // nobody copies meanwhile
    QCOMPARE(scene.fingerprints(), QStringList{fingerprint("token-2")});
    scene.clock.advance(2h);
    QCOMPARE(scene.ledger.size(), 0);
    QVERIFY(!scene.clock.nextWake());
}

void TestTokenLedger::theBoundTakesTheDeadFirst()
{
    Scene scene;
    scene.copy("long-lived", 24h);
    scene.copy("short-lived", 1min);
    for (int i = 2; i < TokenLedger::largestSize; ++i)
        scene.copy("token-" + QByteArray::number(i));
    scene.clock.advance(1min);
    QCOMPARE(scene.ledger.size(), TokenLedger::largestSize);
    scene.copy("one more");
    QCOMPARE(scene.ledger.size(), TokenLedger::largestSize);
    QVERIFY(!scene.fingerprints().contains(fingerprint("short-lived")));
    QVERIFY(scene.fingerprints().contains(fingerprint("long-lived")));
}

void TestTokenLedger::theBoundKeepsEachLivingToken()
{
    Scene scene;
    scene.copy("first");
    for (int i = 0; i < TokenLedger::largestSize + 50; ++i)
        scene.copy(i % 2 ? "even" : "odd");
    QCOMPARE(scene.ledger.size(), TokenLedger::largestSize);
    QCOMPARE(scene.ledger.alive().tokens, 3);
    QCOMPARE(scene.ledger.at(0).fingerprint, fingerprint("first"));
    for (int i = 0; i < TokenLedger::largestSize; ++i)
        scene.copy("token-" + QByteArray::number(i));
    QCOMPARE(scene.ledger.alive().tokens, TokenLedger::largestSize); // the oldest had to go
    QCOMPARE(scene.ledger.at(0).fingerprint, fingerprint("token-0"));
}

void TestTokenLedger::tellsBeforeAndAfterRemoving()
{
    Scene scene;
    scene.copy("token-1", 1h);
    scene.copy("token-2", 2h);
    QStringList heard;
    connect(&scene.ledger, &TokenLedger::aboutToBeRemoved, this, [&](int index) {
        heard.append(u"%1 of %2"_s.arg(index).arg(scene.ledger.size()));
    });
    connect(&scene.ledger, &TokenLedger::removed, this, [&] {
        heard.append(u"%1 left"_s.arg(scene.ledger.size()));
    });
    scene.clock.advance(1h + TokenLedger::deadStay);
    QCOMPARE(heard, QStringList({u"0 of 2"_s, u"1 left"_s}));
}

QTEST_GUILESS_MAIN(TestTokenLedger)
#include "tst_tokenledger.moc"
