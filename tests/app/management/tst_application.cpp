// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/application.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Management::Application;

namespace {

Application applicationOf(const QByteArray &json)
{
    return Application(QJsonDocument::fromJson(json).object());
}

} // namespace

class TestApplication final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void readsTheUsualMembers();
    void toleratesOddities_data();
    void toleratesOddities();
    void keepsUnknownMembers();
    void knowsThePseudoClient();
    void wordsAnyValue_data();
    void wordsAnyValue();
};

void TestApplication::readsTheUsualMembers()
{
    const Application application = applicationOf(
        R"({"client_id":"a1","name":"Shop","description":"Sells","app_type":"spa",)"
        R"("is_first_party":true,"grant_types":["implicit","refresh_token"]})");
    QCOMPARE(application.clientId(), u"a1"_s);
    QCOMPARE(application.name(), u"Shop"_s);
    QCOMPARE(application.description(), u"Sells"_s);
    QCOMPARE(application.appType(), u"spa"_s);
    QCOMPARE(application.isFirstParty(), std::optional(true));
    QCOMPARE(application.grantTypes(), (QStringList{u"implicit"_s, u"refresh_token"_s}));
}

void TestApplication::toleratesOddities_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("callbacks");

    QTest::newRow("nothing at all") << QByteArray("{}") << QString() << QStringList();
    QTest::newRow("null where an array should be")
        << QByteArray(R"({"name":"A","callbacks":null})") << u"A"_s << QStringList();
    QTest::newRow("a text where an array should be")
        << QByteArray(R"({"name":"A","callbacks":"https://a"})") << u"A"_s << QStringList();
    QTest::newRow("numbers among the texts")
        << QByteArray(R"({"name":7,"callbacks":[1,"localhost:3030/logout",{},null]})") << u"7"_s
        << QStringList{u"localhost:3030/logout"_s};
}

void TestApplication::toleratesOddities()
{
    QFETCH(QByteArray, json);
    const Application application = applicationOf(json);
    QTEST(application.name(), "name");
    QTEST(application.strings("callbacks"_L1), "callbacks");
    QCOMPARE(application.isFirstParty(), std::nullopt);
    QVERIFY(!application.isGlobal());
}

void TestApplication::keepsUnknownMembers()
{
    const Application application = applicationOf(R"({"config_route":{"deep":[1,2]}})");
    QCOMPARE(
        application.members().value("config_route"_L1).toObject().value("deep"_L1).toArray().size(),
        2);
}

void TestApplication::knowsThePseudoClient()
{
    QVERIFY(applicationOf(R"({"global":true})").isGlobal());
    QVERIFY(!applicationOf(R"({"global":"true"})").isGlobal());
}

void TestApplication::wordsAnyValue_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("text");

    QTest::newRow("text") << QJsonValue(u"a"_s) << u"a"_s;
    QTest::newRow("true") << QJsonValue(true) << u"true"_s;
    QTest::newRow("whole number") << QJsonValue(2'592'000) << u"2592000"_s;
    QTest::newRow("fraction") << QJsonValue(3.5) << u"3.5"_s;
    QTest::newRow("array") << QJsonValue(QJsonArray{1, u"b"_s}) << u"[1,\"b\"]"_s;
    QTest::newRow("object") << QJsonValue(QJsonObject{{u"k"_s, 1}}) << u"{\"k\":1}"_s;
    QTest::newRow("null") << QJsonValue() << QString();
    QTest::newRow("undefined") << QJsonValue(QJsonValue::Undefined) << QString();
}

void TestApplication::wordsAnyValue()
{
    QFETCH(QJsonValue, value);
    QTEST(Tenantscope::Management::valueText(value), "text");
}

QTEST_GUILESS_MAIN(TestApplication)
#include "tst_application.moc"
