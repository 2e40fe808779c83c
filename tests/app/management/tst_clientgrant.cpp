// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/clientgrant.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using Management::ClientGrant;

namespace {

ClientGrant parsed(const QByteArray &json)
{
    return ClientGrant(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestClientGrant final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsAll();
    void assumesNothing_data();
    void assumesNothing();
    void grants_data();
    void grants();
};

void TestClientGrant::readsAll()
{
    const ClientGrant grant = parsed(
        R"({"id":"cgr_1","client_id":"abc","audience":"https://a/","scope":["read:x","b"],)"
        R"("organization_usage":"deny","allow_any_organization":false,"subject_type":"user",)"
        R"("is_system":true,"allow_all_scopes":false,"default_for":"third_party_clients","new":1})");
    QCOMPARE(grant.id(), u"cgr_1"_s);
    QCOMPARE(grant.clientId(), u"abc"_s);
    QCOMPARE(grant.audience(), u"https://a/"_s);
    QCOMPARE(grant.scopes(), (QStringList{u"read:x"_s, u"b"_s}));
    QCOMPARE(grant.organizationUsage(), u"deny"_s);
    QCOMPARE(grant.subjectType(), u"user"_s);
    QCOMPARE(grant.defaultFor(), u"third_party_clients"_s);
    QVERIFY(grant.isSystem());
    QVERIFY(!grant.allowsAllScopes());
    QVERIFY(grant.members().contains("new"_L1));
}

void TestClientGrant::assumesNothing_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("clientId");
    QTest::addColumn<QStringList>("scopes");
    QTest::newRow("empty") << QByteArray("{}") << QString() << QStringList();
    QTest::newRow("nulls") << QByteArray(R"({"client_id":null,"scope":null,"audience":null})")
                           << QString() << QStringList();
    QTest::newRow("other types") << QByteArray(
        R"({"client_id":7,"scope":{"a":1},"is_system":"yes"})")
                                 << u"7"_s << QStringList();
    QTest::newRow("a text") << QByteArray(R"({"scope":" a  b "})") << QString()
                            << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("mixed") << QByteArray(R"({"scope":["a",1,null,["b"]]})") << QString()
                           << QStringList{u"a"_s};
}

void TestClientGrant::assumesNothing()
{
    QFETCH(const QByteArray, json);
    const ClientGrant grant = parsed(json);
    QTEST(grant.clientId(), "clientId");
    QTEST(grant.scopes(), "scopes");
    QVERIFY(!grant.isSystem());
}

void TestClientGrant::grants_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isGranted");
    QTest::newRow("the scope") << QByteArray(R"({"scope":["read:x","read:users"]})") << true;
    QTest::newRow("a longer one") << QByteArray(R"({"scope":["read:users_app_metadata"]})")
                                  << false;
    QTest::newRow("none") << QByteArray(R"({"scope":[]})") << false;
    QTest::newRow("all") << QByteArray(R"({"scope":[],"allow_all_scopes":true})") << true;
}

void TestClientGrant::grants()
{
    QFETCH(const QByteArray, json);
    QTEST(parsed(json).grants(u"read:users"_s), "isGranted");
}

QTEST_APPLESS_MAIN(TestClientGrant)
#include "tst_clientgrant.moc"
