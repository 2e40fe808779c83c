// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

/// The ordinary course of a call, from the queue to its answer.
class ClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void getBringsAnAnswer();
    void postBringsAnAnswer();
    void resultIsTakenOnce();
    void refusedBeforeASocketOpens_data();
    void refusedBeforeASocketOpens();
    void exchangesTellTheStory();
    void exchangeOfARetry();
    void bodiesInExchanges_data();
    void bodiesInExchanges();
    void nothingSecretInExchanges();
    void masksABodyMadeForTheAttempt();
    void bodyThatCannotBeMadeEndsTheCall();
    void nothingIsRemembered();
    void dropsConnections();
    void sixToAHost();
    void managementCallsArePaced();
    void tokenRequestOvertakesPages();
    void limitHoldsAllCalls();
    void retriesGoFirst();
    void waitsByTheClock();
    void rateGauge();
    void clockSkew_data();
    void clockSkew();
    void clockSkewFollowsTheWallClock();
    void aCacheDoesNotTellTheTime();

private:
    /// What an exchange holds, in one text.
    [[nodiscard]] static QByteArray allOf(const Exchange &exchange);

    Base::SystemClock m_clock;
    FixedRandom m_random;
};

void ClientTest::getBringsAnAnswer()
{
    FaultServer server;
    server.answer(u"/api/v2/clients"_s, Answer::json(R"({"total":0,"clients":[]})"));
    Client client(m_clock, m_random);
    QObject owner;
    Call *call = client.send(
        {.url = server.url(u"/api/v2/clients?page=0"_s), .bearer = Secret("the-token")}, &owner);
    QSignalSpy finished(call, &Call::finished);
    QVERIFY(std::holds_alternative<Call::Queued>(call->state()));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(call->isFinished());
    const Base::Result<Response> result = call->takeResult();
    QVERIFY(result.has_value());
    QCOMPARE(result->status, 200);
    QCOMPARE(result->json.object().value(u"total"_s).toInt(), 0);

    const ReceivedRequest request = server.requests().value(0);
    QCOMPARE(request.method, QByteArray("GET"));
    QCOMPARE(request.target, QByteArray("/api/v2/clients?page=0"));
    QCOMPARE(request.header("authorization"), QByteArray("Bearer the-token"));
    QCOMPARE(request.header("user-agent"), QByteArray("Tenantscope/" TENANTSCOPE_VERSION));
    QCOMPARE(request.header("accept"), QByteArray("application/json"));
    QCOMPARE(request.header("accept-encoding"), QByteArray("gzip"));
}

void ClientTest::postBringsAnAnswer()
{
    FaultServer server;
    server.answer(u"/oauth/token"_s, Answer::json(R"({"access_token":"x"})"));
    Client client(m_clock, m_random);
    QObject owner;
    Call *call = client.send(
        {.method = "POST",
         .url = server.url(u"/oauth/token"_s),
         .body = Secret("grant_type=client_credentials"),
         .policy = Policy::token()},
        &owner);
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(call->result().has_value());
    const ReceivedRequest request = server.requests().value(0);
    QCOMPARE(request.method, QByteArray("POST"));
    QCOMPARE(request.body, QByteArray("grant_type=client_credentials"));
    QCOMPARE(request.header("content-type"), QByteArray("application/x-www-form-urlencoded"));
    QCOMPARE(request.header("content-length"), QByteArray("29"));
}

void ClientTest::resultIsTakenOnce()
{
    FaultServer server;
    server.answerAll(Answer::json("{\"access_token\":\"x\"}"));
    Client client(m_clock, m_random);
    Call *call = client.send({.url = server.url(u"/x"_s)}, &client);
    QVERIFY(finishes(*call));
    Base::Result<Response> result = call->takeResult();
    QVERIFY(result->body.isDetached()); // nobody shares what its reader is to wipe
    QVERIFY(call->result()->body.isEmpty());
    QCOMPARE(result->headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
    QVERIFY(result->receivedAt >= result->sentAt);
}

void ClientTest::refusedBeforeASocketOpens_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("path");
    for (const char *method :
         {"DELETE", "PATCH", "PUT", "HEAD", "OPTIONS", "POST", "CONNECT", "get"})
        QTest::addRow("%s clients", method) << QByteArray(method) << u"/api/v2/clients"_s;
    QTest::newRow("DELETE the token endpoint") << QByteArray("DELETE") << u"/oauth/token"_s;
}

