// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/clock.h"

#include "tests/support/manualclock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope::Base;

namespace Tenantscope::Test {

/// Time and waking, on the machine's clock and on the one that tests move.
class ClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void wakesInOrder();
    void wakesOnceAtItsInstant();
    void cancelled_data();
    void cancelled();
    void cancelledByAnother();
    void askedAnewWithin();
    void movedWakeStays();
    void wallJumpChangesNoWake();
    void systemWakes();
    void systemWakesAtOnceForThePast();
    void systemNeverWithinTheCall();
    void systemManyWakes();
};

void ClockTest::wakesInOrder()
{
    ManualClock clock;
    QList<int> order;
    const Wake third = clock.wakeAfter(3s, [&] { order.append(3); });
    const Wake first = clock.wakeAfter(1s, [&] { order.append(1); });
    const Wake second = clock.wakeAfter(2s, [&] { order.append(2); });
    const Wake alsoSecond = clock.wakeAfter(2s, [&] { order.append(22); });
    QVERIFY(order.isEmpty());
    clock.advance(10s);
    QCOMPARE(order, (QList<int>{1, 2, 22, 3}));
    QVERIFY(!clock.nextWake());
}

void ClockTest::wakesOnceAtItsInstant()
{
    ManualClock clock;
    const Instant start = clock.now();
    QList<Instant> woken;
    const Wake wake = clock.wakeAt(start + 5s, [&] { woken.append(clock.now()); });
    clock.advance(5s - 1ns);
    QVERIFY(woken.isEmpty());
    clock.advance(1h);
    QCOMPARE(woken, QList<Instant>{start + 5s});
}

void ClockTest::cancelled_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("destroyed") << 0;
    QTest::newRow("cancelled") << 1;
    QTest::newRow("replaced") << 2;
}

void ClockTest::cancelled()
{
    QFETCH(const int, how);
    ManualClock clock;
    int count = 0;
    Wake wake = clock.wakeAfter(1s, [&] { ++count; });
    QVERIFY(wake.isSet());
    if (how == 0)
        Wake(std::move(wake));
    else if (how == 1)
        wake.cancel();
    else
        wake = clock.wakeAfter(2s, [&] { count += 10; });
    clock.advance(1s);
    QCOMPARE(count, 0);
    clock.advance(10s);
    QCOMPARE(count, how == 2 ? 10 : 0);
}

void ClockTest::cancelledByAnother()
{
    ManualClock clock;
    int count = 0;
    Wake second;
    const Wake first = clock.wakeAfter(1s, [&] { second.cancel(); });
    second = clock.wakeAfter(1s, [&] { ++count; });
    clock.advance(2s);
    QCOMPARE(count, 0);
}

void ClockTest::askedAnewWithin()
{
    ManualClock clock;
    int count = 0;
    Wake wake;
    const std::function<void()> again = [&] {
        if (++count < 3)
            wake = clock.wakeAfter(1s, again);
    };
    wake = clock.wakeAfter(1s, again);
    clock.advance(10s);
    QCOMPARE(count, 3);
}

void ClockTest::movedWakeStays()
{
    ManualClock clock;
    int count = 0;
    Wake moved;
    {
        Wake wake = clock.wakeAfter(1s, [&] { ++count; });
        moved = std::move(wake);
    }
    clock.advance(1s);
    QCOMPARE(count, 1);
}

void ClockTest::wallJumpChangesNoWake()
{
    ManualClock clock;
    int count = 0;
    const Instant later = clock.now() + 1h;
    const QDateTime shown = clock.wallAt(later);
    QCOMPARE(shown, clock.wallNow().addSecs(3600));
    const Wake wake = clock.wakeAt(later, [&] { ++count; });
    clock.jumpWall(24h);
    QCOMPARE(clock.wallAt(later), shown.addDays(1));
    clock.advance(1h - 1s);
    QCOMPARE(count, 0);
    clock.advance(1s);
    QCOMPARE(count, 1);
}

void ClockTest::systemWakes()
{
    SystemClock clock;
    const Instant start = clock.now();
    Instant woken;
    const Wake wake = clock.wakeAfter(30ms, [&] { woken = clock.now(); });
    QTRY_VERIFY(woken != Instant());
    QVERIFY(woken >= start + 30ms);
    QVERIFY(woken < start + 3s);
    QVERIFY(std::abs(clock.wallNow().msecsTo(QDateTime::currentDateTimeUtc())) < 1000);
}

void ClockTest::systemWakesAtOnceForThePast()
{
    SystemClock clock;
    bool isWoken = false;
    const Wake wake = clock.wakeAt(Instant(-5s), [&] { isWoken = true; });
    QVERIFY(!isWoken);
    QTRY_VERIFY(isWoken);
}

void ClockTest::systemNeverWithinTheCall()
{
    SystemClock clock;
    int depth = 0;
    int count = 0;
    Wake inner;
    const Wake outer = clock.wakeAfter(0ms, [&] {
        ++depth;
        inner = clock.wakeAfter(0ms, [&] {
            QCOMPARE(depth, 0);
            ++count;
        });
        --depth;
    });
    QTRY_COMPARE(count, 1);
}

void ClockTest::systemManyWakes()
{
    SystemClock clock;
    QList<int> order;
    std::vector<Wake> wakes;
    for (int i = 0; i < 50; ++i)
        wakes.push_back(clock.wakeAfter(milliseconds(50 - i), [&order, i] { order.append(i); }));
    wakes.resize(25); // those due last stay
    QTRY_COMPARE(order.size(), 25);
    QVERIFY(std::is_sorted(order.rbegin(), order.rend()));
}

} // namespace Tenantscope::Test

QTEST_GUILESS_MAIN(Tenantscope::Test::ClockTest)
#include "tst_clock.moc"
