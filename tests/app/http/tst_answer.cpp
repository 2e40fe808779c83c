// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/answer.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

Response response(
    int status, const QByteArray &body, const QByteArray &type = "application/json; charset=utf-8")
{
    Response response;
    response.status = status;
    response.body = body;
    if (!type.isEmpty())
        response.headers.append("Content-Type", type);
    response.receivedAt = Base::Instant(1000s);
    return response;
}

} // namespace

/// What answers say, in every form the tenants use.
class AnswerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void errors_data();
    void errors();
    void scopes_data();
    void scopes();
    void retryAt();
    void quotas_data();
    void quotas();
    void redirects_data();
    void redirects();
    void requestId();
    void echoedTokenIsMasked();
};

void AnswerTest::reads_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    for (const char *type :
         {"application/json", "Application/JSON;charset=UTF-8", "application/jwk-set+json",
          "application/problem+json; x=y", "text/json"})
        QTest::newRow(type) << QByteArray(type) << QByteArray("{\"a\":[1,\"\xc3\xa9\"]}");
    QTest::newRow("array") << QByteArray("application/json") << QByteArray(" [ ] ");
    QTest::newRow("BOM") << QByteArray("application/json") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("64 levels") << QByteArray("application/json")
                               << QByteArray(64, '[') + QByteArray(64, ']');
    QTest::newRow("brackets in a string")
        << QByteArray("application/json")
        << "[\"" + QByteArray(1000, '[') + "\\\"" + QByteArray(1000, '{') + "\"]";
}

void AnswerTest::reads()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    const auto answer = readAnswer(response(200, body, type));
    QVERIFY(answer.has_value());
    QVERIFY(!answer->json.isNull());
    QCOMPARE(answer->body, body);
    for (const char *scalar : {"4", "\"text\"", " true ", "null", "-1.5e3"}) {
        const auto lone = readAnswer(response(200, scalar));
        QVERIFY(lone.has_value());
        QVERIFY(lone->json.isNull());
        QCOMPARE(lone->body, QByteArray(scalar));
    }
}

void AnswerTest::refuses_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, const char *type, const QByteArray &body,
                        ErrorKind kind) {
        QTest::newRow(name) << QByteArray(type) << body << kind;
    };
    row("HTML", "text/html", "<html>", ErrorKind::NotJson);
    row("JSON as text", "text/plain", "{}", ErrorKind::NotJson);
    row("no type", "", "{}", ErrorKind::NotJson);
    row("JavaScript", "application/javascript", "{}", ErrorKind::NotJson);
    row("empty", "application/json", "", ErrorKind::EmptyAnswer);
    row("blanks", "application/json", " \r\n", ErrorKind::EmptyAnswer);
    row("empty HTML", "text/html", "", ErrorKind::EmptyAnswer);
    row("cut", "application/json", "{\"a\":", ErrorKind::Malformed);
    row("two documents", "application/json", "{}{}", ErrorKind::Malformed);
    row("array trick", "application/json", "1],[2", ErrorKind::Malformed);
    row("65 levels", "application/json", QByteArray(65, '[') + QByteArray(65, ']'),
        ErrorKind::Malformed);
    row("NUL", "application/json", QByteArray("{\0}", 3), ErrorKind::Malformed);
    row("HTML labelled JSON", "application/json", "<html>", ErrorKind::Malformed);
}

void AnswerTest::refuses()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    const auto answer = readAnswer(response(200, body, type));
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, kind);
    QCOMPARE(answer.error().status, 200);
    QCOMPARE(answer.error().subject, QString::fromLatin1(type));
    if (kind == ErrorKind::NotJson) {
        const QByteArray page = "<title>\x1b[31mSign\n in</title>" + QByteArray(1000, 'x');
        const auto html = readAnswer(response(200, page, type));
        QCOMPARE(html.error().description.size(), 200);
        QVERIFY(html.error().description.startsWith(u"<title>\u241b[31mSign in</title>"_s));
    }
}

