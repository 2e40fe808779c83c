// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/scopeset.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::OAuth::ScopeSet;

class ScopeSetTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void reads_data();
    void reads();
    void unknownIsNotEmpty();
    void contains();
};

void ScopeSetTest::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("one") << u"read:clients"_s << QStringList{u"read:clients"_s};
    QTest::newRow("sorted") << u"read:users read:clients create:users"_s
                            << QStringList{u"create:users"_s, u"read:clients"_s, u"read:users"_s};
    QTest::newRow("twice") << u"a b a"_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("odd blanks") << u"  a \t\n b "_s << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("none") << QString() << QStringList();
    QTest::newRow("blanks only") << u"  "_s << QStringList();
}

void ScopeSetTest::reads()
{
    QFETCH(QString, text);
    const ScopeSet scopes = ScopeSet::fromText(text);
    QVERIFY(scopes.isKnown());
    QTEST(scopes.names(), "names");
}

void ScopeSetTest::unknownIsNotEmpty()
{
    QVERIFY(!ScopeSet().isKnown());
    QVERIFY(ScopeSet().names().isEmpty());
    QVERIFY(!(ScopeSet() == ScopeSet::fromText(u"")));
}

void ScopeSetTest::contains()
{
    const ScopeSet scopes = ScopeSet::fromText(u"read:users read:clients");
    QVERIFY(scopes.contains(u"read:clients"));
    QVERIFY(!scopes.contains(u"read:client"));
    QVERIFY(!scopes.contains(u"READ:CLIENTS"));
    QVERIFY(!scopes.contains(u""));
    QVERIFY(scopes.containsAny({u"read:client_keys"_s, u"read:users"_s}));
    QVERIFY(!scopes.containsAny({u"read:client_keys"_s}));
    QVERIFY(!scopes.containsAny({}));
    QVERIFY(!ScopeSet().contains(u"read:clients"));
}

QTEST_GUILESS_MAIN(ScopeSetTest)
#include "tst_scopeset.moc"
