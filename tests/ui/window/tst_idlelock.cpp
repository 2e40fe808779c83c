// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/idlelock.h"

#include "tests/support/manualclock.h"
#include "tests/ui/uitest.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QWheelEvent>

#include <functional>

using namespace Tenantscope;
using namespace Tenantscope::Ui;
using namespace std::chrono_literals;

namespace {

using Input = std::function<void(QWidget &)>;

constexpr QPointF somewhere(3, 3);

void move(QWidget &widget)
{
    QMouseEvent event(
        QEvent::MouseMove, somewhere, somewhere, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void turnWheel(QWidget &widget)
{
    QWheelEvent event(
        somewhere, somewhere, {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&widget, &event);
}

} // namespace

Q_DECLARE_METATYPE(Input)

class TestIdleLock final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { Test::failOnWarnings(); }

    void offAtFirst();
    void tellsAfterQuarterOfAnHour();
    void inputPutsItOff_data();
    void inputPutsItOff();
    void othersDoNot();
    void doesNotWakeForEachMove();
    void tellsAgainOnlyAfterInput();
    void inputThatWakesTheMachineComesTooLate();
    void canBeSwitchedOff();
};

void TestIdleLock::offAtFirst()
{
    Test::ManualClock clock;
    const IdleLock lock(clock);
    QVERIFY(!clock.nextWake());
}

void TestIdleLock::tellsAfterQuarterOfAnHour()
{
    Test::ManualClock clock;
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setEnabled(true);
    clock.advance(15min - 1ns);
    QCOMPARE(idle.size(), 0);
    clock.advance(1ns);
    QCOMPARE(idle.size(), 1);
}

void TestIdleLock::inputPutsItOff_data()
{
    QTest::addColumn<Input>("input");
    QTest::newRow("key") << Input([](QWidget &widget) { QTest::keyClick(&widget, Qt::Key_A); });
    QTest::newRow("press") << Input(
        [](QWidget &widget) { QTest::mouseClick(&widget, Qt::LeftButton); });
    QTest::newRow("move") << Input(move);
    QTest::newRow("wheel") << Input(turnWheel);
}

void TestIdleLock::inputPutsItOff()
{
    QFETCH(Input, input);
    Test::ManualClock clock;
    QLineEdit edit;
    edit.show();
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setEnabled(true);
    clock.advance(14min);
    input(edit);
    clock.advance(15min - 1ns);
    QCOMPARE(idle.size(), 0);
    clock.advance(1ns);
    QCOMPARE(idle.size(), 1);
}

void TestIdleLock::othersDoNot()
{
    Test::ManualClock clock;
    QLineEdit edit;
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setEnabled(true);
    clock.advance(14min);
    edit.show();
    edit.setText(QStringLiteral("rows that arrive"));
    QTest::qWait(0);
    clock.advance(1min);
    QCOMPARE(idle.size(), 1);
}

void TestIdleLock::doesNotWakeForEachMove()
{
    Test::ManualClock clock;
    QLineEdit edit;
    IdleLock lock(clock);
    lock.setEnabled(true);
    const auto first = clock.nextWake();
    QVERIFY(first);
    clock.advance(1min);
    move(edit);
    QCOMPARE(clock.nextWake(), first);
}

void TestIdleLock::tellsAgainOnlyAfterInput()
{
    Test::ManualClock clock;
    QLineEdit edit;
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setEnabled(true);
    clock.advance(10h);
    QCOMPARE(idle.size(), 1);
    QVERIFY(!clock.nextWake());
    move(edit);
    clock.advance(15min);
    QCOMPARE(idle.size(), 2);
}

void TestIdleLock::inputThatWakesTheMachineComesTooLate()
{
    Test::ManualClock clock;
    QPushButton button;
    button.show();
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    const QSignalSpy clicked(&button, &QPushButton::clicked);
    lock.setEnabled(true);
    clock.sleep(1h);
    QTest::mouseClick(&button, Qt::LeftButton);
    QCOMPARE(idle.size(), 1);
    QCOMPARE(clicked.size(), 0); // it was meant for what is masked now
}

void TestIdleLock::canBeSwitchedOff()
{
    Test::ManualClock clock;
    QLineEdit edit;
    IdleLock lock(clock);
    const QSignalSpy idle(&lock, &IdleLock::idle);
    lock.setEnabled(true);
    lock.setEnabled(false);
    QVERIFY(!clock.nextWake());
    move(edit);
    clock.advance(1h);
    QCOMPARE(idle.size(), 0);
}

QTEST_MAIN(TestIdleLock)
#include "tst_idlelock.moc"
