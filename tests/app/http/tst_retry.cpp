// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/retry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;
using namespace Tenantscope::Http;

Q_DECLARE_METATYPE(Tenantscope::Http::AttemptOutcome)

namespace Tenantscope::Test {

namespace {

const QByteArray noon = "Tue, 24 Nov 2026 12:00:00 GMT";
constexpr qint64 noonStamp = 1'795'521'600;

AttemptOutcome answer(int status, const QList<Header> &fields = {})
{
    Response response;
    response.status = status;
    response.headers = Headers(fields);
    return {.result = response, .bytesSent = true};
}

AttemptOutcome failure(ErrorKind kind, bool bytesSent, int status = 0)
{
    return {.result = Error{.kind = kind, .status = status}, .bytesSent = bytesSent};
}

/// "GET 3" means: after a GET's first failure it is tried again, up to three times in all.
constexpr int never = 1;

} // namespace

/// The retry table, row by row.
class RetryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void attempts_data();
    void attempts();
    void malformedOnce();
    void waits_data();
    void waits();
    void jitter();
    void patience();
    void tooLong();
    void requested_data();
    void requested();
};

void RetryTest::attempts_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("get"); // attempts in all
    QTest::addColumn<int>("post");
    const auto status = [](int code, int get, int post) {
        QTest::addRow("status %d", code) << answer(code) << get << post;
    };
    for (const int code :
         {300, 301, 302, 304, 307, 308, 400, 401, 403, 404, 405, 409, 410, 418, 422, 451})
        status(code, never, never);
    status(408, 4, never);
    status(429, 4, 3);
    for (const int code : {500, 501, 502, 503, 504, 520, 599})
        status(code, 4, 3);

    const auto failed = [](const char *name, ErrorKind kind, int get, int unsentPost,
                           int sentPost) {
        QTest::addRow("%s, nothing sent", name) << failure(kind, false) << get << unsentPost;
        QTest::addRow("%s, sent", name) << failure(kind, true) << get << sentPost;
    };
    failed("no such host", ErrorKind::HostNotFound, never, never, never);
    failed("connection", ErrorKind::ConnectionFailed, 4, 3, never);
    failed("connect timeout", ErrorKind::ConnectTimeout, 4, 3, never);
    failed("proxy", ErrorKind::ProxyFailed, 4, 3, never);
    failed("first byte", ErrorKind::FirstByteTimeout, 4, never, never);
    failed("silence", ErrorKind::SilenceTimeout, 4, never, never);
    failed("whole", ErrorKind::WholeTimeout, 4, never, never);
    failed("transfer", ErrorKind::TransferBroken, 4, never, never);
    failed("outcome unknown", ErrorKind::OutcomeUnknown, never, never, never);
    failed("TLS", ErrorKind::TlsFailed, never, never, never);
    failed("certificate", ErrorKind::CertificateRejected, never, never, never);
    failed("redirect", ErrorKind::Redirected, never, never, never);
    failed("too large", ErrorKind::BodyTooLarge, never, never, never);
    failed("read only", ErrorKind::ReadOnly, never, never, never);
    failed("CA file", ErrorKind::InvalidCaFile, never, never, never);
    failed("cancelled", ErrorKind::Cancelled, never, never, never);
    QTest::newRow("proxy wants a password")
        << failure(ErrorKind::ProxyFailed, false, 407) << never << never;
    QTest::newRow("empty 204") << failure(ErrorKind::EmptyAnswer, true, 204) << never << never;
    QTest::newRow("malformed 201") << failure(ErrorKind::Malformed, true, 201) << never << never;
}

void RetryTest::attempts()
{
    QFETCH(const AttemptOutcome, outcome);
    for (const auto &[method, policy, column] :
         {std::tuple(Method::Get, Policy::management(), "get"),
          std::tuple(Method::PostToken, Policy::token(), "post")}) {
        const int allowed = *static_cast<int *>(QTest::qData(column, QMetaType::Int));
        int attempt = 1;
        while (decideRetry(method, {.attempt = attempt}, outcome, policy, 0).wait)
            ++attempt;
        QCOMPARE(attempt, allowed);
    }
}

void RetryTest::malformedOnce()
{
    for (const ErrorKind kind :
         {ErrorKind::Malformed, ErrorKind::NotJson, ErrorKind::EmptyAnswer}) {
        const AttemptOutcome outcome = failure(kind, true, 200);
        const Policy policy;
        QVERIFY(decideRetry(Method::Get, {.attempt = 1}, outcome, policy, 0).wait.has_value());
        QVERIFY(decideRetry(Method::Get, {.attempt = 3}, outcome, policy, 0).wait.has_value());
        QVERIFY(!decideRetry(Method::Get, {.attempt = 2, .malformed = 1}, outcome, policy, 0).wait);
        QVERIFY(!decideRetry(Method::PostToken, {.attempt = 1}, outcome, policy, 0).wait);
    }
}

