// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/tokenbucket.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Demo::TokenBucket;

namespace {

const TokenBucket::TimePoint start{1h};

/// As headers tell it: whole seconds, rounded up.
int seconds(std::chrono::nanoseconds time)
{
    return static_cast<int>(std::chrono::ceil<std::chrono::seconds>(time).count());
}

} // namespace

class TestTokenBucket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void beginsFull();
    void resetIsWhenFullAgain_data();
    void resetIsWhenFullAgain();
    void emptyRefusesUntilATokenIsIn();
    void refusedTakesNothing();
    void refillsNoFurtherThanFull();
    void givesRateInTheLongRun();
    void survivesATimeThatGoesBack();
    void correctsNonsense();
};

void TestTokenBucket::init()
{
    QTest::failOnWarning(QRegularExpression(u".*"_s));
}

void TestTokenBucket::beginsFull()
{
    TokenBucket bucket(2, 10);
    const TokenBucket::Outcome outcome = bucket.take(start);
    QVERIFY(outcome.isGranted);
    QCOMPARE(outcome.limit, 10);
    QCOMPARE(outcome.remaining, 9);
    QCOMPARE(outcome.untilNext.count(), 0);
}

/// The recordings that show it: limit 10, remaining 9, 6 and 1, reset 1, 3 and 6 seconds after Date.
void TestTokenBucket::resetIsWhenFullAgain_data()
{
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("remaining");
    QTest::addColumn<int>("reset");
    QTest::newRow("one") << 1 << 9 << 1;
    QTest::newRow("four") << 4 << 6 << 3;
    QTest::newRow("nine") << 9 << 1 << 6;
    QTest::newRow("all") << 10 << 0 << 7;
}

void TestTokenBucket::resetIsWhenFullAgain()
{
    QFETCH(int, taken);
    QFETCH(int, remaining);
    QFETCH(int, reset);
    TokenBucket bucket(1.6, 10);
    TokenBucket::Outcome outcome;
    for (int i = 0; i < taken; ++i)
        outcome = bucket.take(start);
    QCOMPARE(outcome.remaining, remaining);
    QCOMPARE(seconds(outcome.untilFull), reset);
}

void TestTokenBucket::emptyRefusesUntilATokenIsIn()
{
    TokenBucket bucket(2, 1);
    QVERIFY(bucket.take(start).isGranted);
    const TokenBucket::Outcome refused = bucket.take(start + 100ms);
    QVERIFY(!refused.isGranted);
    QCOMPARE(refused.remaining, 0);
    QVERIFY(refused.untilNext > 399ms && refused.untilNext <= 400ms);
    QVERIFY(!bucket.take(start + 499ms).isGranted);
    QVERIFY(bucket.take(start + 500ms).isGranted);
}

void TestTokenBucket::refusedTakesNothing()
{
    TokenBucket bucket(1, 1);
    QVERIFY(bucket.take(start).isGranted);
    for (int i = 0; i < 100; ++i)
        QVERIFY(!bucket.take(start + 1ms * i).isGranted);
    QVERIFY(bucket.take(start + 1s).isGranted);
}

void TestTokenBucket::refillsNoFurtherThanFull()
{
    TokenBucket bucket(100, 3);
    QVERIFY(bucket.take(start).isGranted);
    QCOMPARE(bucket.take(start + 24h).remaining, 2);
}

void TestTokenBucket::givesRateInTheLongRun()
{
    TokenBucket bucket(16, 50);
    int granted = 0;
    for (int i = 0; i < 60'000; i += 10)
        granted += bucket.take(start + i * 1ms).isGranted ? 1 : 0;
    QCOMPARE(granted, 50 + 16 * 60 - 1); // the last tenth of a second is still flowing in
}

void TestTokenBucket::survivesATimeThatGoesBack()
{
    TokenBucket bucket(1, 2);
    QCOMPARE(bucket.take(start).remaining, 1);
    QCOMPARE(bucket.take(start - 1min).remaining, 0);
    QVERIFY(!bucket.take(start + 500ms).isGranted);
    QVERIFY(bucket.take(start + 1s).isGranted);
}

void TestTokenBucket::correctsNonsense()
{
    TokenBucket bucket(-5, 0);
    QVERIFY(bucket.take(start).isGranted);
    const TokenBucket::Outcome refused = bucket.take(start);
    QCOMPARE(refused.limit, 1);
    QVERIFY(!refused.isGranted);
    QVERIFY(refused.untilFull > 0s);
}

QTEST_APPLESS_MAIN(TestTokenBucket)
#include "tst_tokenbucket.moc"
