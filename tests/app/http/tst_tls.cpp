// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

Q_DECLARE_METATYPE(Tenantscope::Test::Identity)

namespace Tenantscope::Test {

/// Nothing leaves over a connection that is not trusted, and nothing can change that.
class TlsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void trusted();
    void rejected_data();
    void rejected();
    void rejectedTellsFacts();
    void systemRootsDoNotTrustOurs();
    void caFileReplacesSystemRoots();
    void caFile_data();
    void caFile();
    void oldTls();
    void notTls();
    void connectionIsReused();

private:
    [[nodiscard]] QString written(const QByteArray &contents) const;

    Base::SystemClock m_clock;
    FixedRandom m_random;
    QTemporaryDir m_folder;
    const CertificateAuthority m_authority{u"Test root"_s};
    const CertificateAuthority m_stranger{u"Another root"_s};
    QString m_caFile;
};

void TlsTest::initTestCase()
{
    m_caFile = written(m_authority.pem());
}

QString TlsTest::written(const QByteArray &contents) const
{
    static int number = 0;
    QFile file(m_folder.filePath(QString::number(++number)));
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("no temporary file");
    return file.fileName();
}

void TlsTest::trusted()
{
    FaultServer server(m_authority.issue({.hosts = {u"localhost"_s}}));
    server.answer(u"/x"_s, Answer::json("{}"));
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    const Call *call = client.send({.url = server.url(u"/x"_s), .bearer = Secret("abc")}, &owner);
    QVERIFY(finishes(*call));
    QVERIFY(call->result().has_value());
    QCOMPARE(server.requests().first().header("authorization"), QByteArray("Bearer abc"));
    QVERIFY(!server.requests().first().hasHeader("upgrade"));
}

void TlsTest::rejected_data()
{
    QTest::addColumn<Identity>("identity");
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QStringList here{u"localhost"_s};
    QTest::newRow("untrusted issuer") << m_stranger.issue({.hosts = here});
    QTest::newRow("self-signed") << selfSigned({.hosts = here});
    QTest::newRow("expired") << m_authority.issue(
        {.hosts = here, .notBefore = now.addDays(-30), .notAfter = now.addDays(-1)});
    QTest::newRow("not yet valid") << m_authority.issue(
        {.hosts = here, .notBefore = now.addDays(1), .notAfter = now.addDays(30)});
    QTest::newRow("wrong host") << m_authority.issue({.hosts = {u"contoso.eu.auth0.com"_s}});
    QTest::newRow("longer name") << m_authority.issue({.hosts = {u"localhost.example.com"_s}});
    QTest::newRow("wildcard for everything") << m_authority.issue({.hosts = {u"*"_s}});
    QTest::newRow("no name") << m_authority.issue({});
}

void TlsTest::rejected()
{
    QFETCH(const Identity, identity);
    FaultServer server(identity);
    server.answerAll(Answer::json("{}"));
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    for (const QByteArray method : {"GET", "POST"}) {
        Request request{.method = method, .url = server.url(u"/oauth/token"_s)};
        if (method == "POST")
            request.body = Secret("client_secret=marker");
        else
            request.bearer = Secret("marker");
        const int connections = server.connections();
        const Call *call = client.send(std::move(request), &owner);
        QVERIFY(finishes(*call));
        const Error &error = call->result().error();
        QCOMPARE(error.kind, ErrorKind::CertificateRejected);
        QCOMPARE(error.attempts, 1);
        QVERIFY(error.certificate.has_value());
        QVERIFY(!error.certificate->problems.isEmpty());
        QCOMPARE(
            error.certificate->sha256,
            QString::fromLatin1(identity.certificate().digest(QCryptographicHash::Sha256).toHex()));
        QCOMPARE(server.bytesReceived(), 0);
        QCOMPARE(server.hits(), 0);
        QCOMPARE_GT(server.connections(), connections);
    }
}

void TlsTest::rejectedTellsFacts()
{
    const CertificateOrder order{.hosts = {u"localhost"_s}};
    FaultServer server(m_stranger.issue(order));
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    const Call *call = client.send({.url = server.url(u"/x"_s)}, &owner);
    QVERIFY(finishes(*call));
    const Base::CertificateFacts facts = call->result().error().certificate.value();
    QCOMPARE(facts.subject, u"localhost"_s);
    QCOMPARE(facts.issuer, u"Another root"_s);
    QCOMPARE(facts.notBefore.toSecsSinceEpoch(), order.notBefore.toSecsSinceEpoch());
    QCOMPARE(facts.notAfter.toSecsSinceEpoch(), order.notAfter.toSecsSinceEpoch());
    QCOMPARE(facts.sha256.size(), 64);
    QCOMPARE(
        call->result().error().subject, QString(u"localhost:"_s + QString::number(server.port())));
}