void ClientTest::refusedBeforeASocketOpens()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QString, path);
    FaultServer server;
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    const Call *call = client.send(
        {.method = method,
         .url = server.url(path),
         .bearer = Secret("abc"),
         .bucket = Bucket::Management},
        &client);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::ReadOnly);
    QCOMPARE(call->result().error().attempts, 0);
    QTest::qWait(20);
    QCOMPARE(server.connections(), 0);
    QCOMPARE(log.exchanges().size(), 1);
    QCOMPARE(log.exchanges().first().state, Exchange::State::Finished);
    QCOMPARE(log.exchanges().first().error->kind, ErrorKind::ReadOnly);
}

void ClientTest::exchangesTellTheStory()
{
    FaultServer server;
    server.answerAll(Answer::json("{\"a\":1}").header("Set-Cookie", "did=1").latency(30ms));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    const QDateTime before = m_clock.wallNow();
    Call *call = client.send(
        {.url = server.url(u"/x?page=0&token=abc"_s), .bearer = Secret("the-bearer")}, &client);
    QVERIFY(finishes(*call));
    QList<Exchange::State> states;
    for (const Exchange &news : log.news())
        states.append(news.state);
    using enum Exchange::State;
    QCOMPARE(states, (QList<Exchange::State>{Queued, InFlight, Finished}));
    QCOMPARE(log.exchanges().size(), 1);
    const Exchange &exchange = log.exchanges().first();
    QVERIFY(exchange.id > 0 && exchange.callId > 0);
    QCOMPARE(exchange.attempt, 1);
    QVERIFY(exchange.startedAt >= before && exchange.startedAt <= m_clock.wallNow());
    QCOMPARE(exchange.startedAt.timeSpec(), Qt::UTC);
    QCOMPARE(exchange.method, u"GET"_s);
    QCOMPARE(exchange.host, QString(u"http://127.0.0.1:"_s + QString::number(server.port())));
    QCOMPARE(exchange.path, u"/x?page=0&token=***"_s);
    QCOMPARE(exchange.status, 200);
    QVERIFY(exchange.duration >= 30ms);
    QCOMPARE(exchange.size, 7);
    QVERIFY(!exchange.error);
    QCOMPARE(exchange.requestHeaders.value("authorization"), QByteArray("Bearer ***"));
    QCOMPARE(exchange.requestHeaders.value("accept"), QByteArray("application/json"));
    QCOMPARE(exchange.responseHeaders.value("set-cookie"), QByteArray("***"));
    QCOMPARE(exchange.responseBody, QByteArray("{\"a\":1}"));
}

void ClientTest::exchangeOfARetry()
{
    FaultServer server;
    server.answerAll(Answer::json("{}"));
    server.next(u"/x"_s, Answer::json("{\"error\":\"x\"}").status(500));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    Call *call = client.send({.url = server.url(u"/x"_s), .policy = shortPolicy()}, &client);
    QVERIFY(finishes(*call));
    QCOMPARE(log.exchanges().size(), 2);
    const Exchange &first = log.exchanges().at(0);
    const Exchange &second = log.exchanges().at(1);
    QCOMPARE(first.callId, second.callId);
    QVERIFY(second.id > first.id);
    QCOMPARE(first.status, 500);
    QCOMPARE(first.error->kind, ErrorKind::ServerFailed);
    QCOMPARE(first.wait, 10ms);
    QVERIFY(!first.rateLimited);
    QCOMPARE(second.attempt, 2);
    QVERIFY(!second.error);
    // While the next one was put off, the first one said so.
    const auto waited = std::find_if(
        log.news().begin(), log.news().end(),
        [](const Exchange &news) { return news.state == Exchange::State::Waiting; });
    QVERIFY(waited != log.news().end());
    QCOMPARE(waited->id, first.id);
    QVERIFY(waited->waitsUntil.has_value());
}

void ClientTest::bodiesInExchanges_data()
{
    QTest::addColumn<bool>("logsBody");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("ordinary") << true << 200 << true;
    QTest::newRow("list page") << false << 200 << false;
    QTest::newRow("error") << true << 404 << true;
    QTest::newRow("list page's error") << false << 404 << true;
}

