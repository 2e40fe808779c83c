// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/keyset.h"

#include "rfcvectors.h"
#include "signer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Jwt::Algorithm;
using Jwt::KeyProblem;

Q_DECLARE_METATYPE(std::optional<Tenantscope::Jwt::KeyProblem>)

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

/// Takes concatenations, which a view does not.
Base::Result<Jwt::KeySet> readKeySet(const QByteArray &body)
{
    return Jwt::readKeySet(body);
}

/// \a key with one member changed; an undefined value takes it away.
QJsonObject with(QJsonObject key, const QString &name, const QJsonValue &value)
{
    if (value.isUndefined())
        key.remove(name);
    else
        key.insert(name, value);
    return key;
}

QString number(const QByteArray &bigEndian)
{
    return QString::fromLatin1(Test::base64Url(bigEndian));
}

/// An odd number of \a bits, as a modulus has to be.
QString modulus(qsizetype bits)
{
    QByteArray bytes((bits + 7) / 8, '\x35');
    bytes[0] = char(1 << ((bits - 1) % 8));
    return number(bytes);
}

/// 65,537 to the \a exponent-th, plus \a more, big-endian: without more, what a card with ROCA could have made.
QByteArray powerOf65537(int exponent, unsigned more = 0)
{
    QByteArray littleEndian(1, '\x01');
    for (int i = 0; i < exponent; ++i) { // times 65,537: plus itself, two bytes further left
        const QByteArray shifted = QByteArray(2, '\0') + littleEndian;
        littleEndian.append(3, '\0');
        unsigned carry = i + 1 == exponent ? more : 0;
        for (qsizetype at = 0; at < littleEndian.size(); ++at) {
            carry += static_cast<unsigned char>(littleEndian[at]);
            carry += at < shifted.size() ? static_cast<unsigned char>(shifted[at]) : 0;
            littleEndian[at] = char(carry & 0xff);
            carry >>= 8;
        }
        while (littleEndian.back() == '\0')
            littleEndian.chop(1);
    }
    std::ranges::reverse(littleEndian);
    return littleEndian;
}

/// The reason why the one key of a set is not used; nullopt: it is.
std::optional<KeyProblem> problemOf(const QByteArray &jwk)
{
    const auto set = readKeySet("{\"keys\":[" + jwk + "]}");
    if (!set || set->keys.size() + size_t(set->unusable.size()) != 1)
        qFatal("not one key");
    return set->unusable.isEmpty() ? std::nullopt : std::optional(set->unusable.first().problem);
}

} // namespace

class TestKeySet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void judgesKeys_data();
    void judgesKeys();
    void fixesAlgorithms_data();
    void fixesAlgorithms();
    void refusesAllPrivateMembers();
    void keepsGoodKeysBesideBadOnes();
    void refusesSets_data();
    void refusesSets();
    void keepsLimits();
    void knowsThumbprints();
};

