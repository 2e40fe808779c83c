// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/verify.h"

#include "rfcvectors.h"
#include "signer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Jwt::Outcome;
using Jwt::Reason;
using Test::base64Url;
using Test::Signer;

namespace {

const QByteArray payload =
    R"({"iss":"https://t.eu.auth0.com/","aud":["a","b"],"exp":2000,"nbf":1000})";

/// Takes concatenations, which a view does not.
Jwt::SignatureVerdict verifySignature(const QByteArray &token, const Jwt::KeySet &keys)
{
    return Jwt::verifySignature(token, keys);
}

Jwt::KeySet setOf(const QByteArray &jwks)
{
    Base::Result<Jwt::KeySet> set = Jwt::readKeySet(jwks);
    if (!set)
        qFatal("no JWKS");
    return std::move(*set);
}

Jwt::KeySet setOf(const QList<QJsonObject> &keys)
{
    return setOf(Test::keySet(keys));
}

Jwt::KeySet setOfOne(const QByteArray &jwk)
{
    return setOf("{\"keys\":[" + jwk + "]}");
}

QByteArray headerFor(const QByteArray &algorithm, const QByteArray &keyId = {})
{
    const QByteArray name = keyId.isNull() ? QByteArray() : QByteArray(",\"kid\":\"" + keyId + '"');
    return "{\"alg\":\"" + algorithm + '"' + name + '}';
}

/// \a token with another of its three parts.
QByteArray replaced(const QByteArray &token, int part, const QByteArray &text)
{
    QList<QByteArray> parts = token.split('.');
    parts[part] = text;
    return parts.join('.');
}

QByteArray part(const QByteArray &token, int number)
{
    return token.split('.').at(number);
}

QByteArray inputOf(const QByteArray &token)
{
    return token.left(token.lastIndexOf('.'));
}

QByteArray decoded(const QByteArray &text)
{
    return QByteArray::fromBase64(text, QByteArray::Base64UrlEncoding);
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

public:
    TestVerify()
        : m_rsa(Signer::rsa())
        , m_otherRsa(Signer::rsa())
        , m_ec(Signer::ec())
    {
    }

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void verifiesTheRfcs_data();
    void verifiesTheRfcs();
    void verifiesItsAlgorithms_data();
    void verifiesItsAlgorithms();
    void keyFixesTheAlgorithm_data();
    void keyFixesTheAlgorithm();
    void headerCannotChangeTheAlgorithm_data();
    void headerCannotChangeTheAlgorithm();
    void takesNoPublicKeyForASecret();
    void refusesOtherSalts_data();
    void refusesOtherSalts();
    void refusesOtherFormsOfEcdsa();
    void refusesOtherLengths_data();
    void refusesOtherLengths();
    void refusesASignatureWithoutItsFirstZero_data();
    void refusesASignatureWithoutItsFirstZero();
    void refusesEachFlippedBit_data();
    void refusesEachFlippedBit();
    void readsHeaders_data();
    void readsHeaders();
    void readsParts_data();
    void readsParts();
    void choosesKeys_data();
    void choosesKeys();
    void checksClaims_data();
    void checksClaims();
    void saysWhatWasWrong();
    void saysWhatWasChecked();
    void looksAtTheSignatureFirst();

private:
    [[nodiscard]] const Signer &signerFor(const QByteArray &algorithm) const
    {
        return algorithm.startsWith("ES") ? m_ec : m_rsa;
    }

    Signer m_rsa;
    Signer m_otherRsa;
    Signer m_ec;
};

void TestVerify::verifiesTheRfcs_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<Reason>("reason");
    QTest::newRow("7515 A.1, HS256")
        << Test::rfc7515Hs256 << Test::rfc7515HmacKey << Reason::SymmetricAlgorithm;
    QTest::newRow("7515 A.2, RS256")
        << Test::rfc7515Rs256 << Test::rfc7515RsaKey << Reason::AllChecked;
    QTest::newRow("7515 A.3, ES256")
        << Test::rfc7515Es256 << Test::rfc7515EcKey << Reason::AllChecked;
    QTest::newRow("7515 A.4, ES512")
        << Test::rfc7515Es512 << Test::rfc7515P521Key << Reason::OtherAlgorithm;
    QTest::newRow("7515 A.5, none")
        << Test::rfc7515None << Test::rfc7515RsaKey << Reason::Unsecured;
    QTest::newRow("7520 4.1, RS256")
        << Test::rfc7520Rs256 << Test::rfc7520RsaKey << Reason::AllChecked;
    QTest::newRow("7520 4.2, PS384")
        << Test::rfc7520Ps384 << Test::rfc7520RsaKey << Reason::AllChecked;
    QTest::newRow("7520 4.3, ES512")
        << Test::rfc7520Es512 << Test::rfc7520P521Key << Reason::OtherAlgorithm;
    QTest::newRow("7520 4.4, HS256")
        << Test::rfc7520Hs256 << Test::rfc7520HmacKey << Reason::SymmetricAlgorithm;
    QTest::newRow("another's RSA key")
        << Test::rfc7515Rs256 << QByteArray(Test::rfc7520RsaKey).replace(",\"kid\"", ",\"x\"")
        << Reason::WrongSignature;
}

