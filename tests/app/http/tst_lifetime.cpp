// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/call.h"
#include "app/http/client.h"

#include "tests/support/calls.h"
#include "tests/support/faultserver.h"
#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Secret;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

/// Where a call stands when something happens to it.
enum class Stage { JustSent, Queued, Connecting, AwaitingAnswer, ReceivingBody, Waiting, Finished };
/// What happens.
enum class Fate { Deleted, Cancelled, OwnerDeleted, ClientDeleted };

const QList<std::pair<const char *, Stage>> stages{
    {"just sent", Stage::JustSent},
    {"queued", Stage::Queued},
    {"connecting", Stage::Connecting},
    {"awaiting the answer", Stage::AwaitingAnswer},
    {"receiving body", Stage::ReceivingBody},
    {"waiting", Stage::Waiting},
    {"finished", Stage::Finished}};

} // namespace

/// A call may end at any moment, by anybody's hand, and is silent afterwards.
class LifetimeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsInEveryStage_data();
    void endsInEveryStage();
    void deletedWithinItsSignals_data();
    void deletedWithinItsSignals();
    void deletedWithinExchangeNews_data();
    void deletedWithinExchangeNews();
    void clientDeletedWithinNews_data();
    void clientDeletedWithinNews();
    void cancelDropsTheConnection();
    void cancelTwice();
    void finishedIsNeverWithinSend();
    void neverConnectsAfterImmediateDelete();

private:
    /// A call brought to \a stage.
    [[nodiscard]] Call *bring(Client &client, FaultServer &server, QObject *owner, Stage stage);

    Base::SystemClock m_clock;
    FixedRandom m_random;
};

