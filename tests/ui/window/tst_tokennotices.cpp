// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tokennotices.h"

#include "tests/ui/tenants/bookfixture.h"
#include "tests/ui/uitest.h"

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Base::ErrorKind;
using Session::KnownTenant;
using Tenant::Environment;

Q_DECLARE_METATYPE(Tenantscope::OAuth::TokenState)

namespace {

constexpr Base::Instant now{1h};

OAuth::AccessToken living(std::chrono::seconds left)
{
    OAuth::AccessToken token;
    token.issuedAt = now - 1h;
    token.expiresAt = now + left;
    return token;
}

/// A renewal that failed; tried again in \a next, if at all.
OAuth::RenewalFailure failed(std::optional<std::chrono::seconds> next = {})
{
    return {
        .error = {.kind = ErrorKind::ConnectionFailed},
        .nextTry = next ? std::optional(now + *next) : std::nullopt};
}

QString nameOf(std::optional<TokenAlarm> alarm)
{
    if (!alarm)
        return u"none"_s;
    switch (*alarm) {
    case TokenAlarm::NotRenewed:
        return u"not renewed"_s;
    case TokenAlarm::ExpiresSoon:
        return u"soon"_s;
    case TokenAlarm::ExpiresUnrenewed:
        return u"soon, not renewed"_s;
    case TokenAlarm::Expired:
        return u"expired"_s;
    }
    Q_UNREACHABLE();
}

/// Notices of a book, and what they tell, as a text: "shop: expired", "shop ended".
struct Scene : Test::BookFixture
{
    /// \a life: of each tenant's tokens.
    explicit Scene(std::chrono::seconds life = 24h)
        : BookFixture({{u"shop"_s, Environment::Production}, {u"try"_s, Environment::Development}})
    {
        tenant.tokenLife = life.count();
        tenant.script = [this](const Test::SeenRequest &request) { return answer(request); };
        const auto name = [](const KnownTenant *known) {
            return known ? known->profile().name : u"a token"_s;
        };
        QObject::connect(&notices, &TokenNotices::told, &notices, [=, this](const auto &notice) {
            told.append(u"%1: %2"_s.arg(name(notice.tenant), nameOf(notice.alarm)));
        });
        QObject::connect(&notices, &TokenNotices::ended, &notices, [=, this](const auto *known) {
            told.append(u"%1 ended"_s.arg(name(known)));
        });
    }

    std::optional<Test::ScriptedAnswer> answer(const Test::SeenRequest &request)
    {
        if (request.path != Test::ScriptedTenant::tokenPath() || status == 200)
            return std::nullopt;
        ++failures;
        if (status == 0)
            return Test::ScriptedAnswer{.body = "{", .headers = {}};
        return Test::ScriptedTenant::json(
            QJsonObject{
                {u"error"_s, u"access_denied"_s}, {u"error_description"_s, u"Unauthorized"_s}},
            status);
    }
    KnownTenant &opened(const QString &name)
    {
        KnownTenant &known = *book.find(name);
        known.open();
        [&] { QTRY_VERIFY(OAuth::tokenOf(known.session().tokenState())); }();
        return known;
    }
    /// Lets \a time pass at once, then waits for the answers to \a requests that this causes.
    void pass(std::chrono::seconds time, int requests = 0)
    {
        const int before = failures;
        clock.advance(time);
        [&] { QTRY_COMPARE(failures, before + requests); }();
        const auto isSettled = [this] {
            for (KnownTenant *known : book.tenants()) {
                if (OAuth::isAsking(known->session().tokenState()))
                    return false;
            }
            return true;
        };
        [&] { QTRY_VERIFY(isSettled()); }();
    }
    QStringList takeTold() { return std::exchange(told, {}); }
    [[nodiscard]] QString unseen() const
    {
        const std::optional<TokenNotice> notice = notices.unseen();
        if (!notice)
            return {};
        return (notice->tenant ? notice->tenant->profile().name : u"a token"_s) + u": "_s
            + nameOf(notice->alarm);
    }

    int status = 200; ///< with which token requests are answered; 0: with what is no answer
    int failures = 0;
    TokenNotices notices{book};
    QStringList told;
};

} // namespace

class TestTokenNotices final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void statesGiveAlarms_data();
    void statesGiveAlarms();
    void aRefusedRenewalIsToldOnce();
    void eachStepIsToldOnce();
    void aRenewalEndsIt();
    void anOrdinaryRenewalIsSilent();
    void wakingUpLateIsSilentWhileRenewed();
    void whoAsksIsNotToldOfRefusal();
    void nobodyIsToldWhatTheySee();
    void beingSeenIsNotBeingOver();
    void tenantsAreToldApart();
    void theGravestLeads();
    void signingOutEndsIt();
    void aRemovedTenantEndsIt();
    void tenantsThatComeLaterAreFollowed();
    void aLockTakesTheNamesAway();
    void aLockEndsWhatIsNotExpired();
};