void TestVerify::verifiesTheRfcs()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QByteArray, key);
    QFETCH(const Reason, reason);
    const Jwt::SignatureVerdict verdict = verifySignature(token, setOfOne(key));
    QCOMPARE(verdict.reason, reason);
    QCOMPARE(verdict.thumbprint.isEmpty(), reason != Reason::AllChecked);
}

void TestVerify::verifiesItsAlgorithms_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *name : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"})
        QTest::newRow(name) << QByteArray(name);
}

void TestVerify::verifiesItsAlgorithms()
{
    QFETCH(const QByteArray, algorithm);
    const Signer &signer = signerFor(algorithm);
    const QByteArray token = signer.token(headerFor(algorithm, "k"), payload, algorithm);
    const QString name = QString::fromLatin1(algorithm);
    for (const QJsonObject &more :
         {QJsonObject{{u"kid"_s, u"k"_s}}, QJsonObject{{u"kid"_s, u"k"_s}, {u"alg"_s, name}}}) {
        const auto verdict = verifySignature(token, setOf({signer.jwk(more)}));
        QCOMPARE(verdict.outcome(), Outcome::Verified);
        QCOMPARE(verdict.algorithm, name);
        QCOMPARE(verdict.keyId, u"k"_s);
        QCOMPARE(verdict.thumbprint, Jwt::PublicKey::fromJwk(signer.jwk())->thumbprint());
    }
    const QByteArray altered = replaced(token, 1, base64Url("{}"));
    QCOMPARE(
        verifySignature(altered, setOf({signer.jwk({{u"kid"_s, u"k"_s}})})).reason,
        Reason::WrongSignature);
}