void AnswerTest::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("description");
    QTest::addColumn<QString>("uri");
    const auto row = [](const char *name, int status, const QByteArray &type,
                        const QByteArray &body, ErrorKind kind, const QString &code,
                        const QString &description, const QString &uri = {}) {
        QTest::newRow(name) << status << type << body << kind << code << description << uri;
    };
    const QByteArray json = "application/json";
    row("management", 401, json,
        R"({"statusCode":401,"error":"Unauthorized","message":"Expired token received"})",
        ErrorKind::Unauthorized, u"Unauthorized"_s, u"Expired token received"_s);
    row("management with code", 404, json,
        R"({"statusCode":404,"error":"Not Found","message":"Gone","errorCode":"inexistent_client"})",
        ErrorKind::NotFound, u"inexistent_client"_s, u"Gone"_s);
    row("OAuth", 401, json, R"({"error":"access_denied","error_description":"Unauthorized"})",
        ErrorKind::Unauthorized, u"access_denied"_s, u"Unauthorized"_s);
    row("OAuth with uri", 403, json,
        R"({"error":"unauthorized_client","error_description":"Not allowed","error_uri":"https://x/y"})",
        ErrorKind::Forbidden, u"unauthorized_client"_s, u"Not allowed"_s, u"https://x/y"_s);
    row("old 429", 429, json, R"({"statusCode":429,"error":"Too Many Requests"})",
        ErrorKind::RateLimited, u"Too Many Requests"_s, {});
    row("subscription", 403, json,
        R"({"statusCode":403,"error":"Forbidden","message":"Please upgrade your subscription","errorCode":"insufficient_scope"})",
        ErrorKind::Forbidden, u"insufficient_scope"_s, u"Please upgrade your subscription"_s);
    row("fields above the scopes", 403, json,
        R"({"message":"Some fields cannot be read with the permissions granted by the bearer token scopes.","errorCode":"insufficient_scope"})",
        ErrorKind::MissingScope, u"insufficient_scope"_s,
        u"Some fields cannot be read with the permissions granted by the bearer token scopes."_s);
    row("plain text", 403, "text/plain", "Service not enabled within domain", ErrorKind::Forbidden,
        {}, u"Service not enabled within domain"_s);
    row("text without type", 500, "", "Oops", ErrorKind::ServerFailed, {}, u"Oops"_s);
    row("HTML", 502, "text/html", "<html><h1>Bad gateway</h1>", ErrorKind::ServerFailed, {}, {});
    row("nothing", 503, "", "", ErrorKind::ServerFailed, {}, {});
    row("JSON array", 400, json, "[]", ErrorKind::UnexpectedStatus, {}, {});
    row("cut JSON", 400, json, "{\"error\":", ErrorKind::UnexpectedStatus, {}, {});
    row("members of other types", 400, json, R"({"error":5,"message":{"x":1},"errorCode":null})",
        ErrorKind::UnexpectedStatus, {}, {});
    row("messages", 400, json, R"({"error":"Bad Request","message":["a","b"]})",
        ErrorKind::UnexpectedStatus, u"Bad Request"_s, u"a; b"_s);
    row("402", 402, json, R"({"error":"Payment Required","message":"Paid only"})",
        ErrorKind::UnexpectedStatus, u"Payment Required"_s, u"Paid only"_s);
    row("JSON as text", 400, "text/plain", R"({"error":"x","error_description":"y"})",
        ErrorKind::UnexpectedStatus, u"x"_s, u"y"_s);
}

void AnswerTest::errors()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, body);
    const Error error = errorFrom(response(status, body, type));
    QTEST(error.kind, "kind");
    QTEST(error.code, "code");
    QTEST(error.description, "description");
    QTEST(error.uri, "uri");
    QCOMPARE(error.status, status);
}

void AnswerTest::scopes_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<QStringList>("scopes");
    const QStringList both{u"read:clients"_s, u"read:client_summary"_s};
    QTest::newRow("; any of")
        << u"Insufficient scope; expected any of: read:clients, read:client_summary"_s << both;
    QTest::newRow(", any of")
        << u"Insufficient scope, expected any of: read:clients,read:client_summary"_s << both;
    QTest::newRow(", expected")
        << u"Insufficient scope, expected: read:clients read:client_summary"_s << both;
    QTest::newRow("; expected")
        << u"insufficient scope; expected: read:clients and read:client_summary"_s << both;
    QTest::newRow("all of")
        << u"Insufficient scope, expected all of: read:clients, read:client_summary."_s << both;
    QTest::newRow("twice") << u"Insufficient scope: read:clients or read:clients"_s
                           << QStringList{u"read:clients"_s};
    QTest::newRow("before the words")
        << u"read:x: Insufficient scope, expected: read:y"_s << QStringList{u"read:y"_s};
    QTest::newRow("none named") << u"Insufficient scope"_s << QStringList();
}

void AnswerTest::scopes()
{
    QFETCH(const QString, message);
    QFETCH(const QStringList, scopes);
    const QJsonObject object{{u"message"_s, message}, {u"errorCode"_s, u"insufficient_scope"_s}};
    const Error error = errorFrom(response(403, QJsonDocument(object).toJson()));
    QCOMPARE(error.kind, ErrorKind::MissingScope);
    QCOMPARE(error.scopes, scopes);
    QCOMPARE(
        errorFrom(response(400, QJsonDocument(object).toJson())).kind, ErrorKind::UnexpectedStatus);
}