void TestTokenNotices::statesGiveAlarms_data()
{
    using namespace OAuth;
    QTest::addColumn<TokenState>("state");
    QTest::addColumn<QString>("alarm");
    QTest::addColumn<int>("nextIn"); // seconds; −1: never
    QTest::addColumn<bool>("isOver");
    const auto row = [](const char *name, TokenState state, const QString &alarm, int nextIn,
                        bool isOver) {
        QTest::newRow(name) << std::move(state) << alarm << nextIn << isOver;
    };
    const QString none = nameOf({});
    const QString notRenewed = nameOf(TokenAlarm::NotRenewed);
    const QString soon = nameOf(TokenAlarm::ExpiresSoon);
    const QString unrenewed = nameOf(TokenAlarm::ExpiresUnrenewed);
    const QString expired = nameOf(TokenAlarm::Expired);

    row("no token", NoToken{}, none, -1, true);
    row("asking", Requesting{}, none, -1, true);
    row("refused", Refused{}, none, -1, false);
    row("valid", Valid{.token = living(1h)}, none, -1, true);
    row("valid, 1 min", Valid{.token = living(1min)}, none, -1, true);
    row("renewing", Renewing{.token = living(1min)}, none, -1, true);
    row("tried again, 1 h", Valid{.token = living(1h), .renewalFailure = failed(5s)}, none, 3300,
        false);
    row("not tried, 1 h", Valid{.token = living(1h), .renewalFailure = failed()}, notRenewed, 3300,
        false);
    row("not tried, life unknown", Valid{.token = {}, .renewalFailure = failed()}, notRenewed, -1,
        false);
    row("tried again, 5 min and a bit", Valid{.token = living(301s), .renewalFailure = failed(5s)},
        none, 1, false);
    row("tried again, 5 min", Valid{.token = living(5min), .renewalFailure = failed(5s)}, soon, -1,
        false);
    row("not tried, 5 min", Valid{.token = living(5min), .renewalFailure = failed()}, unrenewed, -1,
        false);
    row("being tried, 1 h", Renewing{.token = living(1h), .lastFailure = failed()}, none, 3300,
        false);
    row("being tried, 1 min", Renewing{.token = living(1min), .lastFailure = failed(0s)}, soon, -1,
        false);
    row("expired", Expired{.expiredAt = now}, expired, -1, false);
    row("expired, tried again", Expired{.expiredAt = now, .renewalFailure = failed(5s)}, expired,
        -1, false);
    row("expired on arrival", Expired{.expiredAt = now, .onArrival = true}, expired, -1, false);
    row("expired, first renewal under way", Expired{.expiredAt = now, .asking = true}, none, -1,
        false);
    row("expired, another one under way",
        Expired{.expiredAt = now, .renewalFailure = failed(5s), .asking = true}, expired, -1,
        false);
}

void TestTokenNotices::statesGiveAlarms()
{
    QFETCH(OAuth::TokenState, state);
    QFETCH(int, nextIn);
    QTEST(nameOf(alarmOf(state, now)), "alarm");
    const auto next = nextAlarmOf(state, now);
    QCOMPARE(next ? int((*next - now) / 1s) : -1, nextIn);
    QTEST(isAlarmOver(state), "isOver");
}

void TestTokenNotices::aRefusedRenewalIsToldOnce()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    shop.session().renewToken(); // a day before its end
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{}); // it is what it was
    scene.pass(24h - 5min - 1s);
    QCOMPARE(scene.takeTold(), QStringList{});
    scene.pass(1s);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: soon, not renewed"_s});
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{});
    scene.pass(5min);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: expired"_s});
    scene.pass(24h);
    QCOMPARE(scene.takeTold(), QStringList{});
}

void TestTokenNotices::eachStepIsToldOnce()
{
    Scene scene;
    scene.opened(u"shop"_s);
    scene.status = 0; // which is tried again
    scene.pass(24h - 5min, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: soon"_s});
    for (const auto backoff : {5s, 10s, 20s}) {
        scene.pass(backoff, 1);
        QCOMPARE(scene.takeTold(), QStringList{});
    }
    scene.pass(40s, 1); // the last try
    QCOMPARE(scene.takeTold(), QStringList{u"shop: soon, not renewed"_s});
    scene.pass(5min);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: expired"_s});
}

void TestTokenNotices::aRenewalEndsIt()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    for (int round = 0; round < 2; ++round) { // another token, another time
        shop.session().renewToken();
        scene.pass(0s, 1);
        QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
        QCOMPARE(scene.unseen(), u"shop: not renewed"_s);
        scene.status = 200;
        shop.session().renewToken();
        QTRY_COMPARE(scene.told, QStringList{u"shop ended"_s});
        scene.told.clear();
        QCOMPARE(scene.unseen(), QString());
        scene.status = 401;
    }
}

void TestTokenNotices::anOrdinaryRenewalIsSilent()
{
    Scene scene(10min);
    scene.opened(u"shop"_s);
    scene.pass(9min);
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    scene.pass(0s);
    QCOMPARE(scene.takeTold(), QStringList{});
}