void TestVerify::keyFixesTheAlgorithm_data()
{
    QTest::addColumn<QByteArray>("ofKey");
    QTest::addColumn<QByteArray>("ofToken");
    for (const QByteArray ofKey : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"}) {
        for (const QByteArray ofToken :
             {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256"}) {
            if (ofKey != ofToken)
                QTest::addRow("%s by a key for %s", ofToken.data(), ofKey.data())
                    << ofKey << ofToken;
        }
    }
    QTest::newRow("RS256 by a key for ES256") << QByteArray("ES256") << QByteArray("RS256");
}

void TestVerify::keyFixesTheAlgorithm()
{
    QFETCH(const QByteArray, ofKey);
    QFETCH(const QByteArray, ofToken);
    const QJsonObject key = signerFor(ofKey).jwk(
        {{u"kid"_s, u"k"_s}, {u"alg"_s, QString::fromLatin1(ofKey)}});
    const QByteArray token = signerFor(ofToken).token(headerFor(ofToken, "k"), payload, ofToken);
    const auto verdict = verifySignature(token, setOf({key}));
    QCOMPARE(verdict.reason, Reason::KeyForOtherAlgorithm);
    QCOMPARE(verdict.detail, QString::fromLatin1(ofKey));
    // Nor does the key itself, whoever asks it.
    const auto own = Jwt::PublicKey::fromJwk(key);
    const auto asked = Jwt::algorithmFrom(QString::fromLatin1(ofToken));
    QVERIFY(own && asked);
    QVERIFY(!own->verifies(*asked, inputOf(token), decoded(part(token, 2))));
    const QByteArray nameless = signerFor(ofToken).token(headerFor(ofToken), payload, ofToken);
    QCOMPARE(verifySignature(nameless, setOf({key})).reason, Reason::NoSuchKey);
}

void TestVerify::headerCannotChangeTheAlgorithm_data()
{
    QTest::addColumn<QByteArray>("signedBy");
    QTest::addColumn<QByteArray>("claimed");
    QTest::addColumn<Outcome>("outcome");
    const QList<QByteArray> known{"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"};
    for (const QByteArray &signedBy : known) {
        for (const QByteArray &claimed : known) {
            if (signedBy != claimed)
                QTest::addRow("%s as %s", signedBy.data(), claimed.data())
                    << signedBy << claimed << Outcome::Invalid;
        }
        for (const QByteArray claimed :
             {"none", "None", "NONE", "HS256", "HS512", "hs256", "ES256", "ES384", "EdDSA", "rs256",
              "RS256 ", "PS1"})
            QTest::addRow("%s as %s", signedBy.data(), claimed.data())
                << signedBy << claimed << Outcome::Unverifiable;
    }
}

void TestVerify::headerCannotChangeTheAlgorithm()
{
    QFETCH(const QByteArray, signedBy);
    QFETCH(const QByteArray, claimed);
    QFETCH(const Outcome, outcome);
    const QByteArray token = m_rsa.token(headerFor(claimed), payload, signedBy);
    QCOMPARE(verifySignature(token, setOf({m_rsa.jwk()})).outcome(), outcome);
}

void TestVerify::takesNoPublicKeyForASecret()
{
    const QByteArray input = base64Url(headerFor("HS256")) + '.' + base64Url(payload);
    const QByteArray modulus = decoded(m_rsa.jwk().value(u"n").toString().toLatin1());
    for (const QByteArray &secret : {m_rsa.publicPem(), modulus, QByteArray()}) {
        const QByteArray mac = base64Url(Test::hmacSha256(secret, input));
        const auto verdict = verifySignature(input + '.' + mac, setOf({m_rsa.jwk()}));
        QCOMPARE(verdict.reason, Reason::SymmetricAlgorithm);
        // With a header that lies about it.
        const QByteArray lied = base64Url(headerFor("RS256")) + '.' + base64Url(payload);
        const QByteArray lie = lied + '.' + base64Url(Test::hmacSha256(secret, lied));
        QCOMPARE(verifySignature(lie, setOf({m_rsa.jwk()})).reason, Reason::WrongSignature);
    }
}

void TestVerify::refusesOtherSalts_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("saltLength");
    QTest::addColumn<bool>("isRight");
    for (const auto &[name, hash] :
         {std::pair<const char *, int>{"PS256", 32}, {"PS384", 48}, {"PS512", 64}}) {
        for (const int length : {0, 1, 20, 32, 48, 64, 100})
            QTest::addRow("%s, %d", name, length) << QByteArray(name) << length << (length == hash);
    }
}

void TestVerify::refusesOtherSalts()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const int, saltLength);
    QFETCH(const bool, isRight);
    const QByteArray input = base64Url(headerFor(algorithm)) + '.' + base64Url(payload);
    const QByteArray token = input + '.' + base64Url(m_rsa.signature(algorithm, input, saltLength));
    QCOMPARE(
        verifySignature(token, setOf({m_rsa.jwk()})).reason,
        isRight ? Reason::AllChecked : Reason::WrongSignature);
}

void TestVerify::refusesOtherFormsOfEcdsa()
{
    const QByteArray input = base64Url(headerFor("ES256")) + '.' + base64Url(payload);
    const QByteArray good = m_ec.signature("ES256", input);
    const QByteArray r = good.left(32);
    const QByteArray s = good.mid(32);
    const QByteArray zero(32, '\0');
    // The order of P-256, SEC 2 §2.4.2.
    const QByteArray order = QByteArray::fromHex(
        "ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");
    const Jwt::KeySet keys = setOf({m_ec.jwk()});
    const auto outcome = [&](const QByteArray &signature) {
        return verifySignature(input + '.' + base64Url(signature), keys).outcome();
    };
    QCOMPARE(outcome(good), Outcome::Verified);
    for (const QByteArray &signature :
         {m_ec.der("ES256", input), QByteArray(zero + s), QByteArray(r + zero),
          QByteArray(zero + zero), QByteArray(r + order), QByteArray(order + s),
          QByteArray(order + order), QByteArray(s + r), QByteArray(r + QByteArray(32, '\xff')),
          QByteArray('\0' + r + '\0' + s), QByteArray(QByteArray(32, '\1') + zero)})
        QCOMPARE(outcome(signature), Outcome::Invalid);
}

void TestVerify::refusesOtherLengths_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    for (const char *name : {"RS256", "PS256", "ES256"})
        QTest::newRow(name) << QByteArray(name);
}

