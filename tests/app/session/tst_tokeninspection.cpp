// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokeninspection.h"
#include "app/session/tokenmembers.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

using namespace Tenantscope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Session::TokenContext;
using Session::TokenDifference;
using Session::TokenMember;
using Kind = TokenDifference::Kind;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-11-24T13:05:00Z"_s, Qt::ISODate);

Jwt::DecodedToken usualToken()
{
    const qint64 seconds = now.toSecsSinceEpoch();
    return {
        .header = {{u"alg"_s, u"RS256"_s}, {u"kid"_s, u"key"_s}, {u"typ"_s, u"JWT"_s}},
        .claims = {
            {u"iss"_s, u"https://contoso.eu.auth0.com/"_s},
            {u"sub"_s, u"machine@clients"_s},
            {u"aud"_s, u"https://contoso.eu.auth0.com/api/v2/"_s},
            {u"azp"_s, u"machine"_s},
            {u"iat"_s, seconds},
            {u"exp"_s, seconds + 3600},
            {u"scope"_s, u"read:clients read:users"_s}}};
}

TokenContext usualContext()
{
    return {
        .domain = Tenant::Domain::parse(u"contoso.eu.auth0.com"_s)->domain,
        .audience = u"https://contoso.eu.auth0.com/api/v2/"_s,
        .clientId = u"machine"_s,
        .expiry = now.addSecs(3600),
        .scopes = OAuth::ScopeSet::fromText(u"read:users read:clients")};
}

QList<Kind> kindsOf(const QList<TokenDifference> &differences)
{
    QList<Kind> kinds;
    for (const TokenDifference &one : differences)
        kinds.append(one.kind);
    return kinds;
}

} // namespace

class TestTokenInspection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral("."))); }

    void findsDifferences_data();
    void findsDifferences();
    void aLoopbackTenantMayNameItselfSecure();
    void aForeignNameIsComparedAsItIsWritten();
    void bothPartiesAreCompared();
    void wordsAreDistinctAndPlain();
    void membersAreOrdered();
    void encryptedTokensAreSignedByNothing();
};

void TestTokenInspection::findsDifferences_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QList<Kind>>("kinds");
    const auto row = [](const char *name, const QString &claim, const QJsonValue &value,
                        const QList<Kind> &kinds) {
        QTest::newRow(name) << claim << value << kinds;
    };
    const qint64 seconds = now.toSecsSinceEpoch();
    row("as it should be", u"extra"_s, 1, {});
    row("issuer without slash", u"iss"_s, u"https://contoso.eu.auth0.com"_s, {Kind::Issuer});
    row("another issuer", u"iss"_s, u"https://evil.test/"_s, {Kind::Issuer});
    row("issuer http", u"iss"_s, u"http://contoso.eu.auth0.com/"_s, {Kind::Issuer});
    row("no issuer", u"iss"_s, QJsonValue::Undefined, {});
    row("one of several audiences", u"aud"_s,
        QJsonArray{u"x"_s, u"https://contoso.eu.auth0.com/api/v2/"_s}, {});
    row("another audience", u"aud"_s, u"https://contoso.eu.auth0.com/api/v2"_s, {Kind::Audience});
    row("another application", u"azp"_s, u"other"_s, {Kind::Party});
    row("another application, RFC 9068", u"client_id"_s, u"other"_s, {Kind::Party});
    row("the application twice", u"client_id"_s, u"machine"_s, {});
    row("a minute later", u"exp"_s, seconds + 3660, {});
    row("over a minute later", u"exp"_s, seconds + 3661, {Kind::Expiry});
    row("over a minute earlier", u"exp"_s, seconds + 3539, {Kind::Expiry});
    row("scopes in another order", u"scope"_s, u"read:users read:clients"_s, {});
    row("fewer scopes", u"scope"_s, u"read:users"_s, {Kind::Scope});
    row("scopes not told", u"scope"_s, QJsonValue::Undefined, {});
    row("issued a minute ahead", u"iat"_s, seconds + 60, {});
    row("issued later", u"iat"_s, seconds + 61, {Kind::IssuedLater});
}

void TestTokenInspection::findsDifferences()
{
    QFETCH(const QString, claim);
    QFETCH(const QJsonValue, value);
    Jwt::DecodedToken token = usualToken();
    token.claims.insert(claim, value);
    QTEST(kindsOf(differencesOf(token, usualContext(), now)), "kinds");
    QCOMPARE(differencesOf(token, TokenContext(), now.addDays(1)), QList<TokenDifference>());
    TokenContext skewed = usualContext();
    skewed.clockSkew = 60s;
    QTEST(kindsOf(differencesOf(token, skewed, now)), "kinds");
    skewed.clockSkew = -61s;
    QVERIFY(kindsOf(differencesOf(token, skewed, now)).contains(Kind::ClockSkew));
}

void TestTokenInspection::aLoopbackTenantMayNameItselfSecure()
{
    TokenContext context = usualContext();
    context.domain = Tenant::Domain::parse(u"http://127.0.0.1:8080"_s)->domain;
    Jwt::DecodedToken token = usualToken();
    for (const QString &issuer : {u"http://127.0.0.1:8080/"_s, u"https://127.0.0.1:8080/"_s}) {
        token.claims.insert(u"iss"_s, issuer);
        QCOMPARE(differencesOf(token, context, now), QList<TokenDifference>());
    }
}

