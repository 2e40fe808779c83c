// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/base64url.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;

class TestBase64Url : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void encodesAndDecodes_data();
    void encodesAndDecodes();
    void refuses_data();
    void refuses();
    void everyByteSurvives();
};

void TestBase64Url::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestBase64Url::encodesAndDecodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray() << QByteArray();
    QTest::newRow("one byte") << QByteArray("f") << QByteArray("Zg");
    QTest::newRow("two bytes") << QByteArray("fo") << QByteArray("Zm8");
    QTest::newRow("three bytes") << QByteArray("foo") << QByteArray("Zm9v");
    QTest::newRow("RFC 7515 appendix C")
        << QByteArray::fromHex("03ecffe0c1") << QByteArray("A-z_4ME");
    QTest::newRow("both foreign letters") << QByteArray::fromHex("fbff") << QByteArray("-_8");
    QTest::newRow("zeros") << QByteArray(3, '\0') << QByteArray("AAAA");
}

void TestBase64Url::encodesAndDecodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, text);
    QCOMPARE(Jwt::base64UrlEncode(bytes), text);
    QCOMPARE(Jwt::base64UrlDecode(text), std::optional(bytes));
}

void TestBase64Url::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("padding") << QByteArray("Zg==");
    QTest::newRow("one padding character") << QByteArray("Zm8=");
    QTest::newRow("plus") << QByteArray("A+z_");
    QTest::newRow("slash") << QByteArray("A-z/");
    QTest::newRow("line end") << QByteArray("Zm9v\n");
    QTest::newRow("blank in the middle") << QByteArray("Zm 9v");
    QTest::newRow("dot") << QByteArray("Zm9v.Zm9v");
    QTest::newRow("NUL") << QByteArray("Zm9\0", 4);
    QTest::newRow("byte above 127") << QByteArray("Zm9\xc3");
    QTest::newRow("length 1") << QByteArray("Z");
    QTest::newRow("length 4n + 1") << QByteArray("Zm9vZ");
    QTest::newRow("trailing bits of one byte") << QByteArray("Zh");
    QTest::newRow("trailing bits of two bytes") << QByteArray("Zm9");
}

void TestBase64Url::refuses()
{
    QFETCH(QByteArray, text);
    QCOMPARE(Jwt::base64UrlDecode(text), std::nullopt);
}

void TestBase64Url::everyByteSurvives()
{
    QByteArray bytes;
    for (int i = 0; i < 256; ++i) {
        bytes.append(static_cast<char>(i));
        QCOMPARE(Jwt::base64UrlDecode(Jwt::base64UrlEncode(bytes)), std::optional(bytes));
    }
}

QTEST_APPLESS_MAIN(TestBase64Url)
#include "tst_base64url.moc"