void TestVerify::refusesOtherLengths()
{
    QFETCH(const QByteArray, algorithm);
    const Signer &signer = signerFor(algorithm);
    const QByteArray input = base64Url(headerFor(algorithm)) + '.' + base64Url(payload);
    const QByteArray good = signer.signature(algorithm, input);
    const Jwt::KeySet keys = setOf({signer.jwk()});
    for (qsizetype size = 0; size < good.size(); ++size)
        QCOMPARE(
            verifySignature(input + '.' + base64Url(good.left(size)), keys).outcome(),
            Outcome::Invalid);
    for (const QByteArray &longer :
         {QByteArray(good + '\0'), QByteArray('\0' + good), QByteArray(good + good)})
        QCOMPARE(
            verifySignature(input + '.' + base64Url(longer), keys).outcome(), Outcome::Invalid);
}

void TestVerify::refusesASignatureWithoutItsFirstZero_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::newRow("RS256") << QByteArray("RS256");
    QTest::newRow("PS256") << QByteArray("PS256");
}

/// The number is the same, the octets are not (RFC 8017 §8.1.2): the one kind of signature that a library may let pass.
void TestVerify::refusesASignatureWithoutItsFirstZero()
{
    QFETCH(const QByteArray, algorithm);
    QByteArray input;
    QByteArray signature("\1");
    for (int i = 0; i < 10'000 && signature.front() != '\0'; ++i) { // one in 256 has a zero there
        input = base64Url(headerFor(algorithm)) + '.' + base64Url(QByteArray::number(i));
        signature = m_rsa.signature(algorithm, input);
    }
    QCOMPARE(signature.front(), '\0');
    const Jwt::KeySet keys = setOf({m_rsa.jwk()});
    QCOMPARE(
        verifySignature(input + '.' + base64Url(signature), keys).outcome(), Outcome::Verified);
    QCOMPARE(
        verifySignature(input + '.' + base64Url(signature.mid(1)), keys).outcome(),
        Outcome::Invalid);
}

void TestVerify::refusesEachFlippedBit_data()
{
    QTest::addColumn<QByteArray>("algorithm");
    QTest::addColumn<int>("part");
    for (const char *name : {"RS256", "PS256", "ES256"}) {
        for (const int number : {0, 1, 2})
            QTest::addRow("%s, part %d", name, number) << QByteArray(name) << number;
    }
}