void ClientTest::bodiesInExchanges()
{
    QFETCH(const bool, logsBody);
    QFETCH(const int, status);
    QFETCH(const bool, isKept);
    FaultServer server;
    server.answerAll(Answer::json("{\"a\":1}").status(status));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    Call *call = client.send({.url = server.url(u"/x"_s), .logsBody = logsBody}, &client);
    QVERIFY(finishes(*call));
    QCOMPARE(!log.exchanges().first().responseBody.isEmpty(), isKept);
    QCOMPARE(log.exchanges().first().size, 7);
}

QByteArray ClientTest::allOf(const Exchange &exchange)
{
    QByteArray all = exchange.requestBody + exchange.responseBody + exchange.path.toUtf8()
        + exchange.host.toUtf8();
    for (const Headers &headers : {exchange.requestHeaders, exchange.responseHeaders}) {
        for (const Header &field : headers.fields())
            all += field.name + ": " + field.value + '\n';
    }
    if (exchange.error) {
        for (const QString &text :
             {exchange.error->subject, exchange.error->detail, exchange.error->code,
              exchange.error->description, exchange.error->uri})
            all += text.toUtf8() + '\n';
    }
    return all;
}

/// Each attempt has an assertion of its own: neither may be told, though the server sends both back.
void ClientTest::masksABodyMadeForTheAttempt()
{
    FaultServer server;
    server.answerAll(
        Answer::json(R"({"error":"x","error_description":"MARKER1-of-it and MARKER2-of-it"})")
            .status(503));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    Policy policy = shortPolicy();
    policy.attempts = 2;
    int made = 0;
    const Call *call = client.send(
        {.method = "POST",
         .url = server.url(u"/oauth/token"_s),
         .makeBody = [&made]() -> Base::Result<Secret> {
             const QByteArray assertion = "MARKER" + QByteArray::number(++made) + "-of-it";
             return Secret(QByteArray("client_id=x&client_assertion=" + assertion));
         },
         .policy = policy},
        &client);
    QVERIFY(finishes(*call));
    QCOMPARE(made, 2);
    QVERIFY(server.received().contains("client_assertion=MARKER1-of-it"));
    QVERIFY(server.received().contains("client_assertion=MARKER2-of-it"));
    for (const Exchange &news : log.news())
        QVERIFY2(!allOf(news).contains("MARKER1"), allOf(news).constData());
    QVERIFY(!allOf(log.news().constLast()).contains("MARKER"));
    QCOMPARE(log.news().constLast().requestBody, "client_id=x&client_assertion=***");
    QVERIFY(!call->result().error().description.contains(u"MARKER"_s));
}

void ClientTest::bodyThatCannotBeMadeEndsTheCall()
{
    FaultServer server;
    Client client(m_clock, m_random);
    const Call *call = client.send(
        {.method = "POST",
         .url = server.url(u"/oauth/token"_s),
         .makeBody = []() -> Base::Result<Secret> {
             return Base::failure({.kind = ErrorKind::InvalidPrivateKey, .subject = u"a file"_s});
         },
         .policy = shortPolicy()},
        &client);
    QVERIFY(finishes(*call));
    QCOMPARE(call->result().error().kind, ErrorKind::InvalidPrivateKey);
    QCOMPARE(call->result().error().subject, u"a file"_s);
    QVERIFY(server.received().isEmpty());
}

void ClientTest::nothingSecretInExchanges()
{
    // A server that sends everything back, wherever it can.
    const QByteArray marker = "MARKERabcdefghijklmnopqrstuvwxyz0123456789ABCDEF";
    const QByteArray echoing = "{\"error\":\"" + marker + "\",\"error_description\":\"You sent "
        + marker + "\",\"client_secret\":\"" + marker + "\",\"list\":[\"" + marker + "\"]}";
    for (const int status : {200, 400, 401, 403, 404, 429, 500, 302}) {
        for (const bool isJson : {true, false}) {
            FaultServer server;
            Answer answer = isJson ? Answer::json(echoing) : Answer::html("<p>" + marker);
            answer.status(status)
                .header("X-Echo", marker)
                .header("Set-Cookie", "a=" + marker)
                .header("Location", "https://" + marker + "@x.com/" + marker + "?token=" + marker);
            server.answerAll(answer);
            Client client(m_clock, m_random);
            const ExchangeLog log(client);
            Policy policy = shortPolicy();
            policy.attempts = 2;
            const Call *get = client.send(
                {.url = server.url(u"/x?token="_s + QString::fromLatin1(marker)),
                 .bearer = Secret(marker),
                 .policy = policy},
                &client);
            const Call *post = client.send(
                {.method = "POST",
                 .url = server.url(u"/oauth/token"_s),
                 .body = Secret(QByteArray("client_id=x&client_secret=" + marker)),
                 .policy = policy},
                &client);
            QVERIFY(finishes(*get) && finishes(*post));
            QVERIFY(server.received().contains(marker));
            for (const Exchange &news : log.news())
                QVERIFY2(!allOf(news).contains("MARKER"), allOf(news).constData());
            for (const Call *call : {get, post}) {
                if (call->result().has_value())
                    continue;
                Exchange told;
                told.error = call->result().error();
                QVERIFY2(!allOf(told).contains("MARKER"), allOf(told).constData());
            }
        }
    }
}

