// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Jwt::base64UrlEncode;

namespace {

const QByteArray usualHeader = R"({"alg":"RS256","typ":"JWT","kid":"key-1"})";

/// A token with these two texts in it and a signature nobody asks about.
QByteArray token(const QByteArray &claims, const QByteArray &header = usualHeader)
{
    return base64UrlEncode(header) + '.' + base64UrlEncode(claims) + ".c2ln";
}

Jwt::DecodedToken decoded(const QByteArray &claims)
{
    return Jwt::decode(token(claims)).value_or(Jwt::DecodedToken());
}

/// A token whose claims nest \a depth deep, the outer object included.
QByteArray nested(int depth)
{
    return token(
        "{\"a\":" + QByteArray("[").repeated(depth - 1) + QByteArray("]").repeated(depth - 1)
        + '}');
}

/// A token of \a size bytes.
QByteArray sized(qsizetype size)
{
    const QByteArray frame = base64UrlEncode("{}") + '.' + base64UrlEncode("{}") + '.';
    return frame + QByteArray(size - frame.size(), 'A');
}

} // namespace

class TestDecode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAnAccessToken();
    void readsTheRfcsExample();
    void refuses_data();
    void refuses();
    void keepsLimits_data();
    void keepsLimits();
    void readsAudiences_data();
    void readsAudiences();
    void readsNumericDates_data();
    void readsNumericDates();
    void readsScope_data();
    void readsScope();
    void readsAuthorizedParty_data();
    void readsAuthorizedParty();
    void mistypedTextsAreEmpty();
    void showsWhatStandsBesideADamagedSignature();
    void readsHeadersAlone();
};

void TestDecode::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestDecode::readsAnAccessToken()
{
    const auto result = Jwt::decode(token(
        R"({"iss":"https://t.eu.auth0.com/","sub":"abc@clients","aud":"https://t.eu.auth0.com/api/v2/",)"
        R"("iat":1700000000,"exp":1700086400,"nbf":1699999999,"scope":"read:clients read:users",)"
        R"("azp":"abc","gty":"client-credentials"})"));
    QVERIFY(result);
    QCOMPARE(result->algorithm(), u"RS256"_s);
    QCOMPARE(result->keyId(), u"key-1"_s);
    QCOMPARE(result->issuer(), u"https://t.eu.auth0.com/"_s);
    QCOMPARE(result->subject(), u"abc@clients"_s);
    QCOMPARE(result->audiences(), QStringList{u"https://t.eu.auth0.com/api/v2/"_s});
    QCOMPARE(result->authorizedParty(), u"abc"_s);
    QCOMPARE(result->scope(), u"read:clients read:users"_s);
    QCOMPARE(result->issuedAt(), QDateTime(QDate(2023, 11, 14), QTime(22, 13, 20), Qt::UTC));
    QCOMPARE(result->expiresAt(), QDateTime(QDate(2023, 11, 15), QTime(22, 13, 20), Qt::UTC));
    QCOMPARE(result->notBefore(), QDateTime(QDate(2023, 11, 14), QTime(22, 13, 19), Qt::UTC));
    QCOMPARE(result->claims.value("gty"_L1).toString(), u"client-credentials"_s);
    QCOMPARE(result->header.value("typ"_L1).toString(), u"JWT"_s);
}

void TestDecode::readsTheRfcsExample() // RFC 7519 §3.1; its texts have line ends and blanks in them
{
    const auto result = Jwt::decode("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
                                    "eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leG"
                                    "FtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
                                    "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QVERIFY(result);
    QCOMPARE(result->algorithm(), u"HS256"_s);
    QCOMPARE(result->issuer(), u"joe"_s);
    QCOMPARE(result->expiresAt(), QDateTime(QDate(2011, 3, 22), QTime(18, 43), Qt::UTC));
}

void TestDecode::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray good = token("{}");
    QVERIFY(Jwt::decode(good));
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("opaque") << QByteArray("gho_16C7e42F292c6912E7710c838347Ae178B4a");
    QTest::newRow("two parts") << good.left(good.lastIndexOf('.'));
    QTest::newRow("four parts") << QByteArray(good + ".c2ln");
    QTest::newRow("encrypted, RFC 7516")
        << QByteArray("eyJhbGciOiJSU0EtT0FFUCJ9.a2V5.aXY.Y2lwaGVy.dGFn");
    QTest::newRow("blank in front") << QByteArray(' ' + good);
    QTest::newRow("line end behind") << QByteArray(good + '\n');
    QTest::newRow("with the word Bearer") << QByteArray("Bearer " + good);
    QTest::newRow("padded") << QByteArray("e30=.e30=.c2ln");
    QTest::newRow("signature is no base64url") << QByteArray("e30.e30.!");
    QTest::newRow("header is no JSON") << token("{}", "alg");
    QTest::newRow("claims are an array") << token("[]");
    QTest::newRow("claims are a text") << token("\"{}\"");
    QTest::newRow("claims end early") << token("{\"iss\":\"x\"");
    QTest::newRow("claims are not UTF-8") << token("{\"iss\":\"\xff\xfe\"}");
    QTest::newRow("dots only") << QByteArray("..");
}