void TestVerify::refusesEachFlippedBit()
{
    QFETCH(const QByteArray, algorithm);
    QFETCH(const int, part);
    const Signer &signer = signerFor(algorithm);
    const QByteArray token = signer.token(headerFor(algorithm, "k"), payload, algorithm);
    const Jwt::KeySet keys = setOf({signer.jwk({{u"kid"_s, u"k"_s}})});
    const Jwt::Expected expected{.now = QDateTime::fromSecsSinceEpoch(1500, Qt::UTC)};
    QCOMPARE(Jwt::verify(token, keys, expected).outcome(), Outcome::Verified);
    const QByteArray text = ::part(token, part);
    const QByteArray bytes = decoded(text);
    for (qsizetype bit = 0; bit < bytes.size() * 8; ++bit) {
        QByteArray flipped = bytes;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
        const QByteArray altered = replaced(token, part, base64Url(flipped));
        QVERIFY(Jwt::verify(altered, keys, expected).outcome() != Outcome::Verified);
    }
    for (qsizetype bit = 0; bit < text.size() * 8;
         ++bit) { // and of the text, which may be no base64url then
        QByteArray flipped = text;
        flipped[bit / 8] = char(flipped[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(
            Jwt::verify(replaced(token, part, flipped), keys, expected).outcome()
            != Outcome::Verified);
    }
}

void TestVerify::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, const QByteArray &header, Reason reason,
                        const QString &detail = {}) {
        QTest::newRow(name) << header << reason << detail;
    };
    row("plain", R"({"alg":"RS256"})", Reason::AllChecked);
    row("blanks", "{ \"alg\" :\r\n\t\"RS256\" }", Reason::AllChecked);
    row("escaped", R"({"\u0061lg":"RS\u003256"})", Reason::AllChecked);
    row("unknown members", R"({"alg":"RS256","zip":1,"new":{"a":[1]}})", Reason::AllChecked);
    row("keys of its own are not looked at",
        R"({"alg":"RS256","jku":"https://evil.example/","x5u":"https://evil.example/","jwk":{"kty":"RSA"},"x5c":["MIIC"]})",
        Reason::AllChecked);

    row("critical extension", R"({"alg":"RS256","crit":["exp"],"exp":1})", Reason::CriticalHeader,
        u"exp"_s);
    row("critical, two", R"({"alg":"RS256","crit":["a","b"],"b":1,"a":1})", Reason::CriticalHeader,
        u"a"_s);
    row("unencoded payload, RFC 7797", R"({"alg":"RS256","b64":false,"crit":["b64"]})",
        Reason::CriticalHeader, u"b64"_s);
    row("the same, not called critical", R"({"alg":"RS256","b64":false})", Reason::CriticalHeader,
        u"b64"_s);
    row("b64 true", R"({"alg":"RS256","b64":true})", Reason::CriticalHeader, u"b64"_s);
    row("crit is empty", R"({"alg":"RS256","crit":[]})", Reason::Malformed, u"crit"_s);
    row("crit is a text", R"({"alg":"RS256","crit":"exp","exp":1})", Reason::Malformed, u"crit"_s);
    row("crit is null", R"({"alg":"RS256","crit":null})", Reason::Malformed, u"crit"_s);
    row("crit names what is not there", R"({"alg":"RS256","crit":["exp"]})", Reason::Malformed,
        u"crit"_s);
    row("crit names a registered member", R"({"alg":"RS256","crit":["alg"]})", Reason::Malformed,
        u"crit"_s);
    row("crit names a number", R"({"alg":"RS256","crit":[1]})", Reason::Malformed, u"crit"_s);

    row("no algorithm", R"({"typ":"JWT"})", Reason::Malformed, u"alg"_s);
    row("empty algorithm", R"({"alg":""})", Reason::Malformed, u"alg"_s);
    row("algorithm is a number", R"({"alg":256})", Reason::Malformed, u"alg"_s);
    row("algorithm is a list", R"({"alg":["RS256"]})", Reason::Malformed, u"alg"_s);
    row("name is a number", R"({"alg":"RS256","kid":1})", Reason::Malformed, u"kid"_s);
    row("name is null", R"({"alg":"RS256","kid":null})", Reason::Malformed, u"kid"_s);

    row("algorithm twice", R"({"alg":"none","alg":"RS256"})", Reason::DuplicateMember, u"alg"_s);
    row("algorithm twice, the same", R"({"alg":"RS256","alg":"RS256"})", Reason::DuplicateMember,
        u"alg"_s);
    row("algorithm twice, once escaped", R"({"alg":"RS256","a\u006cg":"none"})",
        Reason::DuplicateMember, u"alg"_s);
    row("others twice", R"({"alg":"RS256","x":1,"x":1})", Reason::DuplicateMember, u"x"_s);
    row("twice further down", R"({"alg":"RS256","x":[{"y":1,"y":2}]})", Reason::DuplicateMember,
        u"y"_s);
    row("once in each of two", R"({"alg":"RS256","x":[{"y":1},{"y":2}],"y":3})",
        Reason::AllChecked);

    row("list", R"(["RS256"])", Reason::Malformed, u"header"_s);
    row("text", R"("RS256")", Reason::Malformed, u"header"_s);
    row("cut", R"({"alg":"RS256")", Reason::Malformed, u"header"_s);
    row("two objects", R"({"alg":"RS256"}{})", Reason::Malformed, u"header"_s);
    row("not UTF-8", "{\"alg\":\"RS256\",\"x\":\"\xff\"}", Reason::Malformed, u"header"_s);
    row("empty", "", Reason::Malformed, u"header"_s);
}

void TestVerify::readsHeaders()
{
    QFETCH(const QByteArray, header);
    QFETCH(const Reason, reason);
    QFETCH(const QString, detail);
    const auto verdict = verifySignature(
        m_rsa.token(header, payload, "RS256"), setOf({m_rsa.jwk()}));
    QCOMPARE(verdict.reason, reason);
    QCOMPARE(verdict.detail, detail);
}

void TestVerify::readsParts_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("detail"); // "": it is verified
    const QByteArray good = Test::rfc7515Es256;
    const QByteArray inner = inputOf(good);
    const QByteArray signature = part(good, 2);
    QTest::newRow("good") << good << QString();
    QTest::newRow("nothing") << QByteArray() << u"parts"_s;
    QTest::newRow("two parts") << inner << u"parts"_s;
    QTest::newRow("four parts") << QByteArray(good + '.') << u"parts"_s;
    QTest::newRow("five empty parts") << QByteArray("....") << u"parts"_s;
    QTest::newRow("three empty parts") << QByteArray("..") << u"header"_s;
    QTest::newRow("no header") << replaced(good, 0, {}) << u"header"_s;
    QTest::newRow("padded header") << replaced(good, 0, part(good, 0) + '=') << u"header"_s;
    QTest::newRow("padded payload") << replaced(good, 1, part(good, 1) + "==") << u"payload"_s;
    QTest::newRow("padded signature") << QByteArray(good + "==") << u"signature"_s;
    QTest::newRow("line end") << QByteArray(good + '\n') << u"signature"_s;
    QTest::newRow("blank in front") << QByteArray(' ' + good) << u"header"_s;
    QTest::newRow("zero behind") << QByteArray(good + '\0') << u"signature"_s;
    // The last character of 64 bytes holds two bits of them; the other four have to be zero.
    QTest::newRow("same bytes, other text")
        << QByteArray(inner + '.' + signature.chopped(1) + 'R') << u"signature"_s;
    QTest::newRow("base64, not base64url")
        << QByteArray(inner + '.' + QByteArray(signature).replace('-', '+')) << u"signature"_s;
    QTest::newRow("too long") << QByteArray(good + QByteArray(64 * 1024, 'A')) << u"size"_s;
}

