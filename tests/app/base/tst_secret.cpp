// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/secret.h"

#include <QDebug>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::Base;

namespace Tenantscope::Test {

/// A credential is kept once, shown to few, and overwritten.
class SecretTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void keepsBytes();
    void comparesBytes();
    void copiesAndMoves();
    void fingerprint();
    void isNotPrinted();
    void wipes();
    void wipeLeavesCopiesAlone();
};

void SecretTest::keepsBytes()
{
    const QByteArray bytes("a\0b\xff", 4);
    QCOMPARE(Secret(bytes).reveal().toByteArray(), bytes);
    QCOMPARE(Secret(bytes).size(), 4);
    QCOMPARE(
        Secret::fromText(u"\u00e9\u20ac").reveal().toByteArray(),
        QByteArray("\xc3\xa9\xe2\x82\xac"));
    QVERIFY(Secret().isEmpty());
    QVERIFY(Secret(QByteArray()).isEmpty());
    QVERIFY(Secret().reveal().isEmpty());
}

void SecretTest::comparesBytes()
{
    QCOMPARE(Secret("abc"), Secret("abc"));
    QVERIFY(Secret("abc") != Secret("abd"));
    QVERIFY(Secret("abc") != Secret("bbc"));
    QVERIFY(Secret("abc") != Secret("ab"));
    QVERIFY(Secret("abc") != Secret());
    QCOMPARE(Secret(), Secret(""));
}

void SecretTest::copiesAndMoves()
{
    Secret first("abc");
    Secret copy = first;
    QCOMPARE(copy, first);
    QVERIFY(copy.reveal().data() != first.reveal().data());
    const char *place = first.reveal().data();
    Secret moved = std::move(first);
    QVERIFY(moved.reveal().data() == place); // no second copy was made
    copy = std::move(moved);
    QVERIFY(copy.reveal().data() == place);
    copy = Secret("xyz");
    QCOMPARE(copy, Secret("xyz"));
    const Secret &self = copy;
    copy = self;
    QCOMPARE(copy, Secret("xyz"));
    copy.clear();
    QVERIFY(copy.isEmpty());
}

void SecretTest::fingerprint()
{
    QCOMPARE(Secret("abc").fingerprint(), u"ba7816bf"_s); // FIPS 180-2, B.1
    QCOMPARE(Secret().fingerprint(), u"e3b0c442"_s);
}

void SecretTest::isNotPrinted()
{
    QString text;
    QDebug(&text) << Secret("marker") << "next";
    QVERIFY(!text.contains(u"marker"_s));
    QCOMPARE(text.trimmed(), u"Secret(6 bytes) next"_s);
}

void SecretTest::wipes()
{
    QByteArray bytes("abc");
    wipe(bytes);
    QVERIFY(bytes.isEmpty());
    QString text = u"abc"_s;
    wipe(text);
    QVERIFY(text.isEmpty());
    QByteArray nothing;
    wipe(nothing);
    QVERIFY(nothing.isEmpty());
}

void SecretTest::wipeLeavesCopiesAlone()
{
    QByteArray bytes("abc");
    const QByteArray copy = bytes;
    wipe(bytes);
    QCOMPARE(copy, QByteArray("abc"));
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::SecretTest)
#include "tst_secret.moc"
