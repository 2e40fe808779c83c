// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/demotenant.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkInterface>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Demo::DemoOptions;
using Demo::DemoTenant;

namespace {

DemoOptions usualOptions(bool tls = false)
{
    DemoOptions options;
    options.applications = 120;
    options.tls = tls;
    return options;
}

} // namespace

/// The demo tenant over real sockets, asked by Qt's own client.
class TestDemoTenant : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsOverSockets_data();
    void listsOverSockets();
    void answersOnEveryLoopbackName_data();
    void answersOnEveryLoopbackName();
    void strangersDoNotTrustIt();
    void writesItsAuthority();
    void saysWhyItCannotStart_data();
    void saysWhyItCannotStart();
    void keepsConnections();
    void servesMoreConnectionsThanAPool();
    void readsBodiesOfEveryMethod();
    void survivesBrokenRequests_data();
    void survivesBrokenRequests();
    void waitsItsLatency();
    void stopsWhileBusy_data();
    void stopsWhileBusy();
    void sameSeedSameClient();

private:
    [[nodiscard]] bool start(const DemoOptions &options);
    [[nodiscard]] QUrl url(const QString &path, const QString &host = u"localhost"_s) const;
    [[nodiscard]] QNetworkRequest request(const QUrl &url) const;
    QByteArray finish(QNetworkReply *reply);
    QByteArray token();
    QByteArray get(const QString &path, const QByteArray &token);

    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<DemoTenant> m_tenant;
    bool m_isTls = false;
    int m_status = 0; // of the last answer
    QNetworkReply::NetworkError m_error = QNetworkReply::NoError;
};

void TestDemoTenant::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
    m_network = std::make_unique<QNetworkAccessManager>();
}

void TestDemoTenant::cleanup()
{
    m_network.reset();
    m_tenant.reset();
}

bool TestDemoTenant::start(const DemoOptions &options)
{
    auto tenant = DemoTenant::start(options);
    if (!tenant)
        return false;
    m_tenant = std::move(*tenant);
    m_isTls = options.tls;
    return true;
}

QUrl TestDemoTenant::url(const QString &path, const QString &host) const
{
    QUrl url(path);
    url.setScheme(m_isTls ? u"https"_s : u"http"_s);
    url.setHost(host);
    url.setPort(m_tenant->port());
    return url;
}

QNetworkRequest TestDemoTenant::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (m_isTls) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setCaCertificates(QSslCertificate::fromData(m_tenant->caPem()));
        request.setSslConfiguration(tls);
    }
    return request;
}

