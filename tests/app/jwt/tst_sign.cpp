// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/sign.h"

#include "tests/support/keypair.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::ErrorKind;
using Base::SigningAlgorithm;
using Jwt::SigningKey;
namespace KeyRule = Jwt::KeyRule;

class TestSign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void thumbprintIsTheRfcs();
    void publicJwkHasNoPrivateHalf();
    void opensslAcceptsTheSignature_data();
    void opensslAcceptsTheSignature();
    void saltsEachSignatureByPs256();
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
    write(u"key.pem"_s, Test::privateKeyPem);
    write(u"public.pem"_s, openssl({u"pkey"_s, u"-in"_s, path(u"key.pem"_s), u"-pubout"_s}));
    QCOMPARE(m_exitCode, 0);
}

void TestSign::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestSign::thumbprintIsTheRfcs()
{
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
    QVERIFY(key);
    QCOMPARE(key->keyId(), u"NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs"_s);
    QCOMPARE(key->publicJwk().value("e"_L1).toString(), u"AQAB"_s);
    QVERIFY(key->publicJwk().value("n"_L1).toString().startsWith(
        "0vx7agoebGcQSuuPiLJXZptN9nndrQmb"_L1));
}

void TestSign::publicJwkHasNoPrivateHalf()
{
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
    QVERIFY(key);
    const QJsonObject jwk = key->publicJwk();
    QCOMPARE(jwk.keys(), (QStringList{u"alg"_s, u"e"_s, u"kid"_s, u"kty"_s, u"n"_s, u"use"_s}));
    QCOMPARE(jwk.value("alg"_L1).toString(), u"RS256"_s);
    QCOMPARE(jwk.value("use"_L1).toString(), u"sig"_s);
    QCOMPARE(jwk.value("kty"_L1).toString(), u"RSA"_s);
    QCOMPARE(jwk.value("kid"_L1).toString(), key->keyId());
}

void TestSign::opensslAcceptsTheSignature_data()
{
    QTest::addColumn<SigningAlgorithm>("algorithm");
    QTest::addColumn<QStringList>("options"); // of the openssl command
    const auto pss = [](const QString &setting) { return QStringList{u"-sigopt"_s, setting}; };
    QTest::newRow("RS256") << SigningAlgorithm::Rs256 << QStringList{u"-sha256"_s};
    QTest::newRow("RS384") << SigningAlgorithm::Rs384 << QStringList{u"-sha384"_s};
    QTest::newRow("PS256") << SigningAlgorithm::Ps256
                           << QStringList{u"-sha256"_s} + pss(u"rsa_padding_mode:pss"_s)
            + pss(u"rsa_pss_saltlen:32"_s) + pss(u"rsa_mgf1_md:sha256"_s);
}

void TestSign::opensslAcceptsTheSignature()
{
    QFETCH(const SigningAlgorithm, algorithm);
    QFETCH(const QStringList, options);
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
    QVERIFY(key);
    const auto token = key->sign(
        {{u"kid"_s, key->keyId()}}, {{u"sub"_s, u"Zoë"_s}, {u"exp"_s, 1'700'000'000}}, algorithm);
    QVERIFY(token);
    QCOMPARE(Jwt::decode(*token)->algorithm(), QString(Base::nameOf(algorithm)));
    const QList<QByteArray> parts = token->split('.');
    QCOMPARE(parts.size(), 3);
    const auto signature = Jwt::base64UrlDecode(parts[2]);
    QVERIFY(signature);
    QCOMPARE(signature->size(), 256);
    write(u"signature"_s, *signature);

    const QStringList verify = QStringList{u"dgst"_s} + options
        + QStringList{u"-verify"_s, path(u"public.pem"_s), u"-signature"_s, path(u"signature"_s)};
    QCOMPARE(openssl(verify, parts[0] + '.' + parts[1]).trimmed(), QByteArray("Verified OK"));
    QCOMPARE(m_exitCode, 0);
    openssl(verify, parts[0] + '.' + parts[1] + 'A');
    QVERIFY(m_exitCode != 0);
}

void TestSign::saltsEachSignatureByPs256()
{
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
    QVERIFY(key);
    const auto first = key->sign({}, {}, SigningAlgorithm::Ps256);
    const auto second = key->sign({}, {}, SigningAlgorithm::Ps256);
    QVERIFY(first && second);
    QVERIFY(*first != *second);
}

void TestSign::headerIsTheCallersButForAlgorithm()
{
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
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
    const auto key = SigningKey::fromPem(Test::privateKeyPem);
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
    auto key = SigningKey::fromPem(Test::privateKeyPem);
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
    QTest::addColumn<QLatin1StringView>("rule");
    QTest::newRow("nothing") << QByteArray() << KeyRule::notPem;
    QTest::newRow("huge") << QByteArray(1'000'000, 'A') << KeyRule::notPem;
    QTest::newRow("no PEM") << QByteArray("-----BEGIN PRIVATE KEY-----\nMIIE\n") << KeyRule::notPem;
    QTest::newRow("a public key") << openssl(read + QStringList{u"-pubout"_s}) << KeyRule::notPem;
    QTest::newRow("1,024 bits") << openssl(rsa + QStringList{u"rsa_keygen_bits:1024"_s})
                                << KeyRule::tooShort;
    QTest::newRow("an EC key") << openssl(ec + QStringList{u"ec_paramgen_curve:P-256"_s})
                               << KeyRule::notRsa;
    const QStringList sealed{u"-aes128"_s, u"-passout"_s, u"pass:secret"_s};
    QTest::newRow("encrypted") << openssl(read + sealed) << KeyRule::encrypted;
    QTest::newRow("encrypted, PKCS#1")
        << openssl(read + sealed + QStringList{u"-traditional"_s}) << KeyRule::encrypted;
}

void TestSign::refusesPem()
{
    QFETCH(QByteArray, pem);
    QFETCH(QLatin1StringView, rule);
    const auto key = SigningKey::fromPem(pem);
    QVERIFY(!key);
    QCOMPARE(key.error().kind, ErrorKind::InvalidPrivateKey);
    QCOMPARE(key.error().detail, rule);
}

QTEST_GUILESS_MAIN(TestSign)
#include "tst_sign.moc"
