// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokenwords.h"

#include <QTest>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using OAuth::AccessToken;
using OAuth::TokenState;
using Tone = PlainLabel::Tone;

Q_DECLARE_METATYPE(Tenantscope::OAuth::TokenState)

namespace {

constexpr Base::Instant now(100h);

/// A token got an hour ago that lives \a left more.
AccessToken token(std::chrono::nanoseconds left = 2h + 5min)
{
    AccessToken made;
    made.value = Base::Secret(QByteArrayView("eyJ"));
    made.issuedAt = now - 1h;
    made.expiresAt = now + left;
    made.scopes = OAuth::ScopeSet::fromText(u"read:clients");
    return made;
}

AccessToken ageless()
{
    AccessToken made = token();
    made.expiresAt.reset();
    return made;
}

Base::Error error(Base::ErrorKind kind, int status = 0, const QString &description = {})
{
    Base::Error made{};
    made.kind = kind;
    made.status = status;
    made.description = description;
    return made;
}

OAuth::RenewalFailure failure(
    Base::ErrorKind kind, std::optional<std::chrono::nanoseconds> nextTry = 45s, int failures = 3)
{
    OAuth::RenewalFailure made{
        .error = error(kind, kind == Base::ErrorKind::TokenRefused ? 401 : 0),
        .failures = failures,
        .nextTry = {}};
    if (nextTry)
        made.nextTry = now + *nextTry;
    return made;
}

OAuth::Valid valid(const AccessToken &of)
{
    return {
        .token = of,
        .renewsAt = of.expiresAt ? std::optional(*of.expiresAt - 5min) : std::nullopt,
        .renewalFailure = {}};
}

TokenScene scene()
{
    return {
        .domain = u"contoso.eu.auth0.com"_s,
        .now = now,
        .wall = QDateTime(QDate(2026, 11, 24), QTime(12, 0), Qt::UTC)};
}

} // namespace

class TestTokenWords final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void states_data();
    void states();
    void livingTokensSayValid_data();
    void livingTokensSayValid();
    void expiryLine();
    void ringCountsDown_data();
    void ringCountsDown();
    void ticksOnlyWhenSomethingChanges_data();
    void ticksOnlyWhenSomethingChanges();
    void troubleIsTold_data();
    void troubleIsTold();
    void everyNoteHasWords_data();
    void everyNoteHasWords();
    void wrongClockIsCorrected();
};