void TestTokenNotices::wakingUpLateIsSilentWhileRenewed()
{
    Scene scene(10min);
    scene.opened(u"shop"_s);
    scene.clock.sleep(2h); // past its end
    scene.pass(0s);
    QTRY_COMPARE(scene.tenant.tokensGiven(), 2);
    scene.pass(0s);
    QCOMPARE(scene.takeTold(), QStringList{});

    scene.status = 401;
    scene.clock.sleep(2h);
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: expired"_s}); // refused, and no token is left
}

void TestTokenNotices::whoAsksIsNotToldOfRefusal()
{
    Scene scene(10min);
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    scene.pass(9min, 1);
    scene.pass(1min);
    QVERIFY(scene.takeTold().endsWith(u"shop: expired"_s));
    shop.session().renewToken();
    QCOMPARE(scene.takeTold(), QStringList{u"shop ended"_s});
    scene.pass(0s, 1);
    QVERIFY(std::holds_alternative<OAuth::Refused>(shop.session().tokenState()));
    QCOMPARE(scene.takeTold(), QStringList{});
}

void TestTokenNotices::nobodyIsToldWhatTheySee()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.notices.setAttended(true);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    scene.notices.setAttended(false);
    QCOMPARE(scene.takeTold(), QStringList{});
    QCOMPARE(scene.unseen(), QString());
    scene.pass(24h - 5min);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: soon, not renewed"_s});
}

void TestTokenNotices::beingSeenIsNotBeingOver()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.unseen(), u"shop: not renewed"_s);
    scene.notices.setAttended(true);
    QCOMPARE(scene.unseen(), QString());
    scene.notices.setAttended(false);
    QCOMPARE(scene.unseen(), QString());
    QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
    scene.status = 200;
    shop.session().renewToken();
    QTRY_COMPARE(scene.told, QStringList{u"shop ended"_s});
    scene.told.clear();
}

void TestTokenNotices::tenantsAreToldApart()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.opened(u"try"_s);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
    scene.pass(24h - 5min, 1); // the other one's renewal
    QStringList told = scene.takeTold();
    told.sort();
    QCOMPARE(told, QStringList({u"shop: soon, not renewed"_s, u"try: soon, not renewed"_s}));
}

void TestTokenNotices::theGravestLeads()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.pass(1h);
    KnownTenant &other = scene.opened(u"try"_s);
    scene.status = 401;
    shop.session().renewToken();
    other.session().renewToken();
    scene.pass(0s, 2);
    scene.pass(23h);
    QCOMPARE(scene.unseen(), u"shop: expired"_s);
    scene.notices.setAttended(true);
    scene.notices.setAttended(false);
    scene.pass(1h - 5min);
    QCOMPARE(scene.unseen(), u"try: soon, not renewed"_s); // the graver one was seen
}

void TestTokenNotices::signingOutEndsIt()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
    shop.signOut();
    QCOMPARE(scene.takeTold(), QStringList{u"shop ended"_s});
    scene.pass(24h);
    QCOMPARE(scene.takeTold(), QStringList{});
}

void TestTokenNotices::aRemovedTenantEndsIt()
{
    Scene scene;
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u"shop: not renewed"_s});
    QVERIFY(scene.book.remove(shop));
    QCOMPARE(scene.takeTold(), QStringList{u"shop ended"_s});
    QCOMPARE(scene.unseen(), QString());
    scene.pass(24h);
    QCOMPARE(scene.takeTold(), QStringList{});
}

void TestTokenNotices::tenantsThatComeLaterAreFollowed()
{
    Scene scene;
    KnownTenant &added = scene.book.addUnsaved();
    added.signIn(scene.tenant.credentials());
    QTRY_VERIFY(OAuth::tokenOf(added.session().tokenState()));
    scene.status = 401;
    added.session().renewToken();
    scene.pass(0s, 1);
    QCOMPARE(scene.takeTold(), QStringList{u": not renewed"_s}); // which has no name
}

void TestTokenNotices::aLockTakesTheNamesAway()
{
    Scene scene(10min);
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.status = 401;
    shop.session().renewToken();
    scene.pass(0s, 1);
    scene.pass(10min);
    QVERIFY(scene.takeTold().endsWith(u"shop: expired"_s));
    scene.notices.setLocked(true);
    scene.book.lock();
    QCOMPARE(scene.takeTold(), QStringList({u"shop ended"_s, u"a token: expired"_s}));
    QCOMPARE(scene.unseen(), u"a token: expired"_s);
    scene.notices.setLocked(false);
    QCOMPARE(scene.takeTold(), QStringList{u"a token ended"_s});
    QCOMPARE(scene.unseen(), QString());
}

void TestTokenNotices::aLockEndsWhatIsNotExpired()
{
    Scene scene(10min);
    KnownTenant &shop = scene.opened(u"shop"_s);
    scene.notices.setLocked(true);
    scene.status = 401;
    shop.session().renewToken(); // though nobody does that to a locked one
    scene.pass(0s, 1);
    scene.pass(9min);
    QCOMPARE(scene.takeTold(), QStringList{});
    scene.pass(1min);
    QCOMPARE(scene.takeTold(), QStringList{u"a token: expired"_s});
}

QTEST_MAIN(TestTokenNotices)
#include "tst_tokennotices.moc"
