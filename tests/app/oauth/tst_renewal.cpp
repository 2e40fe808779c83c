// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/renewal.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::OAuth;
using namespace std::chrono_literals;
using Tenantscope::Base::Instant;
using std::chrono::nanoseconds;

namespace {

constexpr Instant start{1h};

AccessToken tokenOfLife(std::optional<nanoseconds> life)
{
    AccessToken token;
    token.issuedAt = start;
    if (life)
        token.expiresAt = start + *life;
    return token;
}

} // namespace

class RenewalTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void instant_data();
    void instant();
    void notByItself();
    void backsOff();
    void tellsLife();
};

void RenewalTest::instant_data()
{
    QTest::addColumn<qint64>("life");
    QTest::addColumn<double>("margin");   // s left without jitter
    QTest::addColumn<double>("greatestJitter"); // s
    QTest::newRow("1 s") << qint64(1) << 0.5 << 0.125;
    QTest::newRow("3 s") << qint64(3) << 1.5 << 0.375;
    QTest::newRow("59 s") << qint64(59) << 29.5 << 7.375;
    QTest::newRow("60 s") << qint64(60) << 30.0 << 7.5;
    QTest::newRow("61 s") << qint64(61) << 30.0 << 7.5;
    QTest::newRow("5 min") << qint64(300) << 30.0 << 7.5;
    QTest::newRow("10 min") << qint64(600) << 60.0 << 10.0;
    QTest::newRow("50 min") << qint64(3'000) << 300.0 << 10.0;
    QTest::newRow("1 h") << qint64(3'600) << 300.0 << 10.0;
    QTest::newRow("a day") << qint64(86'400) << 300.0 << 10.0;
    QTest::newRow("30 days") << qint64(2'592'000) << 300.0 << 10.0;
}

void RenewalTest::instant()
{
    QFETCH(qint64, life);
    QFETCH(double, margin);
    QFETCH(double, greatestJitter);
    const AccessToken token = tokenOfLife(std::chrono::seconds(life));
    const auto secondsLeft = [&](double jitter) {
        return std::chrono::duration<double>(*token.expiresAt - *renewalInstant(token, jitter)).count();
    };
    QCOMPARE(secondsLeft(0), margin);
    QCOMPARE(secondsLeft(0.5), margin - greatestJitter / 2);
    QVERIFY(secondsLeft(0.999999) > margin - greatestJitter);
    // At most one renewal a half-life, and never after the end.
    QVERIFY(*renewalInstant(token, 0) - start >= std::chrono::seconds(life) / 2);
    QVERIFY(*renewalInstant(token, 0.999999) < *token.expiresAt);
}

void RenewalTest::notByItself()
{
    QVERIFY(!renewalInstant(tokenOfLife({}), 0));
    QVERIFY(!renewalInstant(tokenOfLife(0s), 0));
    QVERIFY(!renewalInstant(tokenOfLife(-5s), 0));
}

void RenewalTest::backsOff()
{
    const QList<int> expected{5, 10, 20, 40};
    for (int failures = 1; failures <= expected.size(); ++failures)
        QCOMPARE(renewalBackoff(failures), std::chrono::seconds(expected.at(failures - 1)));
    QVERIFY(!renewalBackoff(5));
    QVERIFY(!renewalBackoff(6));
    QVERIFY(!renewalBackoff(1'000));
    QVERIFY(!renewalBackoff(0));
}

void RenewalTest::tellsLife()
{
    const AccessToken token = tokenOfLife(60s);
    QCOMPARE(token.life(), std::optional<nanoseconds>(60s));
    QCOMPARE(token.remaining(start + 59s), std::optional<nanoseconds>(1s));
    QCOMPARE(token.remaining(start + 2h), std::optional<nanoseconds>(0s));
    QVERIFY(!token.isExpired(start + 60s - 1ns));
    QVERIFY(token.isExpired(start + 60s));

    const AccessToken unknown = tokenOfLife({});
    QVERIFY(!unknown.life());
    QVERIFY(!unknown.remaining(start));
    QVERIFY(!unknown.isExpired(start + 100'000h));
}

QTEST_GUILESS_MAIN(RenewalTest)
#include "tst_renewal.moc"
