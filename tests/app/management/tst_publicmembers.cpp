// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/publicmembers.h"

#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope;

namespace {

QJsonObject parsed(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class TestPublicMembers final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void dropsSecrets_data();
    void dropsSecrets();
};

void TestPublicMembers::dropsSecrets_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *tag, const char *json, const char *expected) {
        QTest::newRow(tag) << QByteArray(json) << QByteArray(expected);
    };
    row("nothing", R"({"name":"a","callbacks":["https://a.example/cb"],"n":3,"x":null})",
        R"({"name":"a","callbacks":["https://a.example/cb"],"n":3,"x":null})");
    row("the list's own",
        R"({"client_secret":"s","signing_keys":[{"cert":"c"}],"encryption_key":{"pub":"p"},"a":1})",
        R"({"a":1})");
    row("a secret's null", R"({"client_secret":null,"signing_keys":null,"a":1})", R"({"a":1})");
    row("add-ons",
        R"({"addons":{"azure_blob":{"storageAccessKey":"k","accountName":"n"},"sap_api":{"servicePassword":"p"},"layer":{"privateKey":"k"}}})",
        R"({"addons":{"azure_blob":{"accountName":"n"},"sap_api":{},"layer":{}}})");
    row("credentials",
        R"({"client_authentication_methods":{"private_key_jwt":{"credentials":[{"id":"c"}]}},"signed_request_object":{"required":true,"credentials":[{"pem":"x"}]}})",
        R"({"client_authentication_methods":{"private_key_jwt":{}},"signed_request_object":{"required":true}})");
    row("settings stay",
        R"({"refresh_token":{"leeway":0},"jwt_configuration":{"secret_encoded":false}})",
        R"({"refresh_token":{"leeway":0},"jwt_configuration":{"secret_encoded":false}})");
    row("in lists", R"({"l":[{"api_key":"k","a":1},[{"password":"p"}]]})",
        R"({"l":[{"a":1},[{}]]})");
    row("metadata", R"({"client_metadata":{"webhook_secret":"s","team":"t"}})",
        R"({"client_metadata":{"team":"t"}})");
    row("a URL with a password", R"({"callbacks":["https://u:geheim@a.example/"]})",
        R"({"callbacks":["https://***@a.example/"]})");
    row("a URL with a token", R"({"logo_uri":"https://a.example/?access_token=geheim"})",
        R"({"logo_uri":"https://a.example/?access_token=***"})");
    row("a JWT", R"({"description":"use eyJhbGciOiJIUzI1NiJ9.e30.abc"})",
        R"({"description":"use ***"})");
    row("an API key", R"({"description":"api_key:geheim"})", R"({"description":"api_key:***"})");
    row("an assertion", R"({"description":"client_assertion:geheim"})",
        R"({"description":"client_assertion:***"})");
    row("a named one", R"({"description":"password:geheim"})", R"({"description":"password:***"})");
    row("a key", "{\"description\":\"-----BEGIN PRIVATE KEY-----abc\"}",
        R"({"description":"***"})");
}

void TestPublicMembers::dropsSecrets()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QByteArray, expected);
    const QJsonObject cleared = Management::withoutSecrets(parsed(json));
    QCOMPARE(cleared, parsed(expected));
    QCOMPARE(Management::withoutSecrets(cleared), cleared);
}

QTEST_APPLESS_MAIN(TestPublicMembers)
#include "tst_publicmembers.moc"