void ClientTest::nothingIsRemembered()
{
    FaultServer server;
    server.answerAll(Answer::json("{}")
                         .header("Set-Cookie", "did=1; Path=/")
                         .header("Cache-Control", "max-age=9999")
                         .header("ETag", "\"x\"")
                         .header("Alt-Svc", "h2=\":1\"")
                         .header("Strict-Transport-Security", "max-age=9999"));
    server.next(
        u"/x"_s, Answer::json("{}").status(401).header("WWW-Authenticate", "Basic realm=x"));
    Client client(m_clock, m_random);
    for (int i = 0; i < 3; ++i) {
        Call *call = client.send({.url = server.url(u"/x"_s)}, &client);
        QVERIFY(finishes(*call));
    }
    QCOMPARE(server.hits(u"/x"_s), 3);
    for (const ReceivedRequest &request : server.requests()) {
        for (const char *name :
             {"cookie", "authorization", "if-none-match", "if-modified-since", "upgrade",
              "http2-settings", "referer", "auth0-client"})
            QVERIFY2(!request.hasHeader(name), name);
    }
}

void ClientTest::dropsConnections()
{
    FaultServer server;
    server.answerAll(Answer::json("{}"));
    server.answer(u"/slow"_s, Answer::json("{}").latency(100ms));
    Client client(m_clock, m_random);
    client.dropConnections(); // none yet
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    const Call *slow = client.send({.url = server.url(u"/slow"_s)}, &client);
    const Call *other = client.send({.url = server.url(u"/x"_s)}, &client);
    QVERIFY(finishes(*other));
    QVERIFY(!slow->isFinished());
    QCOMPARE_GT(server.openConnections(), 0);
    client.dropConnections();
    QVERIFY(finishes(*slow));
    QVERIFY(slow->result().has_value());
    QTRY_COMPARE(server.openConnections(), 0);
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(server.openConnections(), 1);
    client.dropConnections();
    QTRY_COMPARE(server.openConnections(), 0);
}

void ClientTest::sixToAHost()
{
    FaultServer server;
    server.answerAll(Answer::json("{}").latency(50ms));
    Client client(m_clock, m_random);
    const ExchangeLog log(client);
    QList<Call *> calls;
    for (int i = 0; i < 15; ++i)
        calls.append(client.send({.url = server.url(u"/x"_s)}, &client));
    int most = 0;
    QTRY_VERIFY([&] {
        int inFlight = 0;
        for (const Call *call : calls)
            inFlight += std::holds_alternative<Call::InFlight>(call->state());
        most = std::max(most, inFlight);
        return std::all_of(
            calls.begin(), calls.end(), [](const Call *call) { return call->isFinished(); });
    }());
    QCOMPARE_LE(most, 6);
    QCOMPARE(server.hits(), 15);
    QCOMPARE_LE(server.connections(), 6);
    QCOMPARE_GT(server.connections(), 1);
}

void ClientTest::managementCallsArePaced()
{
    FaultServer server;
    int inFlight = 0;
    int most = 0;
    server.handle(u"/api/v2/clients"_s, [&](const ReceivedRequest &) {
        most = std::max(most, ++inFlight);
        return Answer::json("{}").latency(30ms);
    });
    Client client(m_clock, m_random);
    QList<Call *> calls;
    for (int i = 0; i < 3; ++i) {
        calls.append(client.send(
            {.url = server.url(u"/api/v2/clients"_s), .bucket = Bucket::Management}, &client));
        connect(calls.last(), &Call::finished, this, [&] { --inFlight; });
    }
    QElapsedTimer timer;
    timer.start();
    for (const Call *call : calls)
        QVERIFY(finishes(*call));
    // No headers: one at a time, and no more than two a second.
    QCOMPARE(most, 1);
    QCOMPARE_GE(timer.elapsed(), 950);
}