void TestTokenInspection::aForeignNameIsComparedAsItIsWritten()
{
    TokenContext context = usualContext();
    context.domain = Tenant::Domain::parse(u"login.xn--bcher-kva.de"_s)->domain;
    Jwt::DecodedToken token = usualToken();
    token.claims.insert(u"iss"_s, u"https://login.xn--bcher-kva.de/"_s);
    QCOMPARE(differencesOf(token, context, now), QList<TokenDifference>());
    token.claims.insert(u"iss"_s, u"https://login.b\u00FCcher.de/"_s); // which looks like it
    QCOMPARE(
        differencesOf(token, context, now).value(0).expected, u"https://login.xn--bcher-kva.de/"_s);
}

void TestTokenInspection::bothPartiesAreCompared()
{
    Jwt::DecodedToken token = usualToken();
    token.claims.insert(u"azp"_s, u"a"_s);
    token.claims.insert(u"client_id"_s, u"b"_s);
    const QList<TokenDifference> differences = differencesOf(token, usualContext(), now);
    QCOMPARE(kindsOf(differences), (QList{Kind::Party, Kind::Party}));
    QCOMPARE(
        differenceText(differences[0]),
        u"azp is “a”, but the application that asked is “machine”."_s);
    QCOMPARE(
        differenceText(differences[1]),
        u"client_id is “b”, but the application that asked is “machine”."_s);
}

void TestTokenInspection::wordsAreDistinctAndPlain()
{
    QSet<QString> texts;
    const QList<TokenDifference> all{
        {.kind = Kind::Issuer, .said = u"a\n\x1b[31mb"_s, .expected = u"c"_s},
        {.kind = Kind::Audience, .said = QString(u'x').repeated(5'000), .expected = u"c"_s},
        {.kind = Kind::Party, .said = u"\u202Ea"_s, .expected = u"c"_s, .claim = "azp"_L1},
        {.kind = Kind::Party, .said = u"\u202Ea"_s, .expected = u"c"_s, .claim = "client_id"_L1},
        {.kind = Kind::Expiry, .by = 90s},
        {.kind = Kind::Expiry, .by = -90s},
        {.kind = Kind::Expiry, .by = 3h},
        {.kind = Kind::Scope, .said = u"a"_s, .expected = u"c"_s},
        {.kind = Kind::ClockSkew, .by = 90s},
        {.kind = Kind::ClockSkew, .by = -90s},
        {.kind = Kind::IssuedLater, .by = 10min}};
    for (const TokenDifference &one : all) {
        const QString text = differenceText(one);
        QVERIFY2(!text.contains(QRegularExpression(u"[\\n\\x1b\u202E]"_s)), qPrintable(text));
        QVERIFY2(text.size() < 600, qPrintable(text));
        texts.insert(text);
    }
    QCOMPARE(texts.size(), all.size());
}

void TestTokenInspection::membersAreOrdered()
{
    Jwt::DecodedToken token = usualToken();
    token.claims.insert(u"https://contoso/role"_s, QJsonObject{{u"a"_s, 1}});
    token.claims.insert(u"aud"_s, QJsonArray{u"one"_s, 2});
    QStringList names;
    QHash<QString, TokenMember> byName;
    for (const TokenMember &member : Session::membersOf(token)) {
        names.append(member.name);
        byName.insert(member.name, member);
    }
    QCOMPARE(
        names,
        QStringList(
            {u"alg"_s, u"typ"_s, u"kid"_s, u"iss"_s, u"sub"_s, u"aud"_s, u"azp"_s, u"iat"_s,
             u"exp"_s, u"scope"_s, u"https://contoso/role"_s}));
    QCOMPARE(byName[u"alg"_s].part, TokenMember::Part::Header);
    QCOMPARE(byName[u"iss"_s].part, TokenMember::Part::Claims);
    QCOMPARE(byName[u"aud"_s].lines, QStringList({u"one"_s, u"2"_s}));
    QCOMPARE(byName[u"scope"_s].lines, QStringList({u"read:clients"_s, u"read:users"_s}));
    QCOMPARE(byName[u"https://contoso/role"_s].lines, QStringList{u"{\"a\":1}"_s});
    QCOMPARE(byName[u"https://contoso/role"_s].meaning, QString());
    QCOMPARE(byName[u"exp"_s].time, now.addSecs(3600));
    QVERIFY(!byName[u"azp"_s].time);
    QCOMPARE(byName[u"alg"_s].meaning, u"signed by"_s);
}

void TestTokenInspection::encryptedTokensAreSignedByNothing()
{
    const Jwt::DecodedToken token{
        .header = {{u"alg"_s, u"RSA-OAEP"_s}, {u"enc"_s, u"A256GCM"_s}}, .claims = {}};
    const QList<TokenMember> members = Session::membersOf(token);
    QCOMPARE(members.size(), 2);
    QCOMPARE(members.at(0).meaning, u"key management"_s);
    QCOMPARE(members.at(1).meaning, u"encrypted by"_s);
}

QTEST_GUILESS_MAIN(TestTokenInspection)

#include "tst_tokeninspection.moc"