Call *LifetimeTest::bring(Client &client, FaultServer &server, QObject *owner, Stage stage)
{
    Request request{.url = server.url(u"/x"_s), .bearer = Secret("abc")};
    request.policy.limitBackoff = 10s;
    switch (stage) {
    case Stage::Queued: // behind one that is not answered
        server.answer(u"/x"_s, Answer::hang());
        request.bucket = Bucket::Management;
        client.send(request, &client);
        break;
    case Stage::Connecting: // TLS that is never spoken
        request.url.setScheme(u"https"_s);
        break;
    case Stage::AwaitingAnswer:
        server.answer(u"/x"_s, Answer::hang());
        break;
    case Stage::ReceivingBody:
        server.answer(u"/x"_s, Answer::json('"' + QByteArray(100'000, 'x') + '"').drip(100, 20ms));
        break;
    case Stage::Waiting:
        server.answer(u"/x"_s, Answer::json("{}").status(429));
        break;
    case Stage::JustSent:
    case Stage::Finished:
        server.answer(u"/x"_s, Answer::json("{}"));
        break;
    }
    Call *call = client.send(request, owner);
    const auto reached = [&] {
        switch (stage) {
        case Stage::JustSent:
            return true;
        case Stage::Queued:
            return server.hits() == 1;
        case Stage::Connecting:
            return server.connections() == 1 && server.bytesReceived() > 0;
        case Stage::AwaitingAnswer:
            return server.hits() == 1;
        case Stage::ReceivingBody:
            return server.hits() == 1 && server.bytesSent() > 1000;
        case Stage::Waiting:
            return std::holds_alternative<Call::Waiting>(call->state());
        case Stage::Finished:
            return call->isFinished();
        }
        return false;
    };
    if (!QTest::qWaitFor(reached, 10'000))
        qFatal("the call did not get there");
    return call;
}

void LifetimeTest::endsInEveryStage_data()
{
    QTest::addColumn<Stage>("stage");
    QTest::addColumn<Fate>("fate");
    const QList<std::pair<const char *, Fate>> fates{
        {"deleted", Fate::Deleted},
        {"cancelled", Fate::Cancelled},
        {"owner deleted", Fate::OwnerDeleted},
        {"client deleted", Fate::ClientDeleted}};
    for (const auto &[stageName, stage] : stages) {
        for (const auto &[fateName, fate] : fates)
            QTest::addRow("%s, %s", stageName, fateName) << stage << fate;
    }
}

void LifetimeTest::endsInEveryStage()
{
    QFETCH(const Stage, stage);
    QFETCH(const Fate, fate);
    FaultServer server;
    auto client = std::make_unique<Client>(m_clock, m_random);
    auto log = std::make_unique<ExchangeLog>(*client);
    auto owner = std::make_unique<QObject>();
    Call *call = bring(*client, server, owner.get(), stage);
    QSignalSpy finished(call, &Call::finished);
    QSignalSpy changed(call, &Call::stateChanged);
    switch (fate) {
    case Fate::Deleted:
        delete call;
        break;
    case Fate::Cancelled:
        call->cancel();
        break;
    case Fate::OwnerDeleted:
        owner.reset();
        break;
    case Fate::ClientDeleted:
        client.reset();
        break;
    }
    const bool tells = fate == Fate::Cancelled && stage != Stage::Finished;
    QCOMPARE(finished.count(), tells ? 1 : 0);
    QCOMPARE(changed.count(), tells ? 1 : 0);
    const qsizetype news = log->news().size();
    QTest::qWait(30);
    QCOMPARE(finished.count(), tells ? 1 : 0);
    QCOMPARE(changed.count(), tells ? 1 : 0);
    if (tells) {
        QVERIFY(call->isFinished());
        QCOMPARE(call->result().error().kind, ErrorKind::Cancelled);
    }
    if (client && stage != Stage::Queued)
        QCOMPARE(log->news().size(), news);
    if (client && stage != Stage::Queued && stage != Stage::JustSent)
        QCOMPARE(log->exchanges().last().state, Exchange::State::Finished);
    if (client && stage != Stage::Queued && stage != Stage::Finished)
        QTRY_COMPARE(server.openConnections(), stage == Stage::Waiting ? 1 : 0);
    if (stage == Stage::Queued) // it never left
        QCOMPARE(server.hits(), 1);
    if (fate == Fate::ClientDeleted)
        call->cancel(); // and that is all right too
}

void LifetimeTest::deletedWithinItsSignals_data()
{
    QTest::addColumn<int>("signal"); // which stateChanged, 0: finished
    QTest::newRow("in flight") << 1;
    QTest::newRow("waiting") << 2;
    QTest::newRow("in flight again") << 3;
    QTest::newRow("state finished") << 4;
    QTest::newRow("finished") << 0;
}

void LifetimeTest::deletedWithinItsSignals()
{
    QFETCH(const int, signal);
    FaultServer server;
    server.answer(u"/x"_s, Answer::json("{}"));
    server.next(u"/x"_s, Answer::json("{}").status(500));
    Client client(m_clock, m_random);
    QPointer<Call> call = client.send(
        {.url = server.url(u"/x"_s), .policy = shortPolicy()}, &client);
    int changes = 0;
    int finishes = 0;
    connect(call, &Call::stateChanged, this, [&] {
        if (++changes == signal)
            delete call;
    });
    connect(call, &Call::finished, this, [&] {
        ++finishes;
        if (signal == 0)
            delete call;
    });
    QTRY_VERIFY(!call);
    QTest::qWait(20);
    QCOMPARE(changes, signal == 0 ? 4 : signal);
    QCOMPARE(finishes, signal == 0 ? 1 : 0);
}

void LifetimeTest::deletedWithinExchangeNews_data()
{
    QTest::addColumn<int>("news");
    for (int news = 1; news <= 6; ++news)
        QTest::addRow("news %d", news) << news;
}

void LifetimeTest::deletedWithinExchangeNews()
{
    QFETCH(const int, news);
    FaultServer server;
    server.answer(u"/x"_s, Answer::json("{}"));
    server.next(u"/x"_s, Answer::json("{}").status(500));
    Client client(m_clock, m_random);
    QPointer<Call> call = client.send(
        {.url = server.url(u"/x"_s), .policy = shortPolicy()}, &client);
    QSignalSpy finished(call, &Call::finished);
    int seen = 0;
    connect(&client, &Client::exchangeChanged, this, [&] {
        if (++seen == news)
            delete call;
    });
    QTRY_VERIFY(!call || call->isFinished());
    QTest::qWait(20);
    QVERIFY2(seen >= news, QByteArray::number(seen).constData());
    QCOMPARE(finished.count(), 0);
}

void LifetimeTest::clientDeletedWithinNews_data()
{
    deletedWithinExchangeNews_data();
}

void LifetimeTest::clientDeletedWithinNews()
{
    QFETCH(const int, news);
    FaultServer server;
    server.answer(u"/x"_s, Answer::json("{}"));
    server.next(u"/x"_s, Answer::json("{}").status(500));
    auto client = std::make_unique<Client>(m_clock, m_random);
    QObject owner;
    Call *call = client->send({.url = server.url(u"/x"_s), .policy = shortPolicy()}, &owner);
    int seen = 0;
    connect(client.get(), &Client::exchangeChanged, this, [&] {
        if (++seen == news)
            client.reset();
    });
    QTRY_VERIFY(!client);
    QTest::qWait(20);
    QCOMPARE(seen, news);
    call->cancel();
}

void LifetimeTest::cancelDropsTheConnection()
{
    FaultServer server;
    server.answer(u"/x"_s, Answer::hang());
    Client client(m_clock, m_random);
    Call *call = client.send({.url = server.url(u"/x"_s)}, &client);
    QTRY_COMPARE(server.hits(), 1);
    QElapsedTimer timer;
    timer.start();
    call->cancel();
    QVERIFY(call->isFinished());
    QTRY_COMPARE(server.openConnections(), 0);
    QCOMPARE_LT(timer.elapsed(), 1000); // ten times what is promised
}

void LifetimeTest::cancelTwice()
{
    FaultServer server;
    Client client(m_clock, m_random);
    Call *call = client.send({.url = server.url(u"/x"_s)}, &client);
    QSignalSpy finished(call, &Call::finished);
    call->cancel();
    call->cancel();
    QCOMPARE(finished.count(), 1);
    const Base::Result<Response> result = call->takeResult();
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
    QCOMPARE(result.error().attempts, 0);
    call->cancel();
    QTest::qWait(20);
    QCOMPARE(server.connections(), 0);
}

void LifetimeTest::finishedIsNeverWithinSend()
{
    Client client(m_clock, m_random);
    // Even one that is refused without a look at the network.
    Call *call = client.send(
        {.method = "DELETE", .url = QUrl(u"https://contoso.eu.auth0.com/"_s)}, &client);
    QVERIFY(!call->isFinished());
    QSignalSpy finished(call, &Call::finished);
    QTRY_COMPARE(finished.count(), 1);
}

void LifetimeTest::neverConnectsAfterImmediateDelete()
{
    FaultServer server;
    Client client(m_clock, m_random);
    for (int i = 0; i < 20; ++i)
        delete client.send({.url = server.url(u"/x"_s)}, &client);
    QTest::qWait(20);
    QCOMPARE(server.connections(), 0);
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::LifetimeTest)
#include "tst_lifetime.moc"