void TestKeySet::judgesKeys_data()
{
    QTest::addColumn<QJsonObject>("key");
    QTest::addColumn<std::optional<KeyProblem>>("problem");
    const auto row = [](const char *name, const QJsonObject &key,
                        std::optional<KeyProblem> problem) {
        QTest::newRow(name) << key << problem;
    };
    const QJsonObject rsa = object(Test::rfc7515RsaKey);
    const QJsonObject ec = object(Test::rfc7515EcKey);
    const QJsonValue none(QJsonValue::Undefined);

    row("RSA, RFC 7515", rsa, std::nullopt);
    row("RSA, RFC 7520", object(Test::rfc7520RsaKey), std::nullopt);
    row("EC, RFC 7515", ec, std::nullopt);
    row("unknown members are passed over", with(rsa, u"x5t"_s, u"?"_s), std::nullopt);
    row("a certificate is not looked at", with(rsa, u"x5c"_s, QJsonArray{u"MIIC"_s}), std::nullopt);
    row("secret", object(Test::rfc7515HmacKey), KeyProblem::OtherType);
    row("P-521", object(Test::rfc7515P521Key), KeyProblem::OtherCurve);
    row("Ed25519", {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"Ed25519"_s}}, KeyProblem::OtherType);
    row("no type", with(rsa, u"kty"_s, none), KeyProblem::Malformed);
    row("type in small letters", with(rsa, u"kty"_s, u"rsa"_s), KeyProblem::OtherType);
    row("type is a number", with(rsa, u"kty"_s, 1), KeyProblem::Malformed);
    row("name is a number", with(rsa, u"kid"_s, 1), KeyProblem::Malformed);
    row("name is null", with(rsa, u"kid"_s, QJsonValue()), KeyProblem::Malformed);

    row("for signatures", with(rsa, u"use"_s, u"sig"_s), std::nullopt);
    row("for encryption", with(rsa, u"use"_s, u"enc"_s), KeyProblem::NotForSignatures);
    row("use is no text", with(rsa, u"use"_s, true), KeyProblem::NotForSignatures);
    row("to verify", with(ec, u"key_ops"_s, QJsonArray{u"verify"_s}), std::nullopt);
    row("to sign only", with(ec, u"key_ops"_s, QJsonArray{u"sign"_s}),
        KeyProblem::NotForSignatures);
    row("for no operation", with(ec, u"key_ops"_s, QJsonArray{}), KeyProblem::NotForSignatures);
    row("operations are a text", with(ec, u"key_ops"_s, u"verify"_s), KeyProblem::NotForSignatures);
    row("use and operations disagree",
        with(with(rsa, u"use"_s, u"enc"_s), u"key_ops"_s, QJsonArray{u"verify"_s}),
        KeyProblem::NotForSignatures);

    row("RSA for ES256", with(rsa, u"alg"_s, u"ES256"_s), KeyProblem::OtherAlgorithm);
    row("EC for RS256", with(ec, u"alg"_s, u"RS256"_s), KeyProblem::OtherAlgorithm);
    row("RSA for HS256", with(rsa, u"alg"_s, u"HS256"_s), KeyProblem::OtherAlgorithm);
    row("RSA for none", with(rsa, u"alg"_s, u"none"_s), KeyProblem::OtherAlgorithm);
    row("RSA to encrypt by", with(rsa, u"alg"_s, u"RSA-OAEP"_s), KeyProblem::OtherAlgorithm);
    row("algorithm is a number", with(rsa, u"alg"_s, 256), KeyProblem::OtherAlgorithm);

    row("no modulus", with(rsa, u"n"_s, none), KeyProblem::BadNumber);
    row("empty modulus", with(rsa, u"n"_s, QString()), KeyProblem::BadNumber);
    row("padded modulus", with(rsa, u"n"_s, QString(rsa[u"n"_s].toString() + u"=="_s)),
        KeyProblem::BadNumber);
    row("base64, not base64url", with(rsa, u"n"_s, QString(u"++//"_s.repeated(86))),
        KeyProblem::BadNumber);
    row("zero before the modulus", with(rsa, u"n"_s, number('\0' + QByteArray(256, '\x35'))),
        KeyProblem::BadNumber);
    row("even modulus", with(rsa, u"n"_s, number(QByteArray(256, '\xb4'))), KeyProblem::BadNumber);
    row("2,047 bits", with(rsa, u"n"_s, modulus(2047)), KeyProblem::TooShort);
    row("2,048 bits", with(rsa, u"n"_s, modulus(2048)), std::nullopt);
    row("8,192 bits", with(rsa, u"n"_s, modulus(8192)), std::nullopt);
    row("8,193 bits", with(rsa, u"n"_s, modulus(8193)), KeyProblem::TooLong);
    row("of a smart card with ROCA", with(rsa, u"n"_s, number(powerOf65537(128))),
        KeyProblem::Guessable);
    row("two beside it", with(rsa, u"n"_s, number(powerOf65537(128, 2))), std::nullopt);
    row("no exponent", with(rsa, u"e"_s, none), KeyProblem::BadNumber);
    row("exponent 1", with(rsa, u"e"_s, u"AQ"_s), KeyProblem::BadNumber);
    row("exponent 3", with(rsa, u"e"_s, u"Aw"_s), std::nullopt);
    row("even exponent", with(rsa, u"e"_s, u"BA"_s), KeyProblem::BadNumber);
    row("exponent 0", with(rsa, u"e"_s, u"AA"_s), KeyProblem::BadNumber);
    row("exponent of five bytes", with(rsa, u"e"_s, u"AQAAAAE"_s), KeyProblem::BadNumber);

    row("no curve", with(ec, u"crv"_s, none), KeyProblem::OtherCurve);
    row("no y", with(ec, u"y"_s, none), KeyProblem::BadNumber);
    row("x of 31 bytes", with(ec, u"x"_s, number(QByteArray(31, '\x7f'))), KeyProblem::BadNumber);
    row("x of 33 bytes", with(ec, u"x"_s, number(QByteArray(33, '\x7f'))), KeyProblem::BadNumber);
    row("off the curve", with(ec, u"y"_s, ec[u"x"_s]), KeyProblem::OffCurve);
    row("at (0, 0)",
        with(with(ec, u"x"_s, number(QByteArray(32, '\0'))), u"y"_s, number(QByteArray(32, '\0'))),
        KeyProblem::OffCurve);
    row("x above the field", with(ec, u"x"_s, number(QByteArray(32, '\xff'))),
        KeyProblem::OffCurve);
}