void RetryTest::waits_data()
{
    QTest::addColumn<AttemptOutcome>("outcome");
    QTest::addColumn<int>("attempt");
    QTest::addColumn<milliseconds>("wait");
    QTest::addColumn<bool>("rateLimited");
    const auto row = [](const char *name, const AttemptOutcome &outcome, int attempt,
                        milliseconds wait, bool rateLimited) {
        QTest::newRow(name) << outcome << attempt << wait << rateLimited;
    };
    const Header date{"Date", noon};
    const auto reset = [](qint64 after) {
        return Header{"X-RateLimit-Reset", QByteArray::number(noonStamp + after)};
    };
    row("5xx, first", answer(500), 1, 500ms, false);
    row("5xx, second", answer(500), 2, 1000ms, false);
    row("5xx, third", answer(500), 3, 2000ms, false);
    row("broken, third", failure(ErrorKind::TransferBroken, true), 3, 2000ms, false);
    row("429, first", answer(429), 1, 1000ms, true);
    row("429, second", answer(429), 2, 2000ms, true);
    row("429, third", answer(429), 3, 4000ms, true);
    row("429, seconds", answer(429, {{"Retry-After", "7"}}), 3, 7000ms, true);
    row("429, date", answer(429, {date, {"retry-after", "Tue, 24 Nov 2026 12:00:09 GMT"}}), 1,
        9000ms, true);
    row("429, date but no Date", answer(429, {{"retry-after", noon}}), 1, 1000ms, true);
    row("429, past date", answer(429, {date, {"retry-after", "Tue, 24 Nov 2020 12:00:09 GMT"}}), 1,
        1000ms, true);
    row("429, zero", answer(429, {{"Retry-After", "0"}}), 1, 1000ms, true);
    row("429, negative", answer(429, {{"Retry-After", "-3"}}), 1, 1000ms, true);
    row("429, nonsense", answer(429, {{"Retry-After", "soon"}}), 1, 1000ms, true);
    row("429, reset", answer(429, {date, reset(5)}), 1, 5000ms, true);
    row("429, reset far away", answer(429, {date, reset(5000)}), 1, 60'000ms, true);
    row("429, reset past", answer(429, {date, reset(-5)}), 1, 1000ms, true);
    row("429, reset without Date", answer(429, {reset(5)}), 1, 1000ms, true);
    row("429, both", answer(429, {date, reset(50), {"Retry-After", "2"}}), 1, 2000ms, true);
    row("429, a minute", answer(429, {{"Retry-After", "60"}}), 1, 60'000ms, true);
    row("503, seconds", answer(503, {{"Retry-After", "3"}}), 1, 3000ms, false);
    row("500, the limit's reset says nothing", answer(500, {date, reset(5)}), 1, 500ms, false);
}

void RetryTest::waits()
{
    QFETCH(const AttemptOutcome, outcome);
    QFETCH(const int, attempt);
    QFETCH(const milliseconds, wait);
    QFETCH(const bool, rateLimited);
    const RetryDecision decision = decideRetry(Method::Get, {.attempt = attempt}, outcome, {}, 0);
    QCOMPARE(decision, (RetryDecision{.wait = wait, .rateLimited = rateLimited, .tooLong = {}}));
}

void RetryTest::jitter()
{
    const auto wait = [](double jitter) {
        return decideRetry(Method::Get, {}, answer(429, {{"Retry-After", "8"}}), {}, jitter).wait;
    };
    QCOMPARE(wait(0), std::optional(8000ms));
    QCOMPARE(wait(0.5), std::optional(9000ms));
    QVERIFY(*wait(0.999) > 9990ms);
    QVERIFY(*wait(0.999) < 10'000ms);
}

void RetryTest::patience()
{
    Policy policy;
    policy.attempts = 1000;
    Tries tries{.attempt = 20, .waited = 570s};
    const AttemptOutcome limited = answer(429, {{"Retry-After", "30"}});
    QVERIFY(decideRetry(Method::Get, tries, limited, policy, 0).wait.has_value());
    tries.waited = 571s;
    QVERIFY(!decideRetry(Method::Get, tries, limited, policy, 0).wait);
    // Patience is for 429 only.
    QVERIFY(decideRetry(Method::Get, tries, answer(503, {{"Retry-After", "30"}}), policy, 0)
                .wait.has_value());
}

void RetryTest::tooLong()
{
    for (const int status : {429, 503}) {
        const RetryDecision decision = decideRetry(
            Method::Get, {}, answer(status, {{"Retry-After", "61"}}), {}, 0);
        QVERIFY(!decision.wait);
        QCOMPARE(decision.tooLong, std::optional(61s));
    }
    const AttemptOutcome inTenYears = answer(
        429, {{"Date", noon}, {"Retry-After", "Tue, 24 Nov 2036 12:00:00 GMT"}});
    const RetryDecision decision = decideRetry(Method::Get, {}, inTenYears, {}, 0.5);
    QVERIFY(!decision.wait);
    QCOMPARE(decision.tooLong, std::optional(std::chrono::seconds(3653 * 86400)));
}

void RetryTest::requested_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<qint64>("milliseconds"); // −1: none
    QTest::newRow("none") << QByteArray() << qint64(-1);
    QTest::newRow("seconds") << QByteArray("12") << qint64(12'000);
    QTest::newRow("padded") << QByteArray(" 12 ") << qint64(12'000);
    QTest::newRow("fraction") << QByteArray("1.5") << qint64(-1);
    QTest::newRow("overflow") << QByteArray("99999999999999999999") << qint64(-1);
    QTest::newRow("largest") << QByteArray("9223372036854775807") << qint64(36525) * 86'400'000;
    QTest::newRow("RFC 850") << QByteArray("Tuesday, 24-Nov-26 12:01:00 GMT") << qint64(60'000);
    QTest::newRow("asctime") << QByteArray("Tue Nov 24 12:01:00 2026") << qint64(60'000);
}

void RetryTest::requested()
{
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const qint64, milliseconds);
    const Headers headers({{"Date", noon}, {"Retry-After", retryAfter}});
    const std::optional<std::chrono::milliseconds> wait = requestedWait(headers);
    QCOMPARE(wait ? wait->count() : -1, milliseconds);
}

} // namespace Tenantscope::Test

Q_DECLARE_METATYPE(std::chrono::milliseconds)

QTEST_APPLESS_MAIN(Tenantscope::Test::RetryTest)
#include "tst_retry.moc"
