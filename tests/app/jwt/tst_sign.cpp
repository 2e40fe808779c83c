// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/sign.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::ErrorKind;
using Jwt::SigningKey;

namespace {

/// The RSA key of RFC 7517 appendix A.2, whose thumbprint RFC 7638 §3.1 tells.
const QByteArray rfcKey = R"(-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQDS/HtqCh5sZxBK
64+Isldmm032ed2tCZtcSmzZqIAVtaEzvwuFbHhxtt8AC1VPzrPC7VErto8UXG6E
NHUvq1Khz8EkQI95tYpFeMFkKIVXifeiSeOEyy2fri1n/Zb7kmwZjgdzmf3IFcCv
CX3eWq3v9E3nDoJ/SHhDJDm/7rlgaNBHT8UNbZC/OpjfrxBAyJwC1pKrOzwolmCd
hv1zt3TOB0BkfO7qoxC9EvmFqOufWf3UJs6lshIPTyo0vKt2S35sVNaEAji8xAWH
pZ5m7R8ziUV3Y1xHCvdc+Swg0dpD4b/EGeIipvDQuzWMXjj5ywUK6v6QSBTxrBqk
nMqeoMqDAgMBAAECggEAX4cTteJY/gn4FYPsXB8rdXix5vwsg1FLN5E3EaG6RJoV
H+HLLKD9M7dx5oo7GURknchnrRweUkC7hT5fJLM0WbFAKNLWY2vv7B6NqXSzUvxT
0/YSfqijwp3RTzlBaCxWp4doFk5N2o8Gy/nHNKroADIkJ46pRUohsXywbReAdYaM
wFs9tv8d/cPVY3i07a3t8MN6TNwm0dSawm9v47UiCl3Sk5ZiG7xojPLu4sbg1U2j
x4IBTNBznbJSzFHK66jT8bgkuqsk0GjskDJk19Z4qwjwbsnn4j2WBii3RL+Us2lG
VkY8fkFzme1z0HbIkfz0Y6mqnOYtqc0X4jfcKoAC8QKBgQDzeL7si8wZegxcKyS/
vdMqvzrfsWI7tnbvO/yiPqltZRDIs9AFDG09WfAPbRH7rR5MOYPa6Ocy3k+ioyub
xF+Y2FVYO2OMyYIyM6lJeJwUePtc65UhhDKpVaVYSHp03foZVliT3c3wFz29jjXH
LwH1HPM4ZVDNe80S+fs7SdVt+wKBgQDd185H1y5ir7RL6aQUvOAi2AwR8XMHareF
Z6Ey4bSgK6qdve+hsvK6aqNVlA7V0it3CBOcJ2ljMFw59bmvfvQAVeOJZ+380YSK
i+ieLOEqmj1VVLvxPMWDGQh2t5xF7Oxn7WRh3+zWoNvG2QMSB8AhMAb0tScAO6fi
8hxvrJ6XGQKBgBuLD15HOmGvcvKCVvfyC4+MbqabtJc4vx+1U5EvMY+UnV93KBNK
IpmMMSItnpkwLntFDmuXaYBRsgSeHPLUNlReNNl0boCg0z/GpGIRaObQAO+0HvzZ
rbmGXNwt5tyNuBthr0ebEg8VMgDds6vC35/RFJrOq2Nzm/GHoipE4gY9AoGBALPZ
QB/X4IAbKBUfDmnNkfxNoMNvNq09pBjgIbyJZRExNXn6wOoblFLzHwXDKZ/Janlu
r8852GOUkkBe6THQv2oCN5xvCG6dQVG9CVIq2kTalHy4XEG/3fRheA4e3u+Fm0bK
G0aJ7o02DdcQmj+kzutY71q1/i9fLcV8OPeEP3IJAoGAGyM/p6JrXySiz1toFgKb
WV+JdI3jQ4ypu9rbMWx3rQJBfmt0FoYzgUIZEVFEcOqwemRN81zoDAaa+Bk0KWNG
DjJHZDdDmFhW3AN7lI+puxk/mHZGJ11rxyR8O55XLSe3SPmRfKwZI6yU24ZxvQKF
YItdldUKGzO6Ia6zTKhAVRU=
-----END PRIVATE KEY-----
)";

} // namespace

class TestSign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void thumbprintIsTheRfcs();
    void publicJwkHasNoPrivateHalf();
    void opensslAcceptsTheSignature();
    void headerIsTheCallersButForAlgorithm();
    void sameInputSameBytes();
    void madeKeysDiffer();
    void movedKeySigns();
    void refusesPem_data();
    void refusesPem();

private:
    QByteArray openssl(const QStringList &arguments, const QByteArray &input = {});
    [[nodiscard]] QString path(const QString &name) const { return m_directory.filePath(name); }
    void write(const QString &name, const QByteArray &bytes);

    QTemporaryDir m_directory;
    int m_exitCode = 0;
};

/// What the openssl command writes to its output.
QByteArray TestSign::openssl(const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(u"openssl"_s, arguments);
    process.write(input);
    process.closeWriteChannel();
    process.waitForFinished();
    m_exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return process.readAllStandardOutput();
}

