// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/keyfile.h"
#include "app/jwt/sign.h"

#include "tests/support/keypair.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Base::ErrorKind;

/// A private key's file, as somebody names it.
class TestKeyFile final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void readsTheText();
    void namesAFileThatIsNone();
    void namesAFileWithoutKey_data();
    void namesAFileWithoutKey();

private:
    QString write(const QByteArray &bytes);

    QTemporaryDir m_folder;
};

QString TestKeyFile::write(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(u"key.pem"_s));
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no file");
    return file.fileName();
}

void TestKeyFile::readsTheText()
{
    const auto pem = Jwt::readKeyFile(write(Test::privateKeyPem));
    QVERIFY(pem);
    QCOMPARE(pem->reveal().toByteArray(), Test::privateKeyPem);
}

void TestKeyFile::namesAFileThatIsNone()
{
    for (const QString &file : {m_folder.filePath(u"none.pem"_s), m_folder.path()}) {
        const auto pem = Jwt::readKeyFile(file);
        QVERIFY(!pem);
        QCOMPARE(pem.error().kind, ErrorKind::InvalidPrivateKey);
        QCOMPARE(pem.error().subject, file);
        QVERIFY(!pem.error().detail.isEmpty());
        QVERIFY(pem.error().detail != Jwt::KeyRule::notPem);
    }
}

void TestKeyFile::namesAFileWithoutKey_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("a certificate") << QByteArray("-----BEGIN CERTIFICATE-----\nMIIE\n");
    QTest::newRow("a key, then more than a key file holds")
        << Test::privateKeyPem + QByteArray(Jwt::longestPem, '\n');
}

void TestKeyFile::namesAFileWithoutKey()
{
    QFETCH(const QByteArray, text);
    const QString file = write(text);
    const auto pem = Jwt::readKeyFile(file);
    QVERIFY(!pem);
    QCOMPARE(
        pem.error(),
        (Base::Error{
            .kind = ErrorKind::InvalidPrivateKey,
            .subject = file,
            .detail = Jwt::KeyRule::notPem}));
}

QTEST_GUILESS_MAIN(TestKeyFile)
#include "tst_keyfile.moc"