/// The body once it is there; leaves status and error behind.
QByteArray TestDemoTenant::finish(QNetworkReply *reply)
{
    reply->setParent(this);
    QSignalSpy finished(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !finished.wait(20'000))
        reply->abort();
    m_status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_error = reply->error();
    const QByteArray body = reply->readAll();
    delete reply;
    return body;
}

QByteArray TestDemoTenant::token()
{
    QNetworkRequest post = request(url(u"/oauth/token"_s));
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject body{
        {u"grant_type"_s, u"client_credentials"_s},
        {u"client_id"_s, m_tenant->clientId()},
        {u"client_secret"_s, m_tenant->clientSecret()},
        {u"audience"_s, m_tenant->audience()}};
    const QByteArray answer = finish(m_network->post(post, QJsonDocument(body).toJson()));
    return QJsonDocument::fromJson(answer)["access_token"_L1].toString().toLatin1();
}

QByteArray TestDemoTenant::get(const QString &path, const QByteArray &token)
{
    QNetworkRequest ask = request(url(path));
    ask.setRawHeader("Authorization", "Bearer " + token);
    return finish(m_network->get(ask));
}

void TestDemoTenant::listsOverSockets_data()
{
    QTest::addColumn<bool>("tls");
    QTest::newRow("in clear") << false;
    QTest::newRow("TLS") << true;
}

void TestDemoTenant::listsOverSockets()
{
    QFETCH(bool, tls);
    QVERIFY(start(usualOptions(tls)));
    const QString host = u"localhost:"_s + QString::number(m_tenant->port());
    QCOMPARE(m_tenant->domain(), tls ? host : QString(u"http://"_s + host));
    QCOMPARE(m_tenant->audience(), QString(u"https://"_s + host + u"/api/v2/"_s));
    QCOMPARE(m_tenant->caPem().isEmpty(), !tls);

    const QByteArray bearer = token();
    QCOMPARE(m_status, 200);
    const QByteArray body = get(
        u"/api/v2/clients?per_page=100&page=1&include_totals=true"_s, bearer);
    QCOMPARE(m_error, QNetworkReply::NoError);
    QCOMPARE(m_status, 200);
    const QJsonObject page = QJsonDocument::fromJson(body).object();
    QCOMPARE(page.value("total"_L1).toInt(), 121);
    QCOMPARE(page.value("clients"_L1).toArray().size(), 21);
    QCOMPARE(m_tenant->counters().tokensIssued, 1);
    QCOMPARE(m_tenant->counters().requests.value(u"GET /api/v2/clients"_s), 1);
}

void TestDemoTenant::answersOnEveryLoopbackName_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("localhost") << u"localhost"_s;
    QTest::newRow("127.0.0.1") << u"127.0.0.1"_s;
    QTest::newRow("::1") << u"::1"_s;
}

void TestDemoTenant::answersOnEveryLoopbackName()
{
    QFETCH(QString, host);
    if (!QNetworkInterface::allAddresses().contains(QHostAddress(host)) && host == "::1"_L1)
        QSKIP("no IPv6 on this machine");
    QVERIFY(start(usualOptions(true)));
    finish(m_network->get(request(url(u"/.well-known/jwks.json"_s, host))));
    QCOMPARE(m_error, QNetworkReply::NoError);
    QCOMPARE(m_status, 200);
}

void TestDemoTenant::strangersDoNotTrustIt()
{
    QVERIFY(start(usualOptions(true)));
    const auto other = DemoTenant::start(usualOptions(true));
    QVERIFY(other);
    QVERIFY((*other)->caPem() != m_tenant->caPem());
    QNetworkRequest ask = request(url(u"/.well-known/jwks.json"_s));
    QSslConfiguration tls = ask.sslConfiguration();
    tls.setCaCertificates(QSslCertificate::fromData((*other)->caPem()));
    ask.setSslConfiguration(tls);
    finish(m_network->get(ask));
    QCOMPARE(m_error, QNetworkReply::SslHandshakeFailedError);
    QVERIFY(m_tenant->counters().requests.isEmpty());
}

void TestDemoTenant::writesItsAuthority()
{
    const QTemporaryDir directory;
    DemoOptions options = usualOptions(true);
    options.caOut = directory.filePath(u"ca.pem"_s);
    QVERIFY(start(options));
    QFile file(options.caOut);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_tenant->caPem());
    const QList<QSslCertificate> certificates = QSslCertificate::fromPath(options.caOut);
    QCOMPARE(certificates.size(), 1);
    QVERIFY(!m_tenant->caPem().contains("PRIVATE"));
}

void TestDemoTenant::saysWhyItCannotStart_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<Base::ErrorKind>("kind");
    QTest::newRow("port taken") << u"port"_s << Base::ErrorKind::ConnectionFailed;
    QTest::newRow("CA cannot be written") << u"ca"_s << Base::ErrorKind::InvalidCaFile;
}

void TestDemoTenant::saysWhyItCannotStart()
{
    QFETCH(QString, what);
    QFETCH(Base::ErrorKind, kind);
    QVERIFY(start(usualOptions()));
    DemoOptions options = usualOptions(true);
    options.caOut = u"/nonexistent/ca.pem"_s;
    if (what == "port"_L1) {
        options = usualOptions();
        options.port = m_tenant->port();
    }
    const auto second = DemoTenant::start(options);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, kind);
    QVERIFY(!second.error().subject.isEmpty());
    QVERIFY(!second.error().detail.isEmpty());
}