void TestVerify::readsParts()
{
    QFETCH(const QByteArray, token);
    QFETCH(const QString, detail);
    const auto verdict = verifySignature(token, setOfOne(Test::rfc7515EcKey));
    QCOMPARE(verdict.reason, detail.isEmpty() ? Reason::AllChecked : Reason::Malformed);
    QCOMPARE(verdict.detail, detail);
}

void TestVerify::choosesKeys_data()
{
    QTest::addColumn<QByteArray>("keyId"); // null: none
    QTest::addColumn<QList<QJsonObject>>("keys");
    QTest::addColumn<Reason>("reason");
    const auto named = [](const Signer &signer, const QString &name) {
        return signer.jwk({{u"kid"_s, name}});
    };
    const QJsonObject mine = named(m_rsa, u"a"_s);
    const QJsonObject others = named(m_otherRsa, u"b"_s);
    const QJsonObject ec = named(m_ec, u"c"_s);
    const QJsonObject odd{{u"kty"_s, u"new"_s}, {u"kid"_s, u"a"_s}};
    using Keys = QList<QJsonObject>;
    const QByteArray none;
    QTest::newRow("by name") << QByteArray("a") << Keys{others, ec, mine} << Reason::AllChecked;
    QTest::newRow("another's name")
        << QByteArray("b") << Keys{mine, others} << Reason::WrongSignature;
    QTest::newRow("unknown name") << QByteArray("x") << Keys{mine, others} << Reason::NoSuchKey;
    QTest::newRow("unknown name, one key") << QByteArray("x") << Keys{mine} << Reason::NoSuchKey;
    QTest::newRow("name in capitals") << QByteArray("A") << Keys{mine} << Reason::NoSuchKey;
    QTest::newRow("name, nameless key")
        << QByteArray("a") << Keys{m_rsa.jwk()} << Reason::NoSuchKey;
    QTest::newRow("empty name, nameless key")
        << QByteArray("") << Keys{m_rsa.jwk()} << Reason::NoSuchKey;
    QTest::newRow("empty name, empty name")
        << QByteArray("") << Keys{named(m_rsa, QString())} << Reason::AllChecked;
    QTest::newRow("two of one name")
        << QByteArray("a") << Keys{named(m_otherRsa, u"a"_s), mine} << Reason::AllChecked;
    QTest::newRow("a good and a bad one of one name")
        << QByteArray("a") << Keys{odd, mine} << Reason::AllChecked;
    QTest::newRow("a bad one") << QByteArray("a") << Keys{odd, others} << Reason::UnusableKey;
    QTest::newRow("of another type")
        << QByteArray("c") << Keys{mine, ec} << Reason::KeyForOtherAlgorithm;
    QTest::newRow("nameless") << none << Keys{mine} << Reason::AllChecked;
    QTest::newRow("nameless, the one that fits")
        << none << Keys{ec, odd, mine} << Reason::AllChecked;
    QTest::newRow("nameless, two of its type") << none << Keys{others, mine} << Reason::AllChecked;
    QTest::newRow("nameless, not among them") << none << Keys{others} << Reason::WrongSignature;
    QTest::newRow("nameless, none of its type") << none << Keys{ec} << Reason::NoSuchKey;
    QTest::newRow("no keys") << QByteArray("a") << Keys{} << Reason::NoKeys;
    QTest::newRow("nameless, no keys") << none << Keys{} << Reason::NoKeys;
    QTest::newRow("nameless, only bad ones") << none << Keys{odd} << Reason::NoKeys;
}