void TestTokenWords::states_data()
{
    using Kind = Base::ErrorKind;
    QTest::addColumn<TokenState>("state");
    QTest::addColumn<bool>("offline");
    QTest::addColumn<QString>("steady");
    QTest::addColumn<QString>("ticking"); // empty: the same
    QTest::addColumn<Tone>("tone");
    const auto row = [](const char *name, const TokenState &state, const char *steady,
                        const char *ticking, Tone tone, bool offline = false) {
        QTest::newRow(name) << state << offline << QString::fromUtf8(steady)
                            << QString::fromUtf8(ticking) << tone;
    };

    row("none", OAuth::NoToken{}, "No token yet", "", Tone::Plain);
    row("asking", OAuth::Requesting{}, "Asking contoso.eu.auth0.com for a token…", "", Tone::Plain);
    row("valid", valid(token()), "Token valid · expires 14:05", "", Tone::Ok);
    row("valid, another day", valid(token(24h)), "Token valid · expires Wed 12:00", "", Tone::Ok);
    row("life unknown", valid(ageless()), "Token valid · expiry unknown, not renewed by itself", "",
        Tone::Ok);
    row("renewing", OAuth::Renewing{.token = token(), .lastFailure = {}},
        "Token valid · getting the next one…", "", Tone::Ok);

    OAuth::Valid failed = valid(token());
    failed.renewalFailure = failure(Kind::FirstByteTimeout);
    row("renewal failed", failed,
        "Token valid until 14:05 · renewal failed (no answer), next try at 12:00 (3 of 5)",
        "Token valid until 14:05 · renewal failed (no answer), next try in 0:45 (3 of 5)",
        Tone::Caution);
    failed.renewalFailure = failure(Kind::ServerFailed, std::nullopt, 5);
    failed.renewalFailure->error.status = 503;
    row("renewal given up", failed,
        "Token valid until 14:05 · renewal failed (server error 503), not tried again by itself",
        "", Tone::Caution);
    failed.renewalFailure = failure(Kind::TokenRefused, std::nullopt, 1);
    row("renewal refused", failed,
        "Token valid until 14:05 · renewal refused, not tried again by itself", "", Tone::Caution);
    row("offline", valid(token()), "Token valid until 14:05 · offline", "", Tone::Caution, true);
    failed.renewalFailure = failure(Kind::HostNotFound);
    row("offline, hence not renewed", failed, "Token valid until 14:05 · offline", "",
        Tone::Caution, true);
    failed.renewalFailure = failure(Kind::TokenRefused, std::nullopt, 1);
    row("refused, then offline", failed,
        "Token valid until 14:05 · renewal refused, not tried again by itself", "", Tone::Caution,
        true);
    failed = valid(ageless());
    failed.renewalFailure = failure(Kind::ConnectTimeout, std::nullopt);
    row("life unknown, renewal failed", failed,
        "Token valid · renewal failed (no connection), not tried again by itself", "",
        Tone::Caution);

    OAuth::Valid rejected = valid(token());
    rejected.rejected = true;
    row("rejected", rejected, "The tenant's API refuses this token (401)", "", Tone::Error);
    row("rejected, offline", rejected, "The tenant's API refuses this token (401)", "", Tone::Error,
        true);
    row("rejected, renewing",
        OAuth::Renewing{.token = token(), .lastFailure = {}, .rejected = true},
        "The tenant's API refuses this token (401) · getting the next one…", "", Tone::Error);

    row("refused: client", OAuth::Refused{error(Kind::TokenRefused, 401, u"Unauthorized"_s)},
        "Refused: client ID or client secret is wrong", "", Tone::Error);
    row("refused: grant",
        OAuth::Refused{error(
            Kind::TokenRefused, 403,
            u"Client is not authorized to access \"https://contoso.eu.auth0.com/api/v2/\". You need to create a \"client-grant\""_s)},
        "Refused: this application has no client grant for the Management API", "", Tone::Error);
    row("refused: audience",
        OAuth::Refused{error(
            Kind::TokenRefused, 403, u"Service not enabled within domain: https://x/api/v2/"_s)},
        "Refused: the tenant knows no API with this audience", "", Tone::Error);
    const auto refused = [](int status, const QString &code, const QString &description) {
        OAuth::Refused state{error(Kind::TokenRefused, status, description)};
        state.error.code = code;
        return state;
    };
    row("refused: parameter",
        refused(400, u"invalid_request"_s, u"Missing required parameter: organization"_s),
        "Refused: the tenant misses a part of the request", "", Tone::Error);
    row("refused: grant type", refused(403, u"unauthorized_client"_s, {}),
        "Refused: this application may not use the client credentials grant", "", Tone::Error);
    row("refused: DPoP", refused(400, u"use_dpop_nonce"_s, {}),
        "Refused: this application must prove that it holds a key", "", Tone::Error);
    row("refused: no known cause", refused(403, u"access_denied"_s, u"A rule says no"_s),
        "Refused: the tenant gives no token (403)", "", Tone::Error);

    row("expired just now", OAuth::Expired{.expiredAt = now - 59s, .renewalFailure = {}},
        "Expired at 11:59", "Expired just now", Tone::Error);
    row("expired", OAuth::Expired{.expiredAt = now - 200s, .renewalFailure = {}},
        "Expired at 11:56", "Expired 3 min ago", Tone::Error);
    row("expired on arrival",
        OAuth::Expired{.expiredAt = now, .renewalFailure = {}, .onArrival = true},
        "Expired on arrival", "", Tone::Error);
}

