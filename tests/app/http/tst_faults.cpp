// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;
using Tenantscope::Test::Answer;

Q_DECLARE_METATYPE(Tenantscope::Test::Answer)

namespace Tenantscope::Test {

namespace {

QByteArray makePage()
{
    QByteArrayList clients;
    for (int i = 0; i < 100; ++i)
        clients.append("{\"client_id\":\"id" + QByteArray::number(i) + "\",\"name\":\"Some\"}");
    return "{\"total\":100,\"clients\":[" + clients.join(',') + "]}";
}

const QByteArray page = makePage();

QByteArray deep(int levels)
{
    return QByteArray(levels, '[') + QByteArray(levels, ']');
}

} // namespace

/// Every way in which an answer can break: what the call says, how often it asked, and that a token
/// request never left twice.
class FaultsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void get_data();
    void get();
    void post_data();
    void post();
    void connectDeadline();
    void connectAnewAfterDeadline();
    void refused();
    void recovers_data();
    void recovers();
    void neverBeforeRetryAfter();
    void longRetryAfterStops();

private:
    Base::SystemClock m_clock;
    FixedRandom m_random;
};

void FaultsTest::get_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("attempts"); // of at most three
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const Answer &answer, ErrorKind kind, int attempts,
                        int status) {
        QTest::newRow(name) << answer << kind << attempts << status;
    };
    const auto json = [] { return Answer::json(page); };
    const auto body = [](const QByteArray &text) { return Answer::json(text); };

    row("hang", Answer::hang(), ErrorKind::FirstByteTimeout, 3, 0);
    row("drip before headers", json().dripHead(1, 50ms), ErrorKind::FirstByteTimeout, 3, 0);
    row("drip in body", json().drip(1, 20ms), ErrorKind::SilenceTimeout, 3, 200);
    row("stall in body", json().limitBody(2000).slowClose(5s), ErrorKind::SilenceTimeout, 3, 200);
    row("long drip, fast enough", json().drip(100, 40ms), ErrorKind::WholeTimeout, 3, 200);
    row("close before the answer", Answer::down(), ErrorKind::TransferBroken, 3, 0);
    row("reset before the answer", Answer::resetPeer(), ErrorKind::TransferBroken, 3, 0);
    row("garbage", Answer::garbage("SSH-2.0-OpenSSH\r\n"), ErrorKind::TransferBroken, 3, 0);
    row("body cut", json().limitBody(2000), ErrorKind::TransferBroken, 3, 200);
    row("body cut by reset", json().limitBody(2000).reset().slowClose(20ms).reset(),
        ErrorKind::TransferBroken, 3, 200);
    row("chunked body cut", json().chunked().limitBody(2000), ErrorKind::TransferBroken, 3, 200);
    row("bad chunk size", json().badChunk(), ErrorKind::Malformed, 2, 200);
    row("end without length", Answer::json(page.left(3000)).withoutLength(), ErrorKind::Malformed,
        2, 200);
    row("gzip cut", json().gzipCut(), ErrorKind::Malformed, 2, 200);
    row("labelled gzip", json().labelledGzip(), ErrorKind::Malformed, 2, 200);
    row("brotli, not asked for", json().header("Content-Encoding", "br"), ErrorKind::Malformed, 2,
        200);
    row("gzip bomb", body({}).gzipBomb(200'000'000), ErrorKind::BodyTooLarge, 1, 200);
    row("over the cap", body('"' + QByteArray(1024 * 1024, 'x') + '"'), ErrorKind::BodyTooLarge, 1,
        200);
    row("HTML", Answer::html("<html>Sign in to the network</html>"), ErrorKind::NotJson, 2, 200);
    row("text", Answer::text("ok"), ErrorKind::NotJson, 2, 200);
    row("JSON under another type", Answer::text(page), ErrorKind::NotJson, 2, 200);
    row("empty 200", Answer::empty(200), ErrorKind::EmptyAnswer, 2, 200);
    row("204", Answer::empty(204), ErrorKind::EmptyAnswer, 1, 204);
    row("redirect", Answer::redirect(302, "https://evil.example/x"), ErrorKind::Redirected, 1, 302);
    row("300 without location", body("{}").status(300), ErrorKind::UnexpectedStatus, 1, 300);
    row("400", body(R"({"error":"Bad Request"})").status(400), ErrorKind::UnexpectedStatus, 1, 400);
    row("401", body(R"({"error":"Unauthorized"})").status(401), ErrorKind::Unauthorized, 1, 401);
    row("401 basic", body("{}").status(401).header("WWW-Authenticate", "Basic realm=x"),
        ErrorKind::Unauthorized, 1, 401);
    row("401 negotiate", body("{}").status(401).header("WWW-Authenticate", "Negotiate"),
        ErrorKind::Unauthorized, 1, 401);
    row("401 NTLM", body("{}").status(401).header("WWW-Authenticate", "NTLM"),
        ErrorKind::Unauthorized, 1, 401);
    row("403", body("{}").status(403), ErrorKind::Forbidden, 1, 403);
    row("404", body("{}").status(404), ErrorKind::NotFound, 1, 404);
    row("407 without proxy", body("{}").status(407), ErrorKind::UnexpectedStatus, 1, 407);
    row("408", body("{}").status(408), ErrorKind::UnexpectedStatus, 3, 408);
    row("418", body("{}").status(418), ErrorKind::UnexpectedStatus, 1, 418);
    row("429", body("{}").status(429), ErrorKind::RateLimited, 3, 429);
    row("500", body("{}").status(500), ErrorKind::ServerFailed, 3, 500);
    row("500 HTML", Answer::html("<h1>Oops</h1>").status(500), ErrorKind::ServerFailed, 3, 500);
    row("501", body("{}").status(501), ErrorKind::ServerFailed, 3, 501);
    row("502", Answer::empty(502), ErrorKind::ServerFailed, 3, 502);
    row("503", body("{}").status(503), ErrorKind::ServerFailed, 3, 503);
    row("520", body("{}").status(520), ErrorKind::ServerFailed, 3, 520);
    row("error body cut", body(QByteArray(5000, ' ')).status(400).limitBody(100),
        ErrorKind::TransferBroken, 3, 400);
    row("64 levels and one", body(deep(65)), ErrorKind::Malformed, 2, 200);
    row("100,000 levels", body(deep(100'000)), ErrorKind::Malformed, 2, 200);
    row("NaN", body("[NaN]"), ErrorKind::Malformed, 2, 200);
    row("1e400", body("[1e400]"), ErrorKind::Malformed, 2, 200);
    row("01", body("[01]"), ErrorKind::Malformed, 2, 200);
    row("trailing comma", body("[1,]"), ErrorKind::Malformed, 2, 200);
    row("garbage after", body("{} x"), ErrorKind::Malformed, 2, 200);
    row("two scalars", body("1,2"), ErrorKind::Malformed, 2, 200);
    row("invalid UTF-8", body("[\"\xff\"]"), ErrorKind::Malformed, 2, 200);
    row("overlong UTF-8", body("[\"\xc0\xaf\"]"), ErrorKind::Malformed, 2, 200);
}

void FaultsTest::get()
{
    QFETCH(const Answer, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, attempts);
    QFETCH(const int, status);
    FaultServer server;
    server.answer(u"/page"_s, answer);
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    QObject owner;
    Policy policy = shortPolicy();
    policy.attempts = 3;
    const Call *call = client.send({.url = server.url(u"/page"_s), .policy = policy}, &owner);
    QVERIFY(finishes(*call));

    QVERIFY(!call->result().has_value());
    const Error &error = call->result().error();
    QCOMPARE(error.kind, kind);
    QCOMPARE(error.status, status);
    QCOMPARE(error.attempts, attempts);
    // Qt itself may send a GET again.
    QCOMPARE_GE(server.hits(u"/page"_s), attempts);
    QCOMPARE_LE(server.hits(u"/page"_s), 4 * attempts);
    QCOMPARE(log.exchanges().size(), attempts);
    for (const Exchange &exchange : log.exchanges()) {
        QCOMPARE(exchange.state, Exchange::State::Finished);
        QVERIFY(exchange.error.has_value());
        QCOMPARE(exchange.error->kind, kind);
        QCOMPARE(exchange.status, status);
    }
}

void FaultsTest::post_data()
{
    QTest::addColumn<Answer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("hits"); // of at most three
    const auto row = [](const char *name, const Answer &answer, ErrorKind kind, int hits) {
        QTest::newRow(name) << answer << kind << hits;
    };
    const auto json = [] { return Answer::json(R"({"access_token":"a","expires_in":60})"); };

    row("hang", Answer::hang(), ErrorKind::OutcomeUnknown, 1);
    row("drip before headers", json().dripHead(1, 50ms), ErrorKind::OutcomeUnknown, 1);
    row("drip in body", json().drip(1, 50ms), ErrorKind::OutcomeUnknown, 1);
    row("close before the answer", Answer::down(), ErrorKind::OutcomeUnknown, 1);
    row("late close", Answer::down().slowClose(50ms), ErrorKind::OutcomeUnknown, 1);
    row("reset before the answer", Answer::resetPeer(), ErrorKind::OutcomeUnknown, 1);
    row("garbage", Answer::garbage("SSH-2.0-OpenSSH\r\n"), ErrorKind::OutcomeUnknown, 1);
    row("long garbage", Answer::garbage(QByteArray(10'000, 'x')), ErrorKind::OutcomeUnknown, 1);
    row("body cut", json().limitBody(10), ErrorKind::OutcomeUnknown, 1);
    row("chunked body cut", json().chunked(20).limitBody(10), ErrorKind::OutcomeUnknown, 1);
    row("gzip cut", json().gzipCut(), ErrorKind::Malformed, 1);
    row("HTML", Answer::html("<html>"), ErrorKind::NotJson, 1);
    row("empty", Answer::empty(200), ErrorKind::EmptyAnswer, 1);
    row("over the cap", Answer::json('"' + QByteArray(2'000'000, 'x') + '"'),
        ErrorKind::BodyTooLarge, 1);
    row("401", Answer::json(R"({"error":"access_denied"})").status(401), ErrorKind::Unauthorized,
        1);
    row("401 digest",
        json().status(401).header("WWW-Authenticate", "Digest realm=\"x\", nonce=\"y\""),
        ErrorKind::Unauthorized, 1);
    row("408", json().status(408), ErrorKind::UnexpectedStatus, 1);
    row("307", Answer::redirect(307, "/oauth/token2"), ErrorKind::Redirected, 1);
    row("429", json().status(429), ErrorKind::RateLimited, 3);
    row("500", json().status(500), ErrorKind::ServerFailed, 3);
    row("503", json().status(503), ErrorKind::ServerFailed, 3);
}

void FaultsTest::post()
{
    QFETCH(const Answer, answer);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, hits);
    FaultServer server;
    server.answer(u"/oauth/token"_s, answer);
    Client client(m_clock, m_random);
    QObject owner;
    Policy policy = shortPolicy();
    policy.attempts = 3;
    const Call *call = client.send(
        {.method = "POST",
         .url = server.url(u"/oauth/token"_s),
         .body = Secret("grant_type=client_credentials&client_secret=marker"),
         .policy = policy},
        &owner);
    QVERIFY(finishes(*call));
    QTest::qWait(50); // a second copy would be under way by now

    QVERIFY(!call->result().has_value());
    QCOMPARE(call->result().error().kind, kind);
    QCOMPARE(server.hits(), hits);
    QCOMPARE(server.received().count("client_secret=marker"), hits);
}

void FaultsTest::connectDeadline()
{
    // Takes the connection and never speaks TLS.
    FaultServer server;
    QUrl url = server.url(u"/"_s);
    url.setScheme(u"https"_s);
    Client client(m_clock, m_random);
    QObject owner;
    Policy policy = shortPolicy();
    policy.attempts = 1;
    QElapsedTimer timer;
    timer.start();
    const Call *call = client.send({.url = url, .policy = policy}, &owner);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::ConnectTimeout);
    QCOMPARE_GE(timer.elapsed(), 400);
    QCOMPARE_LT(timer.elapsed(), 4000);
}

void FaultsTest::connectAnewAfterDeadline()
{
    // The first connection stalls; the second attempt must not wait for it.
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    int connections = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        ++connections;
    });
    QUrl url(u"https://127.0.0.1/"_s);
    url.setPort(server.serverPort());
    Client client(m_clock, m_random);
    QObject owner;
    Policy policy = shortPolicy();
    policy.attempts = 3;
    const Call *call = client.send({.url = url, .policy = policy}, &owner);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::ConnectTimeout);
    QCOMPARE(connections, 3);
}