void TestDecode::refuses()
{
    QFETCH(QByteArray, text);
    QVERIFY(!Jwt::decode(text));
}

void TestDecode::keepsLimits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("64 deep") << nested(64) << true;
    QTest::newRow("65 deep") << nested(65) << false;
    QTest::newRow("20,000 deep") << nested(20'000) << false;
    QTest::newRow("brackets in a text are no depth")
        << token("{\"a\":\"" + QByteArray("[\\\"{").repeated(100) + "\"}") << true;
    QTest::newRow("many side by side are no depth")
        << token("{\"a\":[" + QByteArray("[],").repeated(100) + "[]]}") << true;
    // Signatures of lengths that base64url can have, on both sides of 64 KiB.
    QTest::newRow("64 KiB") << sized(65'536) << true;
    QTest::newRow("above 64 KiB") << sized(65'538) << false;
    QTest::newRow("unsecured, empty signature") << QByteArray("e30.e30.") << true;
}

void TestDecode::keepsLimits()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, isRead);
    QCOMPARE(Jwt::decode(text).has_value(), isRead);
}

void TestDecode::readsAudiences_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QStringList>("audiences");
    QTest::newRow("text") << QByteArray(R"({"aud":"a"})") << QStringList{u"a"_s};
    QTest::newRow("array") << QByteArray(R"({"aud":["a","b"]})") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("mixed array") << QByteArray(R"({"aud":["a",1,null,["c"],"b"]})")
                                 << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("empty array") << QByteArray(R"({"aud":[]})") << QStringList();
    QTest::newRow("number") << QByteArray(R"({"aud":1})") << QStringList();
    QTest::newRow("missing") << QByteArray("{}") << QStringList();
}

void TestDecode::readsAudiences()
{
    QFETCH(QByteArray, claims);
    QFETCH(QStringList, audiences);
    QCOMPARE(decoded(claims).audiences(), audiences);
}

void TestDecode::readsNumericDates_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QDateTime>("date"); // null: counts as absent
    const QDateTime epoch(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("zero") << QByteArray("0") << epoch;
    QTest::newRow("fraction") << QByteArray("1.5") << epoch.addMSecs(1500);
    QTest::newRow("fraction below zero") << QByteArray("-0.25") << epoch.addMSecs(-250);
    QTest::newRow("exponent") << QByteArray("1e3") << epoch.addSecs(1000);
    QTest::newRow("last second of 9999")
        << QByteArray("253402300799") << QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC);
    QTest::newRow("first second of 1")
        << QByteArray("-62135596800") << QDateTime(QDate(1, 1, 1), QTime(0, 0), Qt::UTC);
    QTest::newRow("year 10000") << QByteArray("253402300800") << QDateTime();
    QTest::newRow("before year 1") << QByteArray("-62135596801") << QDateTime();
    QTest::newRow("milliseconds") << QByteArray("1700000000000") << QDateTime();
    QTest::newRow("2^63") << QByteArray("9223372036854775808") << QDateTime();
    QTest::newRow("1e308") << QByteArray("1e308") << QDateTime();
    QTest::newRow("-1e308") << QByteArray("-1e308") << QDateTime();
    QTest::newRow("text") << QByteArray("\"1700000000\"") << QDateTime();
    QTest::newRow("null") << QByteArray("null") << QDateTime();
    QTest::newRow("true") << QByteArray("true") << QDateTime();
}

