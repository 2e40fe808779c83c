// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/redaction.h"
#include "app/http/request.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

// 48 characters that stand nowhere else; some must be escaped in a form.
const QByteArray marker = "MARKER+0123456789/abcdefghijklmnopqrstuvwxyz=XYZ";
const QByteArray jwt = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";

} // namespace

/// The only door outward: nothing that goes through it holds a credential.
class RedactionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void members_data();
    void members();
    void headers();
    void paths_data();
    void paths();
    void bodies_data();
    void bodies();
    void bodiesThatMustHide_data();
    void bodiesThatMustHide();
    void everyCutBodyHides();
    void cutsAfterMasking();
    void messages_data();
    void messages();
    void redactorKnowsItsRequest_data();
    void redactorKnowsItsRequest();
};

void RedactionTest::members_data()
{
    QTest::addColumn<QStringList>("path");
    QTest::addColumn<Base::JsonKind>("kind");
    QTest::addColumn<bool>("isSecret");
    using enum Base::JsonKind;
    const auto row = [](const QString &path, Base::JsonKind kind, bool isSecret) {
        QTest::addRow("%s (%d)", qPrintable(path), int(kind))
            << path.split(u'/') << kind << isSecret;
    };
    for (const QStringView name :
         {u"client_secret",
          u"clients/client_secret",
          u"access_token",
          u"refresh_token",
          u"id_token",
          u"client_assertion",
          u"password",
          u"clientSecret",
          u"CLIENT_SECRET",
          u"signing_keys/key",
          u"signing_secret",
          u"private_key",
          u"privateKey",
          u"options/app_secret",
          u"api_key",
          u"keys/d",
          u"jwks/keys/p",
          u"keys/k",
          u"addons/azure_sb/sasKey",
          u"addons/azure_blob/storageAccessKey",
          u"addons/layer/privateKey",
          u"addons/salesforce_api/secret",
          u"addons/sap_api/servicePassword",
          u"addons/wams/masterkey",
          u"addons/firebase/private_key",
          u"addons/aws/some_key"})
        row(name.toString(), String, true);
    for (const QStringView name :
         {u"client_id", u"name", u"token_type", u"token_endpoint_auth_method", u"signing_keys/cert",
          u"signing_keys/pkcs7", u"scope", u"expires_in", u"keys/n", u"keys/e", u"keys/kid",
          u"keys/x5c", u"key", u"d", u"k", u"addons/samlp/audience", u"grant_types",
          u"jwt_configuration/alg", u"error_description"})
        row(name.toString(), String, false);
    row(u"client_secret"_s, Number, true);
    row(u"client_secret"_s, Literal, false);
    row(u"client_secret"_s, Object, true);
    row(u"tokens"_s, Array, true);
    row(u"refresh_token"_s, Object, false);
    row(u"clients/refresh_token"_s, Object, false);
    row(u"change_password"_s, Object, false);
    QTest::newRow("top level") << QStringList() << String << false;
}

void RedactionTest::members()
{
    QFETCH(const QStringList, path);
    QFETCH(const Base::JsonKind, kind);
    QFETCH(const bool, isSecret);
    QCOMPARE(isSecretMember(path, kind), isSecret);
}

void RedactionTest::headers()
{
    const Headers headers(
        {{"Authorization", "Bearer abc"},
         {"authorization", "Basic abc"},
         {"COOKIE", "a=b"},
         {"Set-Cookie", "did=1"},
         {"Proxy-Authorization", "Basic abc"},
         {"X-Echo", "Bearer " + marker},
         {"X-Token", jwt},
         {"Location", "https://u:p@x.com/?access_token=abc&x=1"},
         {"Date", "Tue, 24 Nov 2026 12:00:00 GMT"}});
    const Headers expected(
        {{"Authorization", "Bearer ***"},
         {"authorization", "***"},
         {"COOKIE", "***"},
         {"Set-Cookie", "***"},
         {"Proxy-Authorization", "***"},
         {"X-Echo", "Bearer ***"},
         {"X-Token", "***"},
         {"Location", "https://***@x.com/?access_token=***&x=1"},
         {"Date", "Tue, 24 Nov 2026 12:00:00 GMT"}});
    QCOMPARE(redactedHeaders(headers).fields(), expected.fields());
}

