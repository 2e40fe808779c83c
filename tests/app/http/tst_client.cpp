// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

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

private:
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

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::ClientTest)
#include "tst_client.moc"
