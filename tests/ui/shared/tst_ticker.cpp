// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/ticker.h"

#include "tests/support/manualclock.h"
#include "tests/ui/uitest.h"

#include <QTest>
#include <QWidget>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestTicker final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void ticksOnlyWhileShown();
    void stopsWhenNothingChanges();
    void stopsWhenMinimised();
    void goesWithItsWidget();
    void nextChangeIsTheSecondsEdge_data();
    void nextChangeIsTheSecondsEdge();
};

void TestTicker::ticksOnlyWhileShown()
{
    Test::ManualClock clock;
    QWidget widget;
    int ticks = 0;
    Ticker ticker(clock, &widget, [&] {
        ++ticks;
        return std::optional(clock.now() + 1s);
    });
    ticker.update();
    clock.advance(5s);
    QCOMPARE(ticks, 0);
    widget.show();
    QCOMPARE(ticks, 1);
    clock.advance(5s);
    QCOMPARE(ticks, 6);
    widget.hide();
    QVERIFY(!ticker.isTicking());
    clock.advance(5s);
    QCOMPARE(ticks, 6);
    widget.show();
    QCOMPARE(ticks, 7);
}

void TestTicker::stopsWhenNothingChanges()
{
    Test::ManualClock clock;
    QWidget widget;
    Ticker ticker(clock, &widget, [] { return std::optional<Base::Instant>(); });
    widget.show();
    QVERIFY(!clock.nextWake());
}

void TestTicker::stopsWhenMinimised()
{
    Test::ManualClock clock;
    QWidget window;
    auto *child = new QWidget(&window);
    int ticks = 0;
    Ticker ticker(clock, child, [&] {
        ++ticks;
        return std::optional(clock.now() + 1s);
    });
    window.show();
    const int before = ticks;
    window.showMinimized();
    QTRY_VERIFY(!ticker.isTicking());
    clock.advance(10s);
    QCOMPARE(ticks, before);
    window.showNormal();
    QTRY_VERIFY(ticker.isTicking());
}

void TestTicker::goesWithItsWidget()
{
    Test::ManualClock clock;
    auto widget = std::make_unique<QWidget>();
    new Ticker(clock, widget.get(), [&] { return std::optional(clock.now() + 1s); });
    widget->show();
    QVERIFY(clock.nextWake());
    widget.reset();
    QVERIFY(!clock.nextWake());
}

void TestTicker::nextChangeIsTheSecondsEdge_data()
{
    QTest::addColumn<qint64>("left");
    QTest::addColumn<qint64>("unit");
    QTest::addColumn<qint64>("wait"); // all in ms
    QTest::newRow("in the middle") << qint64(5'300) << qint64(1'000) << qint64(301);
    QTest::newRow("on the edge") << qint64(5'000) << qint64(1'000) << qint64(1);
    QTest::newRow("the last one") << qint64(400) << qint64(1'000) << qint64(401);
    QTest::newRow("minutes") << qint64(90 * 60'000 + 7) << qint64(60'000) << qint64(8);
}

void TestTicker::nextChangeIsTheSecondsEdge()
{
    QFETCH(qint64, left);
    QFETCH(qint64, unit);
    QFETCH(qint64, wait);
    const Base::Instant now(1h);
    const Base::Instant next = nextChange(
        now, now + std::chrono::milliseconds(left), std::chrono::milliseconds(unit));
    QCOMPARE((next - now) / 1ms, wait);
}

QTEST_MAIN(TestTicker)
#include "tst_ticker.moc"