void FaultsTest::refused()
{
    FaultServer server;
    const QUrl url = server.url(u"/oauth/token"_s);
    server.stop();
    Client client(m_clock, m_random);
    QObject owner;
    Policy policy = shortPolicy();
    policy.attempts = 3;
    // Nothing left, so even the token request is tried again.
    for (const QByteArray method : {"GET", "POST"}) {
        Request request{.method = method, .url = url, .policy = policy};
        if (method == "POST")
            request.body = Secret("grant_type=client_credentials");
        const Call *call = client.send(std::move(request), &owner);
        QVERIFY(finishes(*call));
        QCOMPARE(call->result().error().kind, ErrorKind::ConnectionFailed);
        QCOMPARE(call->result().error().attempts, 3);
    }
}

void FaultsTest::recovers_data()
{
    QTest::addColumn<QList<Answer>>("answers");
    const Answer good = Answer::json(page);
    QTest::newRow("500, reset, cut") << QList<Answer>{
        Answer::json("{}").status(500), Answer::resetPeer(), Answer::json(page).limitBody(9)};
    QTest::newRow("429, 429") << QList<Answer>{
        Answer::json("{}").status(429), Answer::json("{}").status(429)};
    QTest::newRow("HTML once") << QList<Answer>{Answer::html("<html>")};
    QTest::newRow("gzip cut once") << QList<Answer>{Answer::json(page).gzipCut()};
    QTest::newRow("hang once") << QList<Answer>{Answer::hang()};
    QTest::newRow("gzip") << QList<Answer>{Answer::json(page).gzip()};
    QTest::newRow("chunked gzip") << QList<Answer>{Answer::json(page).gzip().chunked(100)};
    QTest::newRow("closing") << QList<Answer>{Answer::json(page).closing()};
    QTest::newRow("without length, whole") << QList<Answer>{Answer::json(page).withoutLength()};
    QTest::newRow("slow but whole") << QList<Answer>{Answer::json(page).latency(100ms)};
}