void TestVerify::choosesKeys()
{
    QFETCH(const QByteArray, keyId);
    QFETCH(const QList<QJsonObject>, keys);
    QFETCH(const Reason, reason);
    const QByteArray token = m_rsa.token(headerFor("RS256", keyId), payload, "RS256");
    const auto verdict = verifySignature(token, setOf(keys));
    QCOMPARE(verdict.reason, reason);
    QCOMPARE(verdict.keyProblem.has_value(), reason == Reason::UnusableKey);
}

void TestVerify::checksClaims_data()
{
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<Reason>("reason");
    const auto row = [](const char *name, const QByteArray &claims, Reason reason) {
        QTest::newRow(name) << claims << reason;
    };
    // It is 1500 s after the epoch; issuer "i" and audience "a" are expected, the leeway is 60 s.
    const QByteArray who = R"("iss":"i","aud":"a")";
    row("all right", '{' + who + R"(,"exp":1600,"nbf":1400,"iat":1400})", Reason::AllChecked);
    row("no times", '{' + who + '}', Reason::AllChecked);
    row("just expired", '{' + who + R"(,"exp":1440})", Reason::Expired);
    row("almost expired", '{' + who + R"(,"exp":1440.001})", Reason::AllChecked);
    row("expired long ago", '{' + who + R"(,"exp":0})", Reason::Expired);
    row("expired before the epoch", '{' + who + R"(,"exp":-1})", Reason::Expired);
    row("just valid", '{' + who + R"(,"nbf":1560})", Reason::AllChecked);
    row("not yet valid", '{' + who + R"(,"nbf":1560.001})", Reason::NotYetValid);
    row("issued in the future is nobody's rule", '{' + who + R"(,"iat":9999})", Reason::AllChecked);
    row("expired and not yet valid", '{' + who + R"(,"exp":1,"nbf":9999})", Reason::Expired);
    row("exp is a text", '{' + who + R"(,"exp":"1600"})", Reason::MalformedClaim);
    row("exp is null", '{' + who + R"(,"exp":null})", Reason::MalformedClaim);
    row("exp in milliseconds", '{' + who + R"(,"exp":1600000000000})", Reason::MalformedClaim);
    row("exp is huge", '{' + who + R"(,"exp":1e300})", Reason::MalformedClaim);
    row("nbf is true", '{' + who + R"(,"nbf":true})", Reason::MalformedClaim);
    row("iat is a list", '{' + who + R"(,"iat":[1]})", Reason::MalformedClaim);
    row("exp twice", '{' + who + R"(,"exp":1,"exp":1600})", Reason::DuplicateMember);
    row("issuer twice", '{' + who + R"(,"iss":"i"})", Reason::DuplicateMember);
    row("twice further down", '{' + who + R"(,"x":{"y":1,"y":2}})", Reason::DuplicateMember);
    row("another issuer", R"({"iss":"j","aud":"a"})", Reason::WrongIssuer);
    row("issuer with a slash more", R"({"iss":"i/","aud":"a"})", Reason::WrongIssuer);
    row("issuer in capitals", R"({"iss":"I","aud":"a"})", Reason::WrongIssuer);
    row("no issuer", R"({"aud":"a"})", Reason::WrongIssuer);
    row("issuer is a list", R"({"iss":["i"],"aud":"a"})", Reason::MalformedClaim);
    row("audience in a list", R"({"iss":"i","aud":["b","a"]})", Reason::AllChecked);
    row("another audience", R"({"iss":"i","aud":"b"})", Reason::WrongAudience);
    row("other audiences", R"({"iss":"i","aud":["b","aa"]})", Reason::WrongAudience);
    row("no audience", R"({"iss":"i"})", Reason::WrongAudience);
    row("empty list", R"({"iss":"i","aud":[]})", Reason::WrongAudience);
    row("audience is a number", R"({"iss":"i","aud":1})", Reason::MalformedClaim);
    row("a number among audiences", R"({"iss":"i","aud":["a",1]})", Reason::MalformedClaim);
    row("a list", "[]", Reason::Malformed);
    row("a text", "Live long and prosper.", Reason::Malformed);
    row("nothing", "", Reason::Malformed);
    row("too deep", "{\"a\":" + QByteArray("[").repeated(64) + QByteArray("]").repeated(64) + '}',
        Reason::Malformed);
}

void TestVerify::checksClaims()
{
    QFETCH(const QByteArray, claims);
    QFETCH(const Reason, reason);
    const QByteArray token = m_rsa.token(headerFor("RS256"), claims, "RS256");
    const Jwt::Expected expected{
        .issuers = {u"i"_s},
        .audience = u"a"_s,
        .now = QDateTime::fromSecsSinceEpoch(1500, Qt::UTC)};
    const Jwt::Verdict verdict = Jwt::verify(token, setOf({m_rsa.jwk()}), expected);
    QCOMPARE(verdict.reason, reason);
    QVERIFY(!verdict.thumbprint.isEmpty()); // the signature is right whatever the claims are
}

