// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/guard.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

Q_DECLARE_METATYPE(Tenantscope::Http::Request)

namespace Tenantscope::Test {

namespace {

Request get(const QString &url)
{
    return {.url = QUrl(url)};
}

Request post(const QString &url)
{
    return {.method = "POST", .url = QUrl(url), .body = Secret("grant_type=client_credentials")};
}

Request with(const QByteArray &name, const QByteArray &value)
{
    Request request = get(u"https://contoso.eu.auth0.com/api/v2/clients"_s);
    request.headers.append(name, value);
    return request;
}

} // namespace

/// The read-only pledge and what else keeps a request from leaving.
class GuardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void passes_data();
    void passes();
    void refuses_data();
    void refuses();
    void everyOtherMethod();
    void headerBytes();
};

void GuardTest::passes_data()
{
    QTest::addColumn<Request>("request");
    QTest::newRow("GET") << get(u"https://contoso.eu.auth0.com/api/v2/clients?page=0"_s);
    QTest::newRow("POST token") << post(u"https://contoso.eu.auth0.com/oauth/token"_s);
    QTest::newRow("port 443") << get(u"https://contoso.eu.auth0.com:443/"_s);
    QTest::newRow("localhost") << get(u"http://localhost:8080/"_s);
    QTest::newRow("127/8") << get(u"http://127.9.8.7:1/"_s);
    QTest::newRow("::1") << post(u"https://[::1]:1/oauth/token"_s);
    QTest::newRow("header") << with("X-Request", "a value with blanks\tand \xc3\xa9");
}

void GuardTest::passes()
{
    QFETCH(const Request, request);
    const auto error = refusal(request);
    QVERIFY2(!error, error ? qPrintable(error->detail) : "");
}

void GuardTest::refuses_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<ErrorKind>("kind");
    const auto url = [](const char *name, const QString &address) {
        QTest::newRow(name) << get(address) << ErrorKind::InvalidDomain;
    };
    url("http", u"http://contoso.eu.auth0.com/"_s);
    url("ftp", u"ftp://localhost/"_s);
    url("file", u"file:///etc/passwd"_s);
    url("no host", u"https:///x"_s);
    url("empty", QString());
    url("relative", u"/api/v2/clients"_s);
    url("user", u"https://user@contoso.eu.auth0.com/"_s);
    url("user and password", u"https://a:b@contoso.eu.auth0.com/"_s);
    url("empty user", u"https://@contoso.eu.auth0.com/"_s);
    url("another port", u"https://contoso.eu.auth0.com:8443/"_s);
    url("IPv4", u"https://93.184.216.34/"_s);
    url("IPv6", u"https://[2001:db8::1]/"_s);
    url("private address", u"http://192.168.0.1/"_s);
    url("fragment", u"https://contoso.eu.auth0.com/#x"_s);
    url("localhost as a label", u"http://localhost.evil.com/"_s);

    const auto target = [](const char *name, const QString &address) {
        QTest::newRow(name) << post(address) << ErrorKind::ReadOnly;
    };
    target("POST elsewhere", u"https://contoso.eu.auth0.com/api/v2/clients"_s);
    target("POST below the endpoint", u"https://contoso.eu.auth0.com/oauth/token/x"_s);
    target("POST with slash", u"https://contoso.eu.auth0.com/oauth/token/"_s);
    target("POST double slash", u"https://contoso.eu.auth0.com//oauth/token"_s);
    target("POST dots", u"https://contoso.eu.auth0.com/oauth/token/../../api/v2/clients"_s);
    target("POST encoded", u"https://contoso.eu.auth0.com/oauth%2Ftoken"_s);
    target("POST case", u"https://contoso.eu.auth0.com/OAuth/token"_s);
    target("POST with query", u"https://contoso.eu.auth0.com/oauth/token?x=1"_s);
    target("POST with empty query", u"https://contoso.eu.auth0.com/oauth/token?"_s);
    target("POST revoke", u"https://contoso.eu.auth0.com/oauth/revoke"_s);

    Request withBody = get(u"https://contoso.eu.auth0.com/"_s);
    withBody.body = Secret("x=1");
    QTest::newRow("GET with body") << withBody << ErrorKind::ReadOnly;
    Request bearer = get(u"https://contoso.eu.auth0.com/"_s);
    bearer.bearer = Secret("abc\r\nX-Evil: 1");
    QTest::newRow("bearer with CR LF") << bearer << ErrorKind::ReadOnly;
    for (const char *name :
         {"", "bad name", "bad:name", "bad\r\nname", "Host", "AUTHORIZATION", "Cookie",
          "Content-Length", "Transfer-Encoding", "X-HTTP-Method-Override", "x-method-override",
          "X-HTTP-Method", "Accept-Encoding", "Connection", "Proxy-Authorization", "Expect",
          "Upgrade"})
        QTest::addRow("header %s", QByteArray(name).toPercentEncoding().constData())
            << with(name, "x") << ErrorKind::ReadOnly;
}

void GuardTest::refuses()
{
    QFETCH(const Request, request);
    QFETCH(const ErrorKind, kind);
    const auto error = refusal(request);
    QVERIFY(error.has_value());
    QCOMPARE(error->kind, kind);
    QVERIFY(!error->detail.isEmpty());
}

void GuardTest::everyOtherMethod()
{
    for (const char *method :
         {"PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE", "get", "Get", "post",
          "GET ", "", "GET /x HTTP/1.1\r\nX: y\r\n\r\nDELETE", "QUERY"}) {
        for (const char *path : {"/oauth/token", "/api/v2/clients"}) {
            Request request = get(u"https://contoso.eu.auth0.com"_s + QString::fromLatin1(path));
            request.method = method;
            const auto error = refusal(request);
            QVERIFY(error.has_value());
            QCOMPARE(error->kind, ErrorKind::ReadOnly);
        }
    }
}

void GuardTest::headerBytes()
{
    for (int byte = 0; byte < 256; ++byte) {
        const QByteArray text = "a" + QByteArray(1, char(byte)) + "b";
        const bool isControl = (byte < 0x20 && byte != '\t') || byte == 0x7F;
        QCOMPARE(refusal(with("X-Name", text)).has_value(), isControl);
        const bool isToken = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z')
            || (byte >= 'a' && byte <= 'z')
            || (byte > 0x20 && byte < 0x7F
                && !QByteArray("\"(),/:;<=>?@[\\]{}").contains(char(byte)));
        QCOMPARE(refusal(with(text, "x")).has_value(), !isToken);
    }
}

} // namespace Tenantscope::Test

QTEST_APPLESS_MAIN(Tenantscope::Test::GuardTest)
#include "tst_guard.moc"