void TestDemoTenant::keepsConnections()
{
    QVERIFY(start(usualOptions()));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_tenant->port());
    QVERIFY(socket.waitForConnected());
    for (int i = 0; i < 50; ++i) { // cpp-httplib's own default is 5
        socket.write("GET /none HTTP/1.1\r\nHost: localhost\r\n\r\n");
        QByteArray answer;
        while (!answer.endsWith("\"Not Found\"}") && socket.waitForReadyRead(10'000))
            answer.append(socket.readAll());
        QVERIFY(answer.startsWith("HTTP/1.1 404"));
    }
    QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
}

void TestDemoTenant::servesMoreConnectionsThanAPool()
{
    QVERIFY(start(usualOptions()));
    std::vector<std::unique_ptr<QTcpSocket>> idle;
    for (int i = 0; i < 40; ++i) {
        auto &socket = idle.emplace_back(std::make_unique<QTcpSocket>());
        socket->connectToHost(u"127.0.0.1"_s, m_tenant->port());
        QVERIFY(socket->waitForConnected());
    }
    QVERIFY(!token().isEmpty()); // though 40 connections say nothing
}

void TestDemoTenant::readsBodiesOfEveryMethod()
{
    QVERIFY(start(usualOptions()));
    const QByteArray bearer = token();
    for (const char *method : {"POST", "PUT", "PATCH", "DELETE"}) {
        QNetworkRequest change = request(url(u"/api/v2/clients/x"_s));
        change.setRawHeader("Authorization", "Bearer " + bearer);
        change.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
        // A body left unread would be taken for the connection's next request.
        finish(m_network->sendCustomRequest(change, method, QByteArray("{\"name\":\"changed\"}")));
        QCOMPARE(m_status, 403);
        get(u"/api/v2/clients?per_page=1"_s, bearer);
        QCOMPARE(m_status, 200);
    }
    QCOMPARE(m_tenant->counters().requests.value(u"GET /api/v2/clients"_s), 4);
}

void TestDemoTenant::survivesBrokenRequests_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02\x00\x01\x00\r\n\r\n");
    QTest::newRow("half a request") << QByteArray("GET / HTTP/1.1\r\nHost:");
    QTest::newRow("header line of 9 kB")
        << QByteArray("GET / HTTP/1.1\r\nX: " + QByteArray(9'000, 'x') + "\r\n\r\n");
    QTest::newRow("path of 20 kB")
        << QByteArray("GET /" + QByteArray(20'000, 'x') + " HTTP/1.1\r\n\r\n");
    QTest::newRow("body larger than allowed")
        << QByteArray("POST /oauth/token HTTP/1.1\r\nContent-Length: 9999999999\r\n\r\nx");
    QTest::newRow("body that never comes")
        << QByteArray("POST /oauth/token HTTP/1.1\r\nContent-Length: 100\r\n\r\nx");
    QTest::newRow("bad escapes") << QByteArray(
        "GET /api/v2/clients/%zz%?per_page=%GG HTTP/1.1\r\n\r\n");
}

void TestDemoTenant::survivesBrokenRequests()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(start(usualOptions()));
    QTcpSocket socket;
    socket.connectToHost(u"127.0.0.1"_s, m_tenant->port());
    QVERIFY(socket.waitForConnected());
    socket.write(bytes);
    QVERIFY(bytes.isEmpty() || socket.waitForBytesWritten());
    QVERIFY(!token().isEmpty());
    socket.abort();
    QVERIFY(!token().isEmpty());
}

void TestDemoTenant::waitsItsLatency()
{
    DemoOptions options = usualOptions();
    options.latency = 200ms;
    QVERIFY(start(options));
    QElapsedTimer timer;
    timer.start();
    finish(m_network->get(request(url(u"/none"_s))));
    QVERIFY(timer.elapsed() >= 200);
    QCOMPARE(m_status, 404);
}

void TestDemoTenant::stopsWhileBusy_data()
{
    QTest::addColumn<bool>("tls");
    QTest::addColumn<std::chrono::milliseconds>("latency");
    QTest::newRow("idle connections") << false << std::chrono::milliseconds(0);
    QTest::newRow("idle connections, TLS") << true << std::chrono::milliseconds(0);
    QTest::newRow("answers under way") << false << std::chrono::milliseconds(1h);
    QTest::newRow("answers under way, TLS") << true << std::chrono::milliseconds(1h);
}

void TestDemoTenant::stopsWhileBusy()
{
    QFETCH(bool, tls);
    QFETCH(std::chrono::milliseconds, latency);
    DemoOptions options = usualOptions(tls);
    options.latency = latency;
    QVERIFY(start(options));
    QTcpSocket silent; // in TLS the handshake waits for it
    silent.connectToHost(u"127.0.0.1"_s, m_tenant->port());
    QVERIFY(silent.waitForConnected());
    for (int i = 0; i < 4; ++i) {
        QNetworkReply *reply = m_network->get(request(url(u"/none"_s)));
        reply->setParent(m_network.get());
    }
    const auto arrived = [this] {
        const QMap<QString, int> requests = m_tenant->counters().requests;
        return std::max(m_tenant->counters().concurrentPeak, requests.value(u"GET other"_s)) >= 4;
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived(), 20'000);

    QElapsedTimer timer;
    timer.start();
    m_tenant.reset();
    // Takes some milliseconds, and what the making of the signing key still takes. Without shutting the
    // connections it would be 75 s, without cutting the latency an hour.
    QVERIFY2(timer.elapsed() < 5'000, qPrintable(QString::number(timer.elapsed())));
}

void TestDemoTenant::sameSeedSameClient()
{
    QVERIFY(start(usualOptions()));
    DemoOptions options = usualOptions();
    const auto same = DemoTenant::start(options);
    options.seed = 2;
    const auto other = DemoTenant::start(options);
    QVERIFY(same && other);
    QCOMPARE((*same)->clientId(), m_tenant->clientId());
    QCOMPARE((*same)->clientSecret(), m_tenant->clientSecret());
    QVERIFY((*other)->clientId() != m_tenant->clientId());
    QVERIFY((*same)->port() != m_tenant->port());
}

QTEST_GUILESS_MAIN(TestDemoTenant)
#include "tst_demotenant.moc"