void RedactionTest::paths_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QString &path, const QString &shown) {
        QTest::newRow(name) << QString(u"https://u:p@a.auth0.com"_s + path) << shown;
    };
    row("plain", u"/api/v2/clients"_s, u"/api/v2/clients"_s);
    row("query", u"/api/v2/clients?page=0&q=%C3%A9"_s, u"/api/v2/clients?page=0&q=%C3%A9"_s);
    row("secret", u"/x?client_secret=abc&page=1"_s, u"/x?client_secret=***&page=1"_s);
    row("escaped name", u"/x?client%5Fsecret=abc"_s, u"/x?client_secret=***"_s);
    row("token in the path", QString(u"/x/"_s + QString::fromLatin1(jwt)), u"/x/***"_s);
    row("root", QString(), QString());
}

void RedactionTest::paths()
{
    QFETCH(const QString, url);
    QFETCH(const QString, shown);
    QCOMPARE(redactedPath(QUrl(url)), shown);
}

void RedactionTest::bodies_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *type, const QByteArray &body,
                        const QByteArray &shown) {
        QTest::newRow(name) << QByteArray(type) << body << shown;
    };
    row("JSON", "application/json; charset=utf-8",
        "{ \"access_token\" : \"abc\", \"expires_in\":60 }",
        "{ \"access_token\" : \"***\", \"expires_in\":60 }");
    row("problem JSON", "application/problem+json", "{\"secret\":1}", "{\"secret\":\"***\"}");
    row("JSON under another type", "text/html", " {\"client_secret\":\"abc\"}",
        " {\"client_secret\":\"***\"}");
    row("settings stay", "application/json", "{\"refresh_token\":{\"leeway\":5,\"token\":\"abc\"}}",
        "{\"refresh_token\":{\"leeway\":5,\"token\":\"***\"}}");
    row("null stays", "application/json", "{\"client_secret\":null}", "{\"client_secret\":null}");
    row("token elsewhere", "application/json", "{\"message\":\"Bad token: " + jwt + "\"}",
        "{\"message\":\"Bad token: ***\"}");
    row("JSON within JSON", "application/json",
        "{\"message\":\"{\\\"access_token\\\":\\\"abc\\\"}\"}",
        "{\"message\":\"{\\\"access_token\\\":\\\"***\\\"}\"}");
    row("form", "application/x-www-form-urlencoded", "grant_type=a&client_secret=b%26c&audience=d",
        "grant_type=a&client_secret=***&audience=d");
    row("form, escaped name", "application/x-www-form-urlencoded", "client%5Fsecret=b",
        "client%5Fsecret=***");
    row("text", "text/plain", "no secret here", "no secret here");
    row("text with token", "text/plain", "got " + jwt + "!", "got ***!");
    row("UTF-8 stays", "text/plain", "\xc3\xa9\xe2\x82\xac", "\xc3\xa9\xe2\x82\xac");
    row("empty", "application/json", "", "");
}

void RedactionTest::bodies()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, shown);
    QCOMPARE(redactedBody(body, type), shown);
}

void RedactionTest::bodiesThatMustHide_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("cut in the value") << "{\"a\":1,\"client_secret\":\"" + marker;
    QTest::newRow("cut in an escape") << "{\"client_secret\":\"" + marker + "\\";
    QTest::newRow("nested") << "{\"client_secret\":{\"x\":[\"" + marker + "\"]}}";
    QTest::newRow("nested, broken") << "{\"client_secret\":{\"x\":[tru,\"" + marker + "\"]}}";
    QTest::newRow("escaped name") << "{\"client\\u005fsecret\":\"" + marker + "\"}";
    QTest::newRow("after an error") << "{\"a\":nope,\"client_secret\":\"" + marker + "\"}";
    QTest::newRow("after the end") << "{} {\"client_secret\":\"" + marker + "\"}";
    QTest::newRow("duplicate") << "{\"client_secret\":1,\"client_secret\":\"" + marker + "\"}";
    QTest::newRow("BOM") << "\xef\xbb\xbf{\"client_secret\":\"" + marker + "\"}";
    QTest::newRow("very deep") << QByteArray(5000, '[') + "{\"client_secret\":\"" + marker + "\"}";
    QTest::newRow("key file") << "[\"-----BEGIN RSA PRIVATE KEY-----\\n" + marker
            + "\\n-----END RSA PRIVATE KEY-----\"]";
}

void RedactionTest::bodiesThatMustHide()
{
    QFETCH(const QByteArray, body);
    for (const char *type : {"application/json", "text/plain", ""}) {
        const QByteArray shown = redactedBody(body, type);
        QVERIFY2(!shown.contains(marker), shown.constData());
        QVERIFY(!shown.contains(marker.left(16)));
    }
}