void TlsTest::systemRootsDoNotTrustOurs()
{
    FaultServer server(m_authority.issue({.hosts = {u"localhost"_s}}));
    Client client(m_clock, m_random);
    QObject owner;
    const Call *call = client.send({.url = server.url(u"/x"_s)}, &owner);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::CertificateRejected);
    QCOMPARE(server.bytesReceived(), 0);
}

void TlsTest::caFileReplacesSystemRoots()
{
    // With one CA file a client trusts what it issued, and nothing that another one issued.
    FaultServer ours(m_authority.issue({.hosts = {u"localhost"_s}}));
    FaultServer theirs(m_stranger.issue({.hosts = {u"localhost"_s}}));
    ours.answerAll(Answer::json("{}"));
    theirs.answerAll(Answer::json("{}"));
    Client first(m_clock, m_random, m_caFile);
    Client second(m_clock, m_random, written(m_stranger.pem()));
    Client both(m_clock, m_random, written(m_authority.pem() + m_stranger.pem()));
    QObject owner;
    const auto isTrusted = [&owner](Client &client, const FaultServer &server) {
        const Call *call = client.send({.url = server.url(u"/x"_s)}, &owner);
        return finishes(*call) && call->result().has_value();
    };
    QVERIFY(isTrusted(first, ours) && !isTrusted(first, theirs));
    QVERIFY(!isTrusted(second, ours) && isTrusted(second, theirs));
    QVERIFY(isTrusted(both, ours) && isTrusted(both, theirs));
}

void TlsTest::caFile_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("missing") << m_folder.filePath(u"missing"_s);
    QTest::newRow("a folder") << m_folder.path();
    QTest::newRow("empty") << written({});
    QTest::newRow("no certificate")
        << written("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    QTest::newRow("cut") << written(m_authority.pem().left(200));
}

void TlsTest::caFile()
{
    QFETCH(const QString, file);
    FaultServer server(m_authority.issue({.hosts = {u"localhost"_s}}));
    FaultServer plain;
    plain.answerAll(Answer::json("{}"));
    Client client(m_clock, m_random, file);
    QObject owner;
    for (int i = 0; i < 2; ++i) {
        const Call *call = client.send({.url = server.url(u"/x"_s)}, &owner);
        QVERIFY(finishes(*call));
        QCOMPARE(call->result().error().kind, ErrorKind::InvalidCaFile);
        QCOMPARE(call->result().error().subject, file);
        QVERIFY(!call->result().error().detail.isEmpty());
    }
    QCOMPARE(server.connections(), 0);
    const Call *call = client.send({.url = plain.url(u"/x"_s)}, &owner);
    QVERIFY(finishes(*call));
    QVERIFY(call->result().has_value());
}

void TlsTest::oldTls()
{
    FaultServer server(m_authority.issue({.hosts = {u"localhost"_s}}));
    QT_WARNING_PUSH
    QT_WARNING_DISABLE_DEPRECATED
    server.setTlsProtocol(QSsl::TlsV1_0);
    QT_WARNING_POP
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    const Call *call = client.send({.url = server.url(u"/x"_s)}, &owner);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::TlsFailed);
    QCOMPARE(call->result().error().attempts, 1);
    QCOMPARE(server.bytesReceived(), 0);
}

void TlsTest::notTls()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    connect(&server, &QTcpServer::newConnection, &server, [&server] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->write("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n");
    });
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    QUrl url(u"https://localhost/"_s);
    url.setPort(server.serverPort());
    const Call *call = client.send({.url = url}, &owner);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::TlsFailed);
    QVERIFY(!call->result().error().detail.isEmpty());
}

void TlsTest::connectionIsReused()
{
    FaultServer server(m_authority.issue({.hosts = {u"localhost"_s}}));
    server.answerAll(Answer::json("{}"));
    Client client(m_clock, m_random, m_caFile);
    QObject owner;
    for (int i = 0; i < 5; ++i) {
        // A kept connection is "sent" at once: the connect deadline is short, the answer takes longer.
        server.next(u"/x"_s, Answer::json("{}").latency(150ms));
        Policy policy = shortPolicy();
        policy.attempts = 1;
        if (i > 0)
            policy.connect = 50ms;
        const Call *call = client.send({.url = server.url(u"/x"_s), .policy = policy}, &owner);
        QVERIFY(finishes(*call));
        QVERIFY(call->result().has_value());
    }
    QCOMPARE(server.hits(), 5);
    QSet<int> connections;
    for (const ReceivedRequest &request : server.requests())
        connections.insert(request.connection);
    QCOMPARE(connections.size(), 1);
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::TlsTest)
#include "tst_tls.moc"