void TestDecode::readsNumericDates()
{
    QFETCH(QByteArray, value);
    QFETCH(QDateTime, date);
    const std::optional<QDateTime> expected = date.isNull() ? std::nullopt : std::optional(date);
    const QByteArray claims = "{\"iat\":" + value + ",\"exp\":" + value + ",\"nbf\":" + value + '}';
    QCOMPARE(decoded(claims).issuedAt(), expected);
    QCOMPARE(decoded(claims).expiresAt(), expected);
    QCOMPARE(decoded(claims).notBefore(), expected);
    QCOMPARE(decoded("{}").expiresAt(), std::nullopt);
}

void TestDecode::readsScope_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<bool>("isKnown");
    QTest::addColumn<QString>("scope");
    QTest::newRow("text") << QByteArray(R"({"scope":"a b"})") << true << u"a b"_s;
    QTest::newRow("empty is not missing") << QByteArray(R"({"scope":""})") << true << QString();
    QTest::newRow("array") << QByteArray(R"({"scope":["a","b"]})") << true << u"a b"_s;
    QTest::newRow("missing") << QByteArray("{}") << false << QString();
    QTest::newRow("number") << QByteArray(R"({"scope":1})") << false << QString();
    QTest::newRow("null") << QByteArray(R"({"scope":null})") << false << QString();
}

void TestDecode::readsScope()
{
    QFETCH(QByteArray, claims);
    QFETCH(bool, isKnown);
    QFETCH(QString, scope);
    QCOMPARE(decoded(claims).scope().has_value(), isKnown);
    QCOMPARE(decoded(claims).scope().value_or(QString()), scope);
}

void TestDecode::readsAuthorizedParty_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QString>("party");
    QTest::newRow("azp") << QByteArray(R"({"azp":"a"})") << u"a"_s;
    QTest::newRow("client_id, RFC 9068") << QByteArray(R"({"client_id":"c"})") << u"c"_s;
    QTest::newRow("azp before client_id") << QByteArray(R"({"azp":"a","client_id":"c"})") << u"a"_s;
    QTest::newRow("azp is no text") << QByteArray(R"({"azp":7,"client_id":"c"})") << u"c"_s;
    QTest::newRow("neither") << QByteArray("{}") << QString();
}

void TestDecode::readsAuthorizedParty()
{
    QFETCH(QByteArray, claims);
    QFETCH(QString, party);
    QCOMPARE(decoded(claims).authorizedParty(), party);
}

void TestDecode::mistypedTextsAreEmpty()
{
    const auto result = Jwt::decode(token(R"({"iss":1,"sub":[]})", R"({"alg":{},"kid":null})"));
    QVERIFY(result);
    QCOMPARE(result->algorithm(), QString());
    QCOMPARE(result->keyId(), QString());
    QCOMPARE(result->issuer(), QString());
    QCOMPARE(result->subject(), QString());
}

void TestDecode::showsWhatStandsBesideADamagedSignature()
{
    const QByteArray damaged = token(R"({"sub":"me"})") + "==";
    QVERIFY(!Jwt::decode(damaged));
    const auto decoded = Jwt::decodeUnsigned(damaged);
    QVERIFY(decoded);
    QCOMPARE(decoded->subject(), u"me"_s);
    QCOMPARE(Jwt::decodeUnsigned(token("{}")), Jwt::decode(token("{}")));
    QVERIFY(!Jwt::decodeUnsigned(QByteArray(damaged + ".e30")));
    QVERIFY(!Jwt::decodeUnsigned(token("[]")));
}

void TestDecode::readsHeadersAlone()
{
    const QJsonObject header{{u"alg"_s, u"dir"_s}, {u"enc"_s, u"A128GCM"_s}};
    const QByteArray first = base64UrlEncode(R"({"alg":"dir","enc":"A128GCM"})");
    QCOMPARE(Jwt::decodeHeader(QByteArray(first + "..a.b.c")), header);
    QCOMPARE(Jwt::decodeHeader(QByteArray(first + ".text.!")), header);
    QVERIFY(!Jwt::decodeHeader(first));
    QVERIFY(!Jwt::decodeHeader(QByteArray(first + ".a")));
    QVERIFY(!Jwt::decodeHeader(QByteArray(first + ".a.b.c")));
    QVERIFY(!Jwt::decodeHeader("W10.a.b")); // a list
    QVERIFY(!Jwt::decodeHeader(QByteArray(first + '.' + QByteArray(64 * 1024, 'a') + ".b")));
}

QTEST_APPLESS_MAIN(TestDecode)
#include "tst_decode.moc"