void TestKeySet::judgesKeys()
{
    QFETCH(const QJsonObject, key);
    QFETCH(const std::optional<KeyProblem>, problem);
    QCOMPARE(problemOf(QJsonDocument(key).toJson()), problem);
}

void TestKeySet::fixesAlgorithms_data()
{
    QTest::addColumn<QJsonObject>("key");
    QTest::addColumn<QList<Algorithm>>("algorithms");
    const QJsonObject rsa = object(Test::rfc7515RsaKey);
    const QJsonObject ec = object(Test::rfc7515EcKey);
    QTest::newRow("RSA, for any of its type")
        << rsa << QList{Algorithm::Rs256, Algorithm::Rs384, Algorithm::Rs512,
                        Algorithm::Ps256, Algorithm::Ps384, Algorithm::Ps512};
    QTest::newRow("EC") << ec << QList{Algorithm::Es256};
    QTest::newRow("EC, named") << with(ec, u"alg"_s, u"ES256"_s) << QList{Algorithm::Es256};
    for (const Algorithm algorithm : {Algorithm::Rs256, Algorithm::Rs512, Algorithm::Ps384})
        QTest::newRow(Jwt::nameOf(algorithm).data())
            << with(rsa, u"alg"_s, QString(Jwt::nameOf(algorithm))) << QList{algorithm};
}

void TestKeySet::fixesAlgorithms()
{
    QFETCH(const QJsonObject, key);
    QFETCH(const QList<Algorithm>, algorithms);
    const auto result = Jwt::PublicKey::fromJwk(key);
    QVERIFY(result);
    QCOMPARE(result->algorithms(), algorithms);
    QCOMPARE(result->keyId(), std::nullopt);
}

void TestKeySet::refusesAllPrivateMembers()
{
    for (const char *name : {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}) {
        for (const QByteArray &key : {Test::rfc7515RsaKey, Test::rfc7515EcKey}) {
            const QJsonObject jwk = with(object(key), QString::fromLatin1(name), u"AQAB"_s);
            QCOMPARE(problemOf(QJsonDocument(jwk).toJson()), KeyProblem::Private);
        }
    }
}