void AnswerTest::retryAt()
{
    Response limited = response(429, "{}");
    QVERIFY(!errorFrom(limited).retryAt);
    limited.headers.append("Retry-After", "90");
    QCOMPARE(errorFrom(limited).retryAt, std::optional(Base::Instant(1090s)));
    limited.status = 503;
    QCOMPARE(errorFrom(limited).retryAt, std::optional(Base::Instant(1090s)));
    limited.status = 403;
    QVERIFY(!errorFrom(limited).retryAt);
    Response failed = response(500, "{}");
    failed.headers.append("Date", "Tue, 24 Nov 2026 12:00:00 GMT");
    failed.headers.append("X-RateLimit-Reset", "1795521700");
    QVERIFY(!errorFrom(failed).retryAt);
    failed.status = 429;
    QCOMPARE(errorFrom(failed).retryAt, std::optional(Base::Instant(1100s)));
}

void AnswerTest::quotas_data()
{
    QTest::addColumn<QByteArray>("client");
    QTest::addColumn<QByteArray>("organization");
    QTest::addColumn<QString>("detail");
    const QByteArray hour = "b=per_hour;q=10;r=0;t=3540";
    const QByteArray day = "b=per_day;q=50;r=0;t=43200";
    const QByteArray left = "b=per_day;q=50;r=47;t=43200";
    const auto row = [](const char *name, const QByteArray &client, const QByteArray &organization,
                        const QByteArray &detail) {
        QTest::newRow(name) << client << organization << QString::fromLatin1(detail);
    };
    row("none", {}, {}, {});
    row("some left", left, left, {});
    row("the application's", hour + "," + left, left, "Auth0-Client-Quota-Limit: " + hour);
    row("the organization's", left, left + ", " + hour, "Auth0-Organization-Quota-Limit: " + hour);
    row("both: the longer one", hour, day, "Auth0-Organization-Quota-Limit: " + day);
    row("both, as long", hour, hour, "Auth0-Client-Quota-Limit: " + hour);
    row("two buckets: the longer one", hour + "," + day, {}, "Auth0-Client-Quota-Limit: " + day);
    row("blanks, another order", " t = 7 ; r = 0 ", {}, "Auth0-Client-Quota-Limit: t = 7 ; r = 0");
    row("no reset", "per_hour;q=10;r=0", {}, "Auth0-Client-Quota-Limit: per_hour;q=10;r=0");
    row("nonsense", "r=none;t=5,;;,=,r", {}, {});
}

void AnswerTest::quotas()
{
    QFETCH(const QByteArray, client);
    QFETCH(const QByteArray, organization);
    Response limited = response(429, "{\"error\":\"too_many_requests\"}");
    limited.headers.append("auth0-client-quota-limit", client);
    limited.headers.append("auth0-organization-quota-limit", organization);
    QTEST(errorFrom(limited).detail, "detail");
    limited.status = 403; // each answer of the token endpoint may tell of them
    QCOMPARE(errorFrom(limited).detail, QString());
}

void AnswerTest::redirects_data()
{
    QTest::addColumn<QByteArray>("location");
    QTest::addColumn<QString>("host");
    QTest::newRow("host") << QByteArray("https://login.example.com/a?b#c")
                          << u"login.example.com"_s;
    QTest::newRow("port") << QByteArray("https://login.example.com:8443/")
                          << u"login.example.com:8443"_s;
    QTest::newRow("user") << QByteArray("https://u:p@login.example.com/") << u"login.example.com"_s;
    QTest::newRow("no scheme") << QByteArray("//evil.example/x") << u"evil.example"_s;
    QTest::newRow("relative") << QByteArray("/login") << QString();
    QTest::newRow("nonsense") << QByteArray("http://[") << QString();
}

void AnswerTest::redirects()
{
    QFETCH(const QByteArray, location);
    QFETCH(const QString, host);
    for (const int status : {301, 302, 303, 307, 308}) {
        Response moved = response(status, "moved", "text/html");
        moved.headers.append("Location", location);
        const Error error = errorFrom(moved);
        QCOMPARE(error.kind, ErrorKind::Redirected);
        QCOMPARE(error.subject, host);
        QCOMPARE(error.status, status);
    }
}

void AnswerTest::requestId()
{
    Response failed = response(500, "{}");
    failed.headers.append("CF-Ray", "ray");
    QCOMPARE(errorFrom(failed).requestId, u"ray"_s);
    failed.headers.append("X-Auth0-RequestId", "own");
    QCOMPARE(errorFrom(failed).requestId, u"own"_s);
}

void AnswerTest::echoedTokenIsMasked()
{
    const QByteArray token = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl";
    const Error json = errorFrom(response(401, "{\"message\":\"Bad " + token + "\"}"));
    QCOMPARE(json.description, u"Bad ***"_s);
    QCOMPARE(errorFrom(response(401, "Bad " + token, "text/plain")).description, u"Bad ***"_s);
    QCOMPARE(
        readAnswer(response(200, "Bad " + token, "text/plain")).error().description, u"Bad ***"_s);
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::AnswerTest)
#include "tst_answer.moc"