void ClientTest::tokenRequestOvertakesPages()
{
    FaultServer server;
    server.answer(u"/oauth/token"_s, Answer::json("{}"));
    server.answer(u"/api/v2/clients"_s, Answer::hang());
    Client client(m_clock, m_random);
    for (int i = 0; i < 5; ++i)
        client.send(
            {.url = server.url(u"/api/v2/clients"_s), .bucket = Bucket::Management}, &client);
    const Call *token = client.send(
        {.method = "POST", .url = server.url(u"/oauth/token"_s), .body = Secret("a=b")}, &client);
    QVERIFY(finishes(*token));
    QVERIFY(token->result().has_value());
    QCOMPARE(server.hits(u"/api/v2/clients"_s), 1);
}

void ClientTest::limitHoldsAllCalls()
{
    FaultServer server;
    const Answer good =
        Answer::json("{}").header("x-ratelimit-limit", "50").header("x-ratelimit-remaining", "49");
    server.answer(u"/a"_s, good);
    server.answer(u"/b"_s, good);
    server.next(u"/a"_s, good);
    server.next(u"/a"_s, Answer::json("{}").status(429).header("Retry-After", "1"));
    Client client(m_clock, m_random);
    const auto send = [&](const QString &path) {
        return client.send(
            {.url = server.url(path), .bucket = Bucket::Management, .policy = shortPolicy()},
            &client);
    };
    QVERIFY(finishes(*send(u"/a"_s)));
    const Call *limited = send(u"/a"_s);
    QTRY_VERIFY(std::holds_alternative<Call::Waiting>(limited->state()));
    QElapsedTimer timer;
    timer.start();
    const Call *other = send(u"/b"_s);
    QTest::qWait(300);
    QCOMPARE(server.hits(u"/b"_s), 0);
    QVERIFY(std::holds_alternative<Call::Queued>(other->state()));
    QVERIFY(finishes(*other) && finishes(*limited));
    QVERIFY(other->result().has_value() && limited->result().has_value());
    QCOMPARE_GE(timer.elapsed(), 900);
}

void ClientTest::retriesGoFirst()
{
    FaultServer server;
    QByteArrayList order;
    server.handle(u"/x"_s, [&order](const ReceivedRequest &request) {
        order.append(request.parameter("n"));
        Answer answer = Answer::json("{}")
                            .header("x-ratelimit-limit", "50")
                            .header("x-ratelimit-remaining", "14");
        return order.size() == 1 ? answer.status(500) : answer;
    });
    Client client(m_clock, m_random);
    QList<Call *> calls;
    for (int i = 0; i < 3; ++i)
        calls.append(client.send(
            {.url = server.url(u"/x?n=%1"_s.arg(i)),
             .bucket = Bucket::Management,
             .policy = shortPolicy()},
            &client));
    for (const Call *call : calls)
        QVERIFY(finishes(*call));
    QCOMPARE(order.count("0"), 2);
    QVERIFY(order.lastIndexOf("0") < order.indexOf("2"));
}

void ClientTest::waitsByTheClock()
{
    FaultServer server;
    server.answerAll(Answer::json("{}"));
    server.next(u"/x"_s, Answer::json("{}").status(429).header("Retry-After", "30"));
    ManualClock clock;
    Client client(clock, m_random);
    Call *call = client.send({.url = server.url(u"/x"_s)}, &client);
    QTRY_VERIFY(std::holds_alternative<Call::Waiting>(call->state()));
    const Base::Instant until = std::get<Call::Waiting>(call->state()).until;
    QCOMPARE(until, clock.now() + 30s);
    clock.advance(30s - 1ms);
    QTest::qWait(30);
    QCOMPARE(server.hits(), 1);
    clock.advance(1ms);
    QVERIFY(finishes(*call));
    QVERIFY(call->result().has_value());
    QCOMPARE(server.hits(), 2);
    QVERIFY(!clock.nextWake()); // nothing ticks on
}