void TestVerify::saysWhatWasWrong()
{
    const Jwt::KeySet keys = setOf({m_rsa.jwk()});
    const QByteArray token = m_rsa.token(headerFor("RS256"), payload, "RS256");
    Jwt::Expected expected{.now = QDateTime::fromSecsSinceEpoch(5000, Qt::UTC)};
    QCOMPARE(Jwt::verify(token, keys, expected).instant.toSecsSinceEpoch(), 2000);
    expected.leeway = 3001s;
    QCOMPARE(Jwt::verify(token, keys, expected).outcome(), Outcome::Verified);
    QCOMPARE(Jwt::verify(token, keys, expected).expiredFor, std::optional(3000s));
    expected.now = QDateTime::fromSecsSinceEpoch(2000, Qt::UTC); // at exp itself it is past
    QCOMPARE(Jwt::verify(token, keys, expected).expiredFor, std::optional(0s));
    expected.now = QDateTime::fromSecsSinceEpoch(1999, Qt::UTC);
    QCOMPARE(Jwt::verify(token, keys, expected).expiredFor, std::nullopt);
    expected = {.now = QDateTime::fromSecsSinceEpoch(1, Qt::UTC)};
    QCOMPARE(Jwt::verify(token, keys, expected).instant.toSecsSinceEpoch(), 1000);

    expected = {
        .issuers = {u"i"_s},
        .audience = u"c"_s,
        .now = QDateTime::fromSecsSinceEpoch(1500, Qt::UTC)};
    Jwt::Verdict verdict = Jwt::verify(token, keys, expected);
    QCOMPARE(verdict.detail, u"https://t.eu.auth0.com/"_s);
    QCOMPARE(verdict.expected, u"i"_s);
    expected.issuers = {u"j"_s, u"https://t.eu.auth0.com/"_s};
    verdict = Jwt::verify(token, keys, expected);
    QCOMPARE(verdict.reason, Reason::WrongAudience);
    QCOMPARE(verdict.detail, u"a, b"_s);
    QCOMPARE(verdict.expected, u"c"_s);
}

void TestVerify::saysWhatWasChecked()
{
    const Jwt::KeySet keys = setOf({m_rsa.jwk()});
    const QByteArray token = m_rsa.token(headerFor("RS256"), payload, "RS256");
    const QDateTime now = QDateTime::fromSecsSinceEpoch(1500, Qt::UTC);
    Jwt::Verdict verdict = Jwt::verify(token, keys, {.now = now});
    QCOMPARE(verdict.outcome(), Outcome::Verified);
    QVERIFY(!verdict.isIssuerChecked && !verdict.isAudienceChecked);
    verdict = Jwt::verify(
        token, keys, {.issuers = {u"https://t.eu.auth0.com/"_s}, .audience = u"b"_s, .now = now});
    QCOMPARE(verdict.outcome(), Outcome::Verified);
    QVERIFY(verdict.isIssuerChecked && verdict.isAudienceChecked);
    QCOMPARE(verdict.instant.toSecsSinceEpoch(), 2000);
    QCOMPARE(Jwt::Verdict().outcome(), Outcome::Decoded);
}

void TestVerify::looksAtTheSignatureFirst()
{
    const Jwt::Expected expected{.now = QDateTime::fromSecsSinceEpoch(5000, Qt::UTC)};
    const QByteArray token = m_otherRsa.token(headerFor("RS256"), payload, "RS256");
    QCOMPARE(Jwt::verify(token, setOf({m_rsa.jwk()}), expected).reason, Reason::WrongSignature);
    const QByteArray encrypted = base64Url(R"({"alg":"RSA-OAEP","enc":"A256GCM","kid":"k"})")
        + ".a.b.c.d";
    const Jwt::Verdict verdict = Jwt::verify(encrypted, setOf({m_rsa.jwk()}), expected);
    QCOMPARE(verdict.reason, Reason::Encrypted);
    QCOMPARE(verdict.outcome(), Outcome::Unverifiable);
    QCOMPARE(verdict.algorithm, u"RSA-OAEP"_s);
    QCOMPARE(verdict.keyId, u"k"_s);
}

QTEST_APPLESS_MAIN(TestVerify)
#include "tst_verify.moc"