void RedactionTest::everyCutBodyHides()
{
    const QByteArray body = "{\"x\":[1,{\"y\":\"z\"}],\"access_token\":\"" + marker
        + "\",\"scope\":\"a b\"}";
    for (qsizetype size = 0; size <= body.size(); ++size) {
        const QByteArray shown = redactedBody(body.left(size), "application/json");
        QVERIFY2(!shown.contains("MARKER"), shown.constData());
    }
}

void RedactionTest::cutsAfterMasking()
{
    const QByteArray body = "{\"a\":\"" + QByteArray(100, 'x') + "\",\"client_secret\":\"" + marker
        + "\"}";
    for (qsizetype limit = 0; limit < body.size(); ++limit) {
        const QByteArray shown = redactedBody(body, "application/json", limit);
        QCOMPARE_LE(shown.size(), limit);
        QVERIFY(!shown.contains("MARKER"));
    }
    QCOMPARE(redactedBody(QByteArray(100'000, 'x'), "text/plain").size(), 64 * 1024);
}

void RedactionTest::messages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const QString token = QString::fromLatin1(jwt);
    QTest::newRow("nothing") << u"Unauthorized"_s << u"Unauthorized"_s;
    QTest::newRow("JWT") << QString(u"Invalid token "_s + token) << u"Invalid token ***"_s;
    QTest::newRow("two JWTs") << QString(token + u' ' + token) << u"*** ***"_s;
    QTest::newRow("cut JWT") << token.left(24) << u"***"_s;
    QTest::newRow("bearer") << u"Bearer 0123456789abcdefXYZ-._~+/=="_s << u"Bearer ***"_s;
    QTest::newRow("the word bearer")
        << u"The bearer token is missing"_s << u"The bearer token is missing"_s;
    QTest::newRow("name = value") << u"client_secret=abc is wrong"_s
                                  << u"client_secret=*** is wrong"_s;
    QTest::newRow("name: value") << u"client_secret: \"abc\""_s << u"client_secret: \"***\""_s;
    QTest::newRow("JSON in text") << u"got {\"access_token\":\"abc\"}"_s
                                  << u"got {\"access_token\":\"***\"}"_s;
    QTest::newRow("user information")
        << u"see https://u:p@x.com/y"_s << u"see https://***@x.com/y"_s;
    QTest::newRow("scopes stay")
        << u"Insufficient scope, expected any of: read:clients, read:client_keys"_s
        << u"Insufficient scope, expected any of: read:clients, read:client_keys"_s;
    QTest::newRow("Unicode stays")
        << u"Zugriff verweigert: \u00e4\u20ac"_s << u"Zugriff verweigert: \u00e4\u20ac"_s;
}

void RedactionTest::messages()
{
    QFETCH(const QString, text);
    QFETCH(const QString, shown);
    QCOMPARE(redactedMessage(text), shown);
}

void RedactionTest::redactorKnowsItsRequest_data()
{
    QTest::addColumn<QByteArray>("echo");
    QTest::newRow("verbatim") << marker;
    QTest::newRow("percent-encoded") << marker.toPercentEncoding();
}

void RedactionTest::redactorKnowsItsRequest()
{
    QFETCH(const QByteArray, echo);
    Request byBody{.method = "POST", .url = QUrl(u"https://a.auth0.com/oauth/token"_s)};
    byBody.body = Secret(QByteArray("client_id=x&client_secret=" + marker.toPercentEncoding()));
    Request byBearer{.url = QUrl(u"https://a.auth0.com/"_s)};
    byBearer.bearer = Secret(marker);
    for (const Request &request : {byBody, byBearer}) {
        const Redactor redactor(request);
        const QString text = u"You sent "_s + QString::fromLatin1(echo) + u" and that is wrong"_s;
        const Error error = redactor.error({.kind = ErrorKind::TokenRefused, .description = text});
        QCOMPARE(error.description, u"You sent *** and that is wrong"_s);
        QCOMPARE(
            redactor.body(QByteArray("<p>" + echo + "</p>"), "text/html"),
            QByteArray("<p>***</p>"));
        QCOMPARE(redactor.headers(Headers({{"X", echo}})).value("x"), QByteArray("***"));
        QVERIFY(!redactor.path(QUrl::fromEncoded("https://a.auth0.com/x/" + echo))
                     .contains(u"MARKER"_s));
    }
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::RedactionTest)
#include "tst_redaction.moc"
