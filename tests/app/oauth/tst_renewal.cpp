// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/renewal.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tenantscope::OAuth;
using namespace std::chrono_literals;
using std::chrono::nanoseconds;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using Tenantscope::Base::Instant;

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
    void triesAnew_data();
    void triesAnew();
    void tellsLife();
};

void RenewalTest::instant_data()
{
    QTest::addColumn<qint64>("life");
    QTest::addColumn<double>("margin");         // s left without jitter
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
        return std::chrono::duration<double>(*token.expiresAt - *renewalInstant(token, jitter))
            .count();
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

void RenewalTest::triesAnew_data()
{
    using enum ErrorKind;
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("retryAfter"); // s; 0: not said
    QTest::addColumn<int>("failures");
    QTest::addColumn<int>("nextTry"); // s; 0: never
    QTest::newRow("no network") << HostNotFound << 0 << 0 << 1 << 5;
    QTest::newRow("certificate, third") << CertificateRejected << 0 << 0 << 3 << 20;
    QTest::newRow("outcome unknown") << OutcomeUnknown << 0 << 0 << 1 << 5;
    QTest::newRow("captive portal") << NotJson << 200 << 0 << 1 << 5;
    QTest::newRow("server error") << ServerFailed << 503 << 0 << 4 << 40;
    QTest::newRow("enough") << ServerFailed << 503 << 0 << 5 << 0;
    QTest::newRow("refused") << TokenRefused << 401 << 0 << 1 << 0;
    QTest::newRow("redirected") << Redirected << 302 << 0 << 1 << 0;
    QTest::newRow("not found") << NotFound << 404 << 0 << 1 << 0;
    QTest::newRow("odd 4xx") << UnexpectedStatus << 405 << 0 << 1 << 0;
    QTest::newRow("odd other") << UnexpectedStatus << 299 << 0 << 1 << 5;
    QTest::newRow("DPoP") << TokenUnusable << 200 << 0 << 1 << 0;
    QTest::newRow("wrong CA file") << InvalidCaFile << 0 << 0 << 1 << 0;
    QTest::newRow("limited") << RateLimited << 429 << 0 << 1 << 5;
    QTest::newRow("limited, sooner than the backoff") << RateLimited << 429 << 2 << 1 << 5;
    QTest::newRow("limited, later") << RateLimited << 429 << 90 << 1 << 90;
    QTest::newRow("limited, at the edge") << RateLimited << 429 << 300 << 1 << 300;
    QTest::newRow("a quota") << RateLimited << 429 << 301 << 1 << 0;
    QTest::newRow("limited, enough") << RateLimited << 429 << 90 << 5 << 0;
}

void RenewalTest::triesAnew()
{
    QFETCH(ErrorKind, kind);
    QFETCH(int, status);
    QFETCH(int, retryAfter);
    QFETCH(int, failures);
    QFETCH(int, nextTry);
    Error error{.kind = kind, .status = status};
    if (retryAfter > 0)
        error.retryAt = start + std::chrono::seconds(retryAfter);
    const auto next = nextTryAfter(error, failures, start);
    QCOMPARE(next.has_value(), nextTry > 0);
    if (next)
        QCOMPARE(*next, start + std::chrono::seconds(nextTry));
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