void TestKeySet::keepsGoodKeysBesideBadOnes()
{
    const QByteArray good = Test::rfc7520RsaKey;
    const auto set = readKeySet(
        R"({"keys":[7, null, "x", [], {}, {"kty":"RSA","kty":"RSA"}, {"kty":"new","kid":"n","alg":"A"},)"
        + good
        + R"(,{"kty":"RSA","\u006b\u0069d":"twice","kid":"twice"},{"kty":"RSA","a":{"b":1,"b":2}}], "more":1})");
    QVERIFY(set);
    QCOMPARE(set->keys.size(), size_t(1));
    QCOMPARE(set->keys.front().keyId(), u"bilbo.baggins@hobbiton.example"_s);
    QList<KeyProblem> problems;
    for (const Jwt::UnusableKey &key : set->unusable)
        problems.append(key.problem);
    QCOMPARE(
        problems,
        (QList{
            KeyProblem::Malformed, KeyProblem::Malformed, KeyProblem::Malformed,
            KeyProblem::Malformed, KeyProblem::Malformed, KeyProblem::DuplicateMember,
            KeyProblem::OtherType, KeyProblem::DuplicateMember, KeyProblem::DuplicateMember}));
    QCOMPARE(
        set->unusable[6],
        (Jwt::UnusableKey{
            .keyId = u"n"_s,
            .type = u"new"_s,
            .algorithm = u"A"_s,
            .problem = KeyProblem::OtherType}));
    QVERIFY(set->knows(u"n"));
    QVERIFY(set->knows(u"bilbo.baggins@hobbiton.example"));
    QVERIFY(!set->knows(u"N"));
    QVERIFY(!set->knows(u""));
}

void TestKeySet::refusesSets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("rule");
    const QByteArray deep = QByteArray("[").repeated(64) + QByteArray("]").repeated(64);
    QTest::newRow("nothing") << QByteArray() << u"not-json"_s;
    QTest::newRow("HTML") << QByteArray("<html>") << u"not-json"_s;
    QTest::newRow("list") << QByteArray("[]") << u"not-json"_s;
    QTest::newRow("cut") << QByteArray(R"({"keys":[)") << u"not-json"_s;
    QTest::newRow("deep") << QByteArray(R"({"keys":)" + deep + '}') << u"not-json"_s;
    QTest::newRow("a key alone") << Test::rfc7515RsaKey << u"no-keys"_s;
    QTest::newRow("empty object") << QByteArray("{}") << u"no-keys"_s;
    QTest::newRow("keys is an object") << QByteArray(R"({"keys":{}})") << u"no-keys"_s;
    QTest::newRow("keys is null") << QByteArray(R"({"keys":null})") << u"no-keys"_s;
    QTest::newRow("keys twice") << QByteArray(R"({"keys":[],"keys":[]})") << u"duplicate-member"_s;
    QTest::newRow("keys twice, once escaped")
        << QByteArray(R"({"keys":[],"k\u0065ys":[]})") << u"duplicate-member"_s;
    QTest::newRow("others twice") << QByteArray(R"({"a":1,"a":1,"keys":[]})")
                                  << u"duplicate-member"_s;
}

void TestKeySet::refusesSets()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, rule);
    const auto set = readKeySet(body);
    QVERIFY(!set);
    QCOMPARE(set.error(), (Base::Error{.kind = Base::ErrorKind::Malformed, .detail = rule}));
}

void TestKeySet::keepsLimits()
{
    const auto sized = [](qsizetype size) -> QByteArray {
        const QByteArray body = R"({"keys":[]})";
        return body + QByteArray(size - body.size(), ' ');
    };
    QVERIFY(readKeySet(sized(Jwt::largestKeySet)));
    QCOMPARE(readKeySet(sized(Jwt::largestKeySet + 1)).error().detail, u"too-long"_s);
    QCOMPARE(readKeySet(Test::keySet(QList<QJsonObject>(100)))->unusable.size(), 100);
    QCOMPARE(readKeySet(Test::keySet(QList<QJsonObject>(101))).error().detail, u"too-many"_s);
}

void TestKeySet::knowsThumbprints()
{
    // RFC 7638 §3.1
    const auto rsa = Jwt::PublicKey::fromJwk(object(
        R"({"kty":"RSA","n":"0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWK)"
        R"(RXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d)"
        R"(0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",)"
        R"("e":"AQAB","alg":"RS256","kid":"2011-04-29"})"));
    QVERIFY(rsa);
    QCOMPARE(rsa->thumbprint(), u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s);
    // RFC 7638 §3.2, and the hash by another program
    const auto ec = Jwt::PublicKey::fromJwk(object(Test::rfc7515EcKey));
    QVERIFY(ec);
    QCOMPARE(ec->thumbprint(), u"oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U"_s);
}

QTEST_APPLESS_MAIN(TestKeySet)
#include "tst_keyset.moc"
