// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientfields.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Demo::Field;
using Tenantscope::Demo::Projection;

namespace Demo = Tenantscope::Demo;

class TestClientFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void namesAreKnownAndDistinct();
    void scopesRevealTiers_data();
    void scopesRevealTiers();
    void readsLists_data();
    void readsLists();
    void combines();
};

void TestClientFields::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestClientFields::namesAreKnownAndDistinct()
{
    QSet<QByteArray> names;
    for (int i = 0; i < Demo::fieldCount; ++i) {
        const auto field = static_cast<Field>(i);
        names.insert(Demo::fieldName(field).toByteArray());
        QCOMPARE(Demo::fieldNamed(Demo::fieldName(field)), field);
    }
    QCOMPARE(names.size(), Demo::fieldCount);
    // The table is in the order of the enumeration.
    QCOMPARE(Demo::fieldName(Field::Tenant), QByteArrayView("tenant"));
    QCOMPARE(Demo::fieldName(Field::ClientSecret), QByteArrayView("client_secret"));
    QCOMPARE(
        Demo::fieldName(Field::IsTokenEndpointIpHeaderTrusted),
        QByteArrayView("is_token_endpoint_ip_header_trusted"));
    QCOMPARE(Demo::fieldName(Field::ProvisioningLineage), QByteArrayView("provisioning_lineage"));
    QCOMPARE(Demo::fieldNamed("no_such_member"), std::nullopt);
}

void TestClientFields::scopesRevealTiers_data()
{
    QTest::addColumn<QStringList>("scopes");
    QTest::addColumn<QString>("visible"); // s summary, c clients, k keys
    QTest::newRow("none") << QStringList() << QString();
    QTest::newRow("another resource's") << QStringList{u"read:users"_s} << QString();
    QTest::newRow("read:client_summary") << QStringList{u"read:client_summary"_s} << u"s"_s;
    QTest::newRow("read:clients") << QStringList{u"read:users"_s, u"read:clients"_s} << u"sc"_s;
    QTest::newRow("read:client_keys") << QStringList{u"read:client_keys"_s} << u"sck"_s;
    QTest::newRow("read:client_credentials")
        << QStringList{u"read:client_credentials"_s} << u"sk"_s;
    QTest::newRow("read:clients and credentials")
        << QStringList{u"read:clients"_s, u"read:client_credentials"_s} << u"sck"_s;
    QTest::newRow("update:clients") << QStringList{u"update:clients"_s} << QString();
}

void TestClientFields::scopesRevealTiers()
{
    QFETCH(QStringList, scopes);
    QFETCH(QString, visible);
    const Projection projection = Projection::visibleTo(scopes);
    QCOMPARE(projection.isEmpty(), visible.isEmpty());
    for (const Field field : {Field::ClientId, Field::Name, Field::Description, Field::AppType})
        QCOMPARE(projection.has(field), visible.contains(u's'));
    for (const Field field : {Field::Callbacks, Field::Addons, Field::GrantTypes, Field::Owners})
        QCOMPARE(projection.has(field), visible.contains(u'c'));
    for (const Field field :
         {Field::ClientSecret, Field::SigningKeys, Field::EncryptionKey,
          Field::ClientAuthenticationMethods})
        QCOMPARE(projection.has(field), visible.contains(u'k'));
}

void TestClientFields::readsLists_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("count");
    QTest::newRow("empty") << QByteArray() << 0;
    QTest::newRow("one") << QByteArray("name") << 1;
    QTest::newRow("two") << QByteArray("name,client_id") << 2;
    QTest::newRow("twice the same") << QByteArray("name,name") << 1;
    QTest::newRow("unknown ones do not count") << QByteArray("name,nonsense,,client_secret,") << 2;
    QTest::newRow("blanks") << QByteArray(" name , client_id ") << 2;
}

void TestClientFields::readsLists()
{
    QFETCH(QByteArray, list);
    QFETCH(int, count);
    const Projection projection = Projection::named(list);
    int seen = 0;
    for (int i = 0; i < Demo::fieldCount; ++i)
        seen += projection.has(static_cast<Field>(i)) ? 1 : 0;
    QCOMPARE(seen, count);
}

void TestClientFields::combines()
{
    const Projection both = Projection::named("name,client_id") & Projection::named("name,global");
    QCOMPARE(both, Projection::named("name"));
    const Projection rest = Projection::named("name,client_id").without(Projection::named("name"));
    QCOMPARE(rest, Projection::named("client_id"));
    QVERIFY(Projection::all().without(Projection::all()).isEmpty());
}

QTEST_APPLESS_MAIN(TestClientFields)
#include "tst_clientfields.moc"
