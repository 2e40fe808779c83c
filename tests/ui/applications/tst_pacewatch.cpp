// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/requestlog.h"
#include "ui/applications/pacewatch.h"

#include "tests/support/manualclock.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using namespace Tenantscope::Test;
using Http::Exchange;
using Ui::PaceWatch;

namespace {

Exchange exchange(quint64 id, Exchange::State state)
{
    Exchange made;
    made.id = id;
    made.state = state;
    return made;
}

} // namespace

class TestPaceWatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void noticesWhatStandsInTheQueue()
    {
        ManualClock clock;
        Session::RequestLog log;
        PaceWatch watch(log, clock);
        QSignalSpy changed(&watch, &PaceWatch::changed);
        log.record(exchange(1, Exchange::State::Queued));
        clock.advance(999ms);
        QVERIFY(!watch.isHeldBack());
        clock.advance(1ms);
        QVERIFY(watch.isHeldBack());
        QVERIFY(!clock.nextWake()); // it does not poll
        log.record(exchange(1, Exchange::State::InFlight));
        QVERIFY(!watch.isHeldBack());
        QCOMPARE(changed.size(), 2);
        clock.advance(1min);
        QVERIFY(!watch.isHeldBack());
    }

    void isSilentWhileSomethingIsUnderWay()
    {
        ManualClock clock;
        Session::RequestLog log;
        PaceWatch watch(log, clock);
        log.record(exchange(1, Exchange::State::InFlight));
        log.record(exchange(2, Exchange::State::Queued));
        clock.advance(1min);
        QVERIFY(!watch.isHeldBack());
        log.record(exchange(1, Exchange::State::Finished));
        clock.advance(1s);
        QVERIFY(watch.isHeldBack());
    }

    void aWaitTheTenantAskedForIsNone()
    {
        ManualClock clock;
        Session::RequestLog log;
        PaceWatch watch(log, clock);
        Exchange waiting = exchange(1, Exchange::State::Waiting);
        waiting.waitsUntil = clock.now() + 5s;
        log.record(waiting);
        clock.advance(5s);
        QVERIFY(!watch.isHeldBack());
        clock.advance(1s); // over, and yet nothing left
        QVERIFY(watch.isHeldBack());
        log.clear();
        QVERIFY(!watch.isHeldBack());
    }
};

QTEST_GUILESS_MAIN(TestPaceWatch)
#include "tst_pacewatch.moc"