void FaultsTest::recovers()
{
    QFETCH(const QList<Answer>, answers);
    FaultServer server;
    server.answer(u"/page"_s, Answer::json(page));
    for (const Answer &answer : answers)
        server.next(u"/page"_s, answer);
    Client client(m_clock, m_random);
    QObject owner;
    const Call *call = client.send(
        {.url = server.url(u"/page"_s), .policy = shortPolicy()}, &owner);
    QVERIFY(finishes(*call));
    QVERIFY(call->result().has_value());
    QCOMPARE(call->result()->body, page);
}

void FaultsTest::neverBeforeRetryAfter()
{
    FaultServer server;
    server.answer(u"/page"_s, Answer::json(page));
    server.next(u"/page"_s, Answer::json("{}").status(429).header("Retry-After", "1"));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    QObject owner;
    QElapsedTimer timer;
    timer.start();
    const Call *call = client.send(
        {.url = server.url(u"/page"_s), .policy = shortPolicy()}, &owner);
    QTRY_VERIFY(std::holds_alternative<Call::Waiting>(call->state()));
    QVERIFY(std::get<Call::Waiting>(call->state()).rateLimited);
    QCOMPARE(log.exchanges().last().state, Exchange::State::Waiting);
    QCOMPARE(log.exchanges().last().wait, 1000ms);
    QVERIFY(log.exchanges().last().waitsUntil.has_value());
    QVERIFY(finishes(*call));
    QCOMPARE_GE(timer.elapsed(), 1000);
    QVERIFY(call->result().has_value());
    QCOMPARE(log.exchanges().size(), 2);
    QCOMPARE(log.exchanges().first().state, Exchange::State::Finished);
    QVERIFY(!log.exchanges().first().waitsUntil.has_value());
}

void FaultsTest::longRetryAfterStops()
{
    FaultServer server;
    server.answer(u"/page"_s, Answer::json("{}").status(429).header("Retry-After", "3600"));
    Client client(m_clock, m_random);
    QObject owner;
    const Base::Instant before = m_clock.now();
    const Call *call = client.send(
        {.url = server.url(u"/page"_s), .policy = shortPolicy()}, &owner);
    QVERIFY(finishes(*call));
    const Error &error = call->result().error();
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.attempts, 1);
    QVERIFY(error.retryAt.has_value());
    QVERIFY(*error.retryAt >= before + 3600s);
    QVERIFY(*error.retryAt <= m_clock.now() + 3600s);
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::FaultsTest)
#include "tst_faults.moc"