void TestSign::write(const QString &name, const QByteArray &bytes)
{
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

void TestSign::initTestCase()
{
    QVERIFY(m_directory.isValid());
    write(u"key.pem"_s, rfcKey);
    write(u"public.pem"_s, openssl({u"pkey"_s, u"-in"_s, path(u"key.pem"_s), u"-pubout"_s}));
    QCOMPARE(m_exitCode, 0);
}

void TestSign::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestSign::thumbprintIsTheRfcs()
{
    const auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    QCOMPARE(key->keyId(), u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s);
    QCOMPARE(key->publicJwk().value("e"_L1).toString(), u"AQAB"_s);
    QVERIFY(key->publicJwk().value("n"_L1).toString().startsWith(
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmb"_L1));
}

void TestSign::publicJwkHasNoPrivateHalf()
{
    const auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    const QJsonObject jwk = key->publicJwk();
    QCOMPARE(jwk.keys(), (QStringList{u"alg"_s, u"e"_s, u"kid"_s, u"kty"_s, u"n"_s, u"use"_s}));
    QCOMPARE(jwk.value("alg"_L1).toString(), u"RS256"_s);
    QCOMPARE(jwk.value("use"_L1).toString(), u"sig"_s);
    QCOMPARE(jwk.value("kty"_L1).toString(), u"RSA"_s);
    QCOMPARE(jwk.value("kid"_L1).toString(), key->keyId());
}

void TestSign::opensslAcceptsTheSignature()
{
    const auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    const auto token = key->sign(
        {{u"kid"_s, key->keyId()}}, {{u"sub"_s, u"Zoë"_s}, {u"exp"_s, 1'700'000'000}});
    QVERIFY(token);
    const QList<QByteArray> parts = token->split('.');
    QCOMPARE(parts.size(), 3);
    const auto signature = Jwt::base64UrlDecode(parts[2]);
    QVERIFY(signature);
    QCOMPARE(signature->size(), 256);
    write(u"signature"_s, *signature);

    const QStringList verify{u"dgst"_s,       u"-sha256"_s,
                             u"-verify"_s,    path(u"public.pem"_s),
                             u"-signature"_s, path(u"signature"_s)};
    QCOMPARE(openssl(verify, parts[0] + '.' + parts[1]).trimmed(), QByteArray("Verified OK"));
    QCOMPARE(m_exitCode, 0);
    openssl(verify, parts[0] + '.' + parts[1] + 'A');
    QVERIFY(m_exitCode != 0);
}

void TestSign::headerIsTheCallersButForAlgorithm()
{
    const auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    const auto token = key->sign(
        {{u"alg"_s, u"none"_s}, {u"typ"_s, u"at+jwt"_s}}, {{u"iss"_s, u"me"_s}});
    QVERIFY(token);
    const auto decoded = Jwt::decode(*token);
    QVERIFY(decoded);
    QCOMPARE(decoded->header, (QJsonObject{{u"alg"_s, u"RS256"_s}, {u"typ"_s, u"at+jwt"_s}}));
    QCOMPARE(decoded->claims, (QJsonObject{{u"iss"_s, u"me"_s}}));
}

void TestSign::sameInputSameBytes()
{
    const auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    const auto first = key->sign({}, {{u"iat"_s, 1}});
    const auto second = key->sign({}, {{u"iat"_s, 1}});
    const auto other = key->sign({}, {{u"iat"_s, 2}});
    QVERIFY(first && second && other);
    QCOMPARE(*first, *second);
    QVERIFY(*first != *other);
}

void TestSign::madeKeysDiffer()
{
    const auto first = SigningKey::generateRsa2048();
    const auto second = SigningKey::generateRsa2048();
    QVERIFY(first && second);
    QVERIFY(first->keyId() != second->keyId());
    QCOMPARE(
        Jwt::base64UrlDecode(first->publicJwk().value("n"_L1).toString().toLatin1())->size(), 256);
}

void TestSign::movedKeySigns()
{
    auto key = SigningKey::fromPem(rfcKey);
    QVERIFY(key);
    const QString keyId = key->keyId();
    SigningKey moved = std::move(*key);
    *key = std::move(moved);
    QCOMPARE(key->keyId(), keyId);
    QVERIFY(key->sign({}, {}));
}

void TestSign::refusesPem_data()
{
    const QStringList rsa{u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-pkeyopt"_s};
    const QStringList ec{u"genpkey"_s, u"-algorithm"_s, u"EC"_s, u"-pkeyopt"_s};
    const QStringList read{u"pkey"_s, u"-in"_s, path(u"key.pem"_s)};
    QTest::addColumn<QByteArray>("pem");
    QTest::addColumn<QString>("why"); // empty: OpenSSL's own words
    QTest::newRow("nothing") << QByteArray() << u"not a PEM file"_s;
    QTest::newRow("huge") << QByteArray(1'000'000, 'A') << u"not a PEM file"_s;
    QTest::newRow("no PEM") << QByteArray("-----BEGIN PRIVATE KEY-----\nMIIE\n") << QString();
    QTest::newRow("a public key") << openssl(read + QStringList{u"-pubout"_s}) << QString();
    QTest::newRow("1,024 bits") << openssl(rsa + QStringList{u"rsa_keygen_bits:1024"_s})
                                << u"shorter than 2,048 bits"_s;
    QTest::newRow("an EC key") << openssl(ec + QStringList{u"ec_paramgen_curve:P-256"_s})
                               << u"not an RSA key"_s;
    QTest::newRow("encrypted") << openssl(
        read + QStringList{u"-aes128"_s, u"-passout"_s, u"pass:secret"_s})
                               << QString();
}

void TestSign::refusesPem()
{
    QFETCH(QByteArray, pem);
    QFETCH(QString, why);
    const auto key = SigningKey::fromPem(pem);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::Malformed);
    QVERIFY(!key.error().detail.isEmpty());
    if (!why.isEmpty())
        QCOMPARE(key.error().detail, why);
}

QTEST_GUILESS_MAIN(TestSign)
#include "tst_sign.moc"
