// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/connectproxy.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTemporaryFile>
#include <QTest>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

/// The system's proxy: used by CONNECT, named when it fails, never passed by, and never asked for loopback.
class ProxyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void isShown();
    void tunnelsByName();
    void certificateIsCheckedThroughTheTunnel();
    void loopbackIsNotProxied();
    void refuses_data();
    void refuses();
    void hangs();
    void isDown();

private:
    [[nodiscard]] Call *send(Client &client, const QByteArray &method = "GET");

    Base::SystemClock m_clock;
    FixedRandom m_random;
    QObject m_owner;
    ConnectProxy m_proxy;
    const CertificateAuthority m_authority{u"Test root"_s};
    FaultServer m_tenant{m_authority.issue({.hosts = {u"contoso.eu.auth0.com"_s}})};
    QTemporaryFile m_caFile;
};

void ProxyTest::initTestCase()
{
    qputenv("https_proxy", m_proxy.url());
    qputenv("http_proxy", m_proxy.url());
    QVERIFY(m_caFile.open());
    m_caFile.write(m_authority.pem());
    QVERIFY(m_caFile.flush());
    m_tenant.answerAll(Answer::json("{}"));
    m_proxy.setTarget(m_tenant.port());
}

Call *ProxyTest::send(Client &client, const QByteArray &method)
{
    Request request{
        .method = method,
        .url = QUrl(u"https://contoso.eu.auth0.com/oauth/token"_s),
        .policy = shortPolicy()};
    request.policy.attempts = 2;
    if (method == "POST")
        request.body = Secret("client_secret=marker");
    else
        request.bearer = Secret("marker");
    return client.send(std::move(request), &m_owner);
}

void ProxyTest::isShown()
{
    QCOMPARE(Client::proxyFor(QUrl(u"https://contoso.eu.auth0.com/"_s)), m_proxy.name());
    for (const QString &loopback :
         {u"http://localhost:80/"_s, u"https://127.0.0.1/"_s, u"https://[::1]/"_s})
        QCOMPARE(Client::proxyFor(QUrl(loopback)), QString());
}

void ProxyTest::tunnelsByName()
{
    Client client(m_clock, m_random, m_caFile.fileName());
    const int hits = m_tenant.hits();
    for (const QByteArray method : {"GET", "POST"}) {
        const Call *call = send(client, method);
        QVERIFY(finishes(*call));
        QVERIFY(call->result().has_value());
    }
    QCOMPARE(m_tenant.hits(), hits + 2);
    QCOMPARE(m_tenant.requests().last().header("host"), QByteArray("contoso.eu.auth0.com"));
    QCOMPARE(m_proxy.requests().last(), QByteArray("CONNECT contoso.eu.auth0.com:443 HTTP/1.1"));
    QVERIFY(!m_proxy.received().contains("marker"));
    QVERIFY(!m_proxy.received().contains("Mozilla"));
    QVERIFY(m_proxy.received().contains("User-Agent: Tenantscope/"));
}

void ProxyTest::certificateIsCheckedThroughTheTunnel()
{
    const FaultServer stranger(m_authority.issue({.hosts = {u"evil.example"_s}}));
    m_proxy.setTarget(stranger.port());
    Client client(m_clock, m_random, m_caFile.fileName());
    const Call *call = send(client);
    QVERIFY(finishes(*call));
    m_proxy.setTarget(m_tenant.port());
    QCOMPARE(call->result().error().kind, ErrorKind::CertificateRejected);
    QCOMPARE(call->result().error().certificate->subject, u"evil.example"_s);
    QCOMPARE(stranger.bytesReceived(), 0);
}

void ProxyTest::loopbackIsNotProxied()
{
    FaultServer plain;
    plain.answerAll(Answer::json("{}"));
    Client client(m_clock, m_random);
    const qsizetype asked = m_proxy.requests().size();
    for (const QString &host : {u"127.0.0.1"_s, u"localhost"_s}) {
        QUrl url = plain.url(u"/x"_s);
        url.setHost(host);
        const Call *call = client.send({.url = url}, &m_owner);
        QVERIFY(finishes(*call));
        QVERIFY(call->result().has_value());
    }
    QCOMPARE(m_proxy.requests().size(), asked);
}

void ProxyTest::refuses_data()
{
    QTest::addColumn<QByteArray>("statusLine");
    QTest::addColumn<QByteArrayList>("headers");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &line, const QByteArrayList &headers,
                        int attempts, int status) {
        QTest::newRow(name) << line << headers << attempts << status;
    };
    row("407", "HTTP/1.1 407 Proxy Authentication Required",
        {"Proxy-Authenticate: Basic realm=\"x\""}, 1, 407);
    row("407 negotiate", "HTTP/1.1 407 Proxy Authentication Required",
        {"Proxy-Authenticate: Negotiate"}, 2, 0);
    row("403", "HTTP/1.1 403 Forbidden", {}, 2, 0);
    row("404", "HTTP/1.1 404 Not Found", {}, 2, 0);
    row("502", "HTTP/1.1 502 Bad Gateway", {}, 2, 0);
    row("503", "HTTP/1.1 503 Service Unavailable", {}, 2, 0);
    row("closes", {}, {}, 2, 0);
}

void ProxyTest::refuses()
{
    QFETCH(const QByteArray, statusLine);
    QFETCH(const QByteArrayList, headers);
    QFETCH(const int, attempts);
    QFETCH(const int, status);
    m_proxy.refuse(statusLine, headers);
    const int hits = m_tenant.hits();
    for (const QByteArray method : {"GET", "POST"}) {
        Client client(m_clock, m_random, m_caFile.fileName());
        const Call *call = send(client, method);
        QVERIFY(finishes(*call));
        const Error &error = call->result().error();
        QCOMPARE(error.kind, ErrorKind::ProxyFailed);
        QCOMPARE(error.subject, m_proxy.name());
        QCOMPARE(error.status, status);
        QCOMPARE(error.attempts, attempts);
    }
    m_proxy.tunnel();
    QCOMPARE(m_tenant.hits(), hits);
}

void ProxyTest::hangs()
{
    m_proxy.hang();
    Client client(m_clock, m_random, m_caFile.fileName());
    const Call *call = send(client);
    QVERIFY(finishes(*call));
    m_proxy.tunnel();
    QCOMPARE(call->result().error().kind, ErrorKind::ProxyFailed);
    QCOMPARE(call->result().error().subject, m_proxy.name());
}

void ProxyTest::isDown()
{
    // A free port of a moment ago: nobody listens, and nobody goes round it.
    quint16 port = 0;
    {
        const ConnectProxy gone;
        port = gone.port();
    }
    const QByteArray address = "http://127.0.0.1:" + QByteArray::number(port);
    qputenv("https_proxy", address);
    Client client(m_clock, m_random, m_caFile.fileName());
    const Call *call = send(client);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::ProxyFailed);
    QCOMPARE(call->result().error().subject, QString(u"127.0.0.1:"_s + QString::number(port)));
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::ProxyTest)
#include "tst_proxy.moc"