void TestTokenWords::states()
{
    QFETCH(TokenState, state);
    QFETCH(bool, offline);
    TokenScene at = scene();
    at.offline = offline;
    const TokenWords words = tokenWords(state, at);
    QTEST(words.state, "steady");
    QTEST(words.ticking, "ticking");
    QTEST(words.tone, "tone");
    QVERIFY(!words.icon.isEmpty());
}

void TestTokenWords::livingTokensSayValid_data()
{
    states_data();
}

void TestTokenWords::livingTokensSayValid()
{
    QFETCH(TokenState, state);
    QFETCH(QString, steady);
    const auto *held = std::get_if<OAuth::Valid>(&state);
    const auto *renewing = std::get_if<OAuth::Renewing>(&state);
    const bool lives = (held && !held->rejected) || (renewing && !renewing->rejected);
    QCOMPARE(steady.startsWith(u"Token valid"_s), lives);
}

void TestTokenWords::expiryLine()
{
    QCOMPARE(
        tokenWords(valid(token()), scene()).expiry,
        u"Tue 24 Nov 14:05 (14:05 UTC) · renews at 14:00"_s);
    OAuth::Valid once = valid(token());
    once.renewsAt.reset();
    QCOMPARE(tokenWords(once, scene()).expiry, u"Tue 24 Nov 14:05 (14:05 UTC)"_s);
    QVERIFY(tokenWords(valid(ageless()), scene()).expiry.startsWith(u"Unknown"_s));
    QVERIFY(tokenWords(OAuth::NoToken{}, scene()).expiry.isEmpty());
    TokenScene nowhere = scene();
    nowhere.domain.clear();
    QCOMPARE(tokenWords(OAuth::NoToken{}, nowhere).state, u"No tenant selected"_s);
}

void TestTokenWords::ringCountsDown_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subtext");
    QTest::addColumn<int>("percent"); // of a life that began an hour ago
    QTest::newRow("days") << qint64(76 * 3600) << u"3 days"_s << u"4 h"_s << 99;
    QTest::newRow("hours") << qint64(22 * 3600 + 14 * 60) << u"22 h"_s << u"14 min"_s << 96;
    QTest::newRow("minutes") << qint64(59 * 60 + 32) << u"59:32"_s << u"minutes left"_s << 50;
    QTest::newRow("seconds") << qint64(42) << u"0:42"_s << u"seconds left"_s << 1;
    QTest::newRow("over, not yet told") << qint64(0) << u"0:01"_s << u"seconds left"_s << 0;
}

void TestTokenWords::ringCountsDown()
{
    QFETCH(qint64, seconds);
    const TokenWords words = tokenWords(valid(token(std::chrono::seconds(seconds))), scene());
    QTEST(words.ringText, "text");
    QTEST(words.ringSubtext, "subtext");
    QTEST(qRound(words.ringPart * 100), "percent");
}