void ClientTest::rateGauge()
{
    FaultServer server;
    server.answer(
        u"/api/v2/x"_s,
        Answer::json("{}").header("x-ratelimit-limit", "10").header("x-ratelimit-remaining", "9"));
    server.answer(
        u"/oauth/token"_s,
        Answer::json("{}").header("x-ratelimit-limit", "100").header("x-ratelimit-remaining", "1"));
    Client client(m_clock, m_random);
    const QSignalSpy changed(&client, &Client::rateGaugeChanged);
    QVERIFY(!client.rateGauge());
    QVERIFY(finishes(*client.send({.url = server.url(u"/oauth/token"_s)}, &client)));
    QVERIFY(!client.rateGauge()); // another bucket
    QVERIFY(finishes(
        *client.send({.url = server.url(u"/api/v2/x"_s), .bucket = Bucket::Management}, &client)));
    QCOMPARE(client.rateGauge(), std::optional(RateGauge{10, 9}));
    QCOMPARE(changed.count(), 1);
    QVERIFY(finishes(
        *client.send({.url = server.url(u"/api/v2/x"_s), .bucket = Bucket::Management}, &client)));
    QCOMPARE(changed.count(), 1);
}

void ClientTest::clockSkew_data()
{
    QTest::addColumn<int>("theirsAhead"); // seconds
    QTest::addColumn<bool>("isTold");
    QTest::newRow("same") << 0 << true;
    QTest::newRow("ten minutes behind") << -600 << true;
    QTest::newRow("a day ahead") << 86'400 << true;
    QTest::newRow("thirty years") << -30 * 365 * 86'400 << false;
}

void ClientTest::clockSkew()
{
    QFETCH(const int, theirsAhead);
    QFETCH(const bool, isTold);
    const auto date = [&] {
        return QLocale::c()
            .toString(
                QDateTime::currentDateTimeUtc().addSecs(theirsAhead),
                u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
            .toLatin1();
    };
    FaultServer server;
    server.handle(u"/x"_s, [&](const ReceivedRequest &) {
        return Answer::json("{}").header("Date", date());
    });
    Client client(m_clock, m_random);
    const QSignalSpy changed(&client, &Client::clockSkewChanged);
    QVERIFY(!client.clockSkew());
    for (int i = 0; i < 3; ++i)
        QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(client.clockSkew().has_value(), isTold);
    QCOMPARE(changed.count(), isTold ? 1 : 0);
    if (isTold)
        QVERIFY(std::chrono::abs(*client.clockSkew() + std::chrono::seconds(theirsAhead)) <= 2s);
}

void ClientTest::clockSkewFollowsTheWallClock()
{
    FaultServer server;
    ManualClock clock;
    server.answer(u"/x"_s, Answer::json("{}").header("Date", "Tue, 24 Nov 2026 11:00:00 GMT"));
    Client client(clock, m_random);
    const QSignalSpy changed(&client, &Client::clockSkewChanged);
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(client.clockSkew(), std::optional<std::chrono::seconds>(1h));
    clock.advance(2h);
    QCOMPARE(client.clockSkew(), std::optional<std::chrono::seconds>(1h));
    clock.jumpWall(-1h); // somebody puts it right
    QCOMPARE(client.clockSkew(), std::optional(0s));
    server.answer(u"/x"_s, Answer::json("{}").header("Date", "Tue, 24 Nov 2026 13:00:00 GMT"));
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(client.clockSkew(), std::optional(0s));
    QCOMPARE(changed.count(), 1);
}

/// Its Date is when the answer was made (RFC 9111 §4.2.3).
void ClientTest::aCacheDoesNotTellTheTime()
{
    FaultServer server;
    ManualClock clock;
    Client client(clock, m_random);
    const QByteArray date = "Tue, 24 Nov 2026 11:00:00 GMT";
    server.answer(u"/x"_s, Answer::json("{}").header("Date", date).header("Age", "3600"));
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(client.clockSkew(), std::nullopt);
    server.answer(u"/x"_s, Answer::json("{}").header("Date", date).header("Age", "0"));
    QVERIFY(finishes(*client.send({.url = server.url(u"/x"_s)}, &client)));
    QCOMPARE(client.clockSkew(), std::optional<std::chrono::seconds>(1h));
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::ClientTest)
#include "tst_client.moc"
