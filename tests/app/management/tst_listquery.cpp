// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/listquery.h"

#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Management::Checkpoint;
using Management::PageNumber;
using Management::PagePlace;
using OAuth::ScopeSet;

class TestListQuery final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void asksForAPage_data();
    void asksForAPage();
    void sendsACheckpointUnchanged();
    void leavesSecretsOut_data();
    void leavesSecretsOut();
    void asksForOneWithItsAddons();
    void asksForASecretAlone();
};

void TestListQuery::asksForAPage_data()
{
    QTest::addColumn<bool>("byCheckpoint");
    QTest::addColumn<int>("size");
    QTest::addColumn<QString>("start");

    QTest::newRow("by number") << false << 100
                               << u"page=7&per_page=100&include_totals=true&is_global=false&"_s;
    QTest::newRow("a smaller page")
        << false << 50 << u"page=7&per_page=50&include_totals=true&is_global=false&"_s;
    QTest::newRow("never over the limit")
        << false << 500 << u"page=7&per_page=100&include_totals=true&is_global=false&"_s;
    QTest::newRow("first checkpoint") << true << 100 << u"take=100&is_global=false&"_s;
}

void TestListQuery::asksForAPage()
{
    QFETCH(bool, byCheckpoint);
    QFETCH(int, size);
    const PagePlace place = byCheckpoint ? PagePlace(Checkpoint{}) : PagePlace(PageNumber{7});
    const QString query = Management::listQuery(place, {}, size).toString(QUrl::FullyEncoded);
    QFETCH(QString, start);
    QVERIFY2(query.startsWith(start), qPrintable(query));
    QVERIFY(query.contains(
        u"include_fields=false&fields=client_secret,signing_keys,encryption_key,addons,"
        "custom_login_page,custom_login_page_preview,form_template"_s));
}

void TestListQuery::sendsACheckpointUnchanged()
{
    const QString opaque = u"a+b&c=d %41é/=="_s;
    QUrl url(u"https://contoso.eu.auth0.com/api/v2/clients"_s);
    url.setQuery(Management::listQuery(Checkpoint{opaque}, {}));
    const QByteArray sent = url.toEncoded();
    const qsizetype start = sent.indexOf("&from=") + 6;
    const QByteArray value = sent.mid(start, sent.indexOf('&', start) - start);
    QCOMPARE(QUrl::fromPercentEncoding(value), opaque);
    QVERIFY2(!value.contains('+'), value.constData()); // read as a blank over there
}

void TestListQuery::leavesSecretsOut_data()
{
    QTest::addColumn<QString>("scopes");
    QTest::addColumn<bool>("known");
    QTest::addColumn<bool>("namesSecrets");

    QTest::newRow("scopes unknown") << QString() << false << true;
    QTest::newRow("may read keys") << u"read:clients read:client_keys"_s << true << true;
    QTest::newRow("may read credentials") << u"read:client_credentials"_s << true << true;
    QTest::newRow("may read neither") << u"read:clients read:client_summary"_s << true << false;
    QTest::newRow("no scope at all") << QString() << true << false;
}

void TestListQuery::leavesSecretsOut()
{
    QFETCH(QString, scopes);
    QFETCH(bool, known);
    QFETCH(bool, namesSecrets);
    const QStringList excluded = Management::excludedMembers(
        known ? ScopeSet::fromText(scopes) : ScopeSet());
    for (const auto &secret : {u"client_secret"_s, u"signing_keys"_s, u"encryption_key"_s})
        QCOMPARE(excluded.contains(secret), namesSecrets);
    for (const auto &heavy :
         {u"addons"_s, u"custom_login_page"_s, u"custom_login_page_preview"_s, u"form_template"_s})
        QVERIFY(excluded.contains(heavy));
}

void TestListQuery::asksForOneWithItsAddons()
{
    const QUrlQuery query = Management::applicationQuery({});
    QCOMPARE(query.queryItemValue(u"include_fields"_s), u"false"_s);
    QCOMPARE(query.queryItemValue(u"fields"_s), u"client_secret,signing_keys,encryption_key"_s);
    QVERIFY(Management::applicationQuery(ScopeSet::fromText(u"read:clients")).isEmpty());
}

void TestListQuery::asksForASecretAlone()
{
    // Whether it is the right application's is told by its ID.
    QCOMPARE(
        Management::secretQuery().toString(QUrl::FullyEncoded),
        u"fields=client_secret,client_id&include_fields=true"_s);
}

QTEST_GUILESS_MAIN(TestListQuery)
#include "tst_listquery.moc"