void TestTokenWords::ticksOnlyWhenSomethingChanges_data()
{
    QTest::addColumn<TokenState>("state");
    QTest::addColumn<qint64>("milliseconds"); // −1: never
    QTest::newRow("days: each hour") << TokenState(valid(token(76h + 10min))) << qint64(600'001);
    QTest::newRow("hours: each minute") << TokenState(valid(token(2h + 20s))) << qint64(20'001);
    QTest::newRow("minutes: each second") << TokenState(valid(token(2min + 300ms))) << qint64(301);
    QTest::newRow("none") << TokenState(OAuth::NoToken{}) << qint64(-1);
    QTest::newRow("asking") << TokenState(OAuth::Requesting{}) << qint64(-1);
    QTest::newRow("refused") << TokenState(
        OAuth::Refused{error(Base::ErrorKind::TokenRefused, 401)})
                             << qint64(-1);
    QTest::newRow("life unknown") << TokenState(valid(ageless())) << qint64(-1);
    OAuth::Valid failed = valid(token(2h + 30s));
    failed.renewalFailure = failure(Base::ErrorKind::ConnectTimeout, 45s + 200ms);
    QTest::newRow("next try: each second") << TokenState(failed) << qint64(201);
    QTest::newRow("expired: each minute")
        << TokenState(OAuth::Expired{.expiredAt = now - 90s, .renewalFailure = {}})
        << qint64(30'000);
}

void TestTokenWords::ticksOnlyWhenSomethingChanges()
{
    QFETCH(TokenState, state);
    QFETCH(qint64, milliseconds);
    const TokenWords words = tokenWords(state, scene());
    QCOMPARE(words.nextChange.has_value(), milliseconds >= 0);
    if (words.nextChange)
        QCOMPARE((*words.nextChange - now) / 1ms, milliseconds);
}

void TestTokenWords::troubleIsTold_data()
{
    QTest::addColumn<TokenState>("state");
    QTest::addColumn<bool>("trouble");
    QTest::newRow("valid") << TokenState(valid(token())) << false;
    QTest::newRow("none") << TokenState(OAuth::NoToken{}) << false;
    QTest::newRow("cancelled") << TokenState(OAuth::NoToken{error(Base::ErrorKind::Cancelled)})
                               << false;
    QTest::newRow("failed") << TokenState(OAuth::NoToken{error(Base::ErrorKind::HostNotFound)})
                            << true;
    QTest::newRow("refused") << TokenState(
        OAuth::Refused{error(Base::ErrorKind::TokenRefused, 401)})
                             << true;
    OAuth::Valid failed = valid(token());
    failed.renewalFailure = failure(Base::ErrorKind::ConnectTimeout);
    QTest::newRow("renewal failed") << TokenState(failed) << true;
    QTest::newRow("expired") << TokenState(
        OAuth::Expired{.expiredAt = now, .renewalFailure = failed.renewalFailure})
                             << true;
}

void TestTokenWords::troubleIsTold()
{
    QFETCH(TokenState, state);
    QFETCH(bool, trouble);
    const TokenWords words = tokenWords(state, scene());
    QCOMPARE(words.trouble.has_value(), trouble);
    if (trouble)
        QVERIFY(!words.trouble->sentence.what.isEmpty());
}

void TestTokenWords::everyNoteHasWords_data()
{
    using Note = AccessToken::Note;
    QTest::addColumn<int>("note");
    for (const Note note :
         {Note::ScopeFromClaim, Note::ScopesUnknown, Note::TypeMissing, Note::LifeWasText,
          Note::LifeFromClaims, Note::LifeUnknown, Note::LifesDiffer, Note::ExpiredOnArrival})
        QTest::addRow("%d", int(note)) << int(note);
}

void TestTokenWords::everyNoteHasWords()
{
    QFETCH(int, note);
    AccessToken noted = token();
    noted.notes = {AccessToken::Note(note)};
    noted.claimedExpiry = QDateTime(QDate(2026, 11, 24), QTime(15, 30), Qt::UTC);
    const QStringList notes = tokenWords(valid(noted), scene()).notes;
    QCOMPARE(notes.size(), 1);
    QVERIFY(!notes.constFirst().isEmpty());
    if (AccessToken::Note(note) == AccessToken::Note::LifesDiffer)
        QVERIFY(notes.constFirst().contains(u"15:30"_s)); // both are shown
}

void TestTokenWords::wrongClockIsCorrected()
{
    QVERIFY(!isSkewed(std::nullopt));
    QVERIFY(!isSkewed(60s));
    QVERIFY(isSkewed(61s));
    QVERIFY(isSkewed(-61s));
    TokenScene fast = scene();
    fast.clockSkew = 4min;
    fast.wall = correctedWall(fast.wall, fast.clockSkew);
    const TokenWords words = tokenWords(valid(token()), fast);
    QCOMPARE(words.state, u"Token valid · expires 14:01"_s);
    QCOMPARE(words.notes, QStringList{u"Your clock is 4 min fast; times are corrected"_s});
    fast.clockSkew = -5min;
    QVERIFY(tokenWords(valid(token()), fast).notes.constFirst().contains(u"5 min slow"_s));
}

QTEST_GUILESS_MAIN(TestTokenWords)
#include "tst_tokenwords.moc"
