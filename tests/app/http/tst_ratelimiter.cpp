// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/ratelimiter.h"

#include <QTest>
#include <queue>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Tenantscope::Base::Instant;
using namespace Tenantscope::Http;

namespace Tenantscope::Test {

namespace {

constexpr qint64 epoch = 1'800'000'000; // the server's clock at instant 0

Instant at(double seconds)
{
    return Instant(std::chrono::nanoseconds(std::llround(seconds * 1e9)));
}

double secondsOf(Instant instant)
{
    return std::chrono::duration<double>(instant.time_since_epoch()).count();
}

QByteArray httpDate(qint64 seconds)
{
    return QLocale::c()
        .toString(
            QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

Headers limits(qint64 limit, qint64 remaining, double now = 0, std::optional<double> reset = {})
{
    Headers headers;
    headers.append("Date", httpDate(epoch + qint64(std::floor(now))));
    headers.append("X-RateLimit-Limit", QByteArray::number(limit));
    headers.append("X-RateLimit-Remaining", QByteArray::number(remaining));
    if (reset)
        headers.append("X-RateLimit-Reset", QByteArray::number(epoch + qint64(std::ceil(*reset))));
    return headers;
}

/// A tenant's token bucket, as the server keeps it.
class TenantBucket final
{
public:
    TenantBucket(int limit, double rate)
        : m_limit(limit)
        , m_rate(rate)
        , m_level(limit)
    {
    }

    /// Takes a token; false: 429.
    bool take(double now)
    {
        m_level = std::min(m_limit, m_level + m_rate * (now - m_at));
        m_at = now;
        if (m_level < 1)
            return false;
        m_level -= 1;
        return true;
    }
    [[nodiscard]] double level() const { return m_level; }
    [[nodiscard]] Headers headers() const
    {
        const double full = m_at + (m_limit - m_level) / m_rate;
        return limits(qint64(m_limit), qint64(std::floor(m_level)), m_at, full);
    }

private:
    double m_limit;
    double m_rate;
    double m_level;
    double m_at = 0;
};

int reserveOf(int limit)
{
    return std::min(std::max(1, (limit + 3) / 4), limit - 1);
}

struct Plan
{
    int limit = 10;
    double rate = 2;
    double latency = 0.1;
    double handshake = 0.2; ///< of the first request on a connection
    double production = 0;  ///< requests a second that others make
    bool isBursty = false;  ///< by chance (Poisson) instead of evenly spaced
    double drawnAt = 0;     ///< when others make one single request; 0: never
    int pages = 60;
};

struct Outcome
{
    double took = 0;
    int ourRefusals = 0;
    int theirRefusals = 0;
    double lowest = 1e9; ///< level of the bucket after a request of ours
    int below = 0;       ///< requests of ours that left less than the reserve
    int mostInFlight = 0;
};

/// Lists \a plan.pages pages through a RateLimiter in simulated time, next to production's own requests.
class Simulation final
{
public:
    explicit Simulation(const Plan &plan)
        : m_plan(plan)
        , m_bucket(plan.limit, plan.rate)
        , m_toStart(plan.pages)
    {
    }

    /// Production alone, for \a duration seconds: what it is refused without us.
    int refusedAnyway(double duration)
    {
        int refused = 0;
        for (double now = nextProduction(0); now < duration; now = nextProduction(now))
            refused += m_bucket.take(now) ? 0 : 1;
        return refused;
    }

    Outcome run()
    {
        if (m_plan.drawnAt > 0)
            m_events.push({m_plan.drawnAt, [this](double now) { m_bucket.take(now); }});
        if (m_plan.production > 0)
            m_events.push({nextProduction(0), [this](double now) { produce(now); }});
        pump(0);
        while (m_answered < m_plan.pages && m_now < 3600) {
            const Event event = m_events.top();
            m_events.pop();
            m_now = event.time;
            event.action(m_now);
        }
        m_outcome.took = m_now;
        return m_outcome;
    }

private:
    struct Event
    {
        double time;
        std::function<void(double)> action;
        bool operator<(const Event &other) const { return time > other.time; }
    };

    void pump(double now)
    {
        while (m_toStart > 0) {
            const std::optional<Instant> start = m_limiter.nextStart(at(now));
            if (!start)
                return;
            if (*start > at(now)) {
                const int wake = ++m_wakes; // takes the place of an earlier one
                m_events.push({secondsOf(*start) + 1e-6, [this, wake](double then) {
                                   if (wake == m_wakes)
                                       pump(then);
                               }});
                return;
            }
            send(now);
        }
    }

    void send(double now)
    {
        --m_toStart;
        m_limiter.started(at(now));
        m_outcome.mostInFlight = std::max(m_outcome.mostInFlight, m_limiter.inFlight());
        const bool isNew = m_limiter.inFlight() > m_connections;
        m_connections = std::max(m_connections, m_limiter.inFlight());
        const double arrival = now + m_plan.latency / 2 + (isNew ? m_plan.handshake : 0);
        m_events.push({arrival, [this, now](double then) { serve(now, then); }});
    }

    void serve(double sentAt, double now)
    {
        const bool isServed = m_bucket.take(now);
        m_outcome.lowest = std::min(m_outcome.lowest, m_bucket.level());
        m_outcome.below += m_bucket.level() < reserveOf(m_plan.limit) - 0.25 ? 1 : 0;
        m_outcome.ourRefusals += isServed ? 0 : 1;
        const Headers headers = m_bucket.headers();
        m_events.push({now + m_plan.latency / 2, [this, sentAt, headers, isServed](double then) {
                           m_limiter.answered(isServed ? 200 : 429, headers, at(sentAt), at(then));
                           isServed ? ++m_answered : ++m_toStart;
                           pump(then);
                       }});
    }

    void produce(double now)
    {
        m_outcome.theirRefusals += m_bucket.take(now) ? 0 : 1;
        m_events.push({nextProduction(now), [this](double then) { produce(then); }});
    }

    double nextProduction(double now)
    {
        return m_plan.isBursty ? now + std::exponential_distribution(m_plan.production)(m_chance)
                               : now + 1 / m_plan.production;
    }

    Plan m_plan;
    TenantBucket m_bucket;
    RateLimiter m_limiter;
    std::priority_queue<Event> m_events;
    std::mt19937 m_chance{42};
    int m_toStart;
    int m_answered = 0;
    int m_connections = 0;
    int m_wakes = 0;
    double m_now = 0;
    Outcome m_outcome;
};

} // namespace

/// Pacing: rules 1 to 4, and their effect beside production traffic.
class RateLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void firstTravelsAlone();
    void withoutHeadersTwoASecond();
    void keepsReserve_data();
    void keepsReserve();
    void waitsForRefill();
    void resetBoundsTheWait();
    void holdsAfter429_data();
    void holdsAfter429();
    void oneAtATimeAfter429();
    void strange429TeachesNothing();
    void abandonedMayHaveCounted();
    void oneWhenOthersDraw();
    void overtakenAnswerLowersOnly();
    void absurdHeaders_data();
    void absurdHeaders();
    void plans_data();
    void plans();
    void losesNoTokenToRounding_data();
    void losesNoTokenToRounding();
    void oneDrawIsMadeGood_data();
    void oneDrawIsMadeGood();
    void besideProduction_data();
    void besideProduction();
    void besideBurstyProduction_data();
    void besideBurstyProduction();
};

void RateLimiterTest::firstTravelsAlone()
{
    RateLimiter limiter;
    QVERIFY(!limiter.gauge());
    QCOMPARE(limiter.nextStart(at(10)), std::optional(at(10)));
    limiter.started(at(10));
    QCOMPARE(limiter.nextStart(at(10)), std::nullopt);
    QCOMPARE(limiter.nextStart(at(100)), std::nullopt);
    limiter.answered(200, limits(50, 49), at(10), at(10.1));
    QCOMPARE(limiter.gauge(), std::optional(RateGauge{50, 49}));
    QCOMPARE(limiter.nextStart(at(10.1)), std::optional(at(10.1)));
}

void RateLimiterTest::withoutHeadersTwoASecond()
{
    RateLimiter limiter;
    limiter.started(at(10));
    limiter.answered(200, {}, at(10), at(10.1));
    QCOMPARE(limiter.nextStart(at(10.1)), std::optional(at(10.5)));
    QCOMPARE(limiter.usefulInFlight(), 1);
    QCOMPARE(limiter.nextStart(at(11)), std::optional(at(11)));
}

void RateLimiterTest::keepsReserve_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("lowestToSend"); // remaining with which one more may start
    QTest::newRow("2: 1 stays") << 2 << 2;
    QTest::newRow("3: 1 stays") << 3 << 2;
    QTest::newRow("5: 2 stay") << 5 << 3;
    QTest::newRow("10: 3 stay") << 10 << 4;
    QTest::newRow("50: 13 stay") << 50 << 14;
    QTest::newRow("1: nothing can stay") << 1 << 1;
}

void RateLimiterTest::keepsReserve()
{
    QFETCH(const int, limit);
    QFETCH(const int, lowestToSend);
    for (int remaining = 0; remaining <= limit; ++remaining) {
        RateLimiter limiter;
        limiter.started(at(1));
        limiter.answered(200, limits(limit, remaining), at(1), at(1));
        const std::optional<Instant> next = limiter.nextStart(at(1));
        QVERIFY(next.has_value());
        QCOMPARE(*next == at(1), remaining >= lowestToSend);
    }
}

void RateLimiterTest::waitsForRefill()
{
    // 10 at most, 3 stay, 2 are left: two must come at (unknown) 2 a second.
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(10, 2), at(1), at(1));
    QCOMPARE(limiter.nextStart(at(1)), std::optional(at(2)));
    // A request in flight needs one more.
    limiter.started(at(2));
    QCOMPARE(limiter.usefulInFlight(), 1);
}

void RateLimiterTest::resetBoundsTheWait()
{
    // Full in 2 s, whatever a refill of 2/s would say of 10 missing.
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(40, 1, 1, 3), at(1), at(1));
    const std::optional<Instant> next = limiter.nextStart(at(1));
    QVERIFY(next.has_value());
    QVERIFY(*next > at(1));
    QVERIFY(*next <= at(4.01));
}

void RateLimiterTest::holdsAfter429_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addColumn<double>("until");
    QTest::newRow("seconds") << QByteArray("7") << 17.0;
    QTest::newRow("none") << QByteArray() << 11.0;
    QTest::newRow("hours are not waited for") << QByteArray("36000") << 70.0;
    QTest::newRow("nonsense") << QByteArray("soon") << 11.0;
}

void RateLimiterTest::holdsAfter429()
{
    QFETCH(const QByteArray, retryAfter);
    QFETCH(const double, until);
    RateLimiter limiter;
    limiter.started(at(9));
    limiter.answered(200, limits(50, 49), at(9), at(9.1));
    limiter.started(at(9.5));
    Headers headers;
    if (!retryAfter.isEmpty())
        headers.append("Retry-After", retryAfter);
    limiter.answered(429, headers, at(9.5), at(10));
    const std::optional<Instant> next = limiter.nextStart(at(10));
    QVERIFY(next.has_value());
    QVERIFY(*next >= at(until));
    QVERIFY(limiter.nextStart(at(until - 0.1)).value() > at(until - 0.1));
}

void RateLimiterTest::oneAtATimeAfter429()
{
    RateLimiter limiter;
    limiter.started(at(9));
    limiter.answered(200, limits(50, 49), at(9), at(9.5));
    QCOMPARE_GT(limiter.usefulInFlight(), 1);
    limiter.started(at(9.5));
    limiter.answered(429, limits(50, 0), at(9.5), at(10));
    QCOMPARE(limiter.usefulInFlight(), 1);
    limiter.started(at(40));
    limiter.answered(200, limits(50, 49), at(40), at(40.5));
    QCOMPARE(limiter.usefulInFlight(), 1);
    limiter.started(at(80)); // a minute of peace later
    limiter.answered(200, limits(50, 49), at(80), at(80.5));
    QCOMPARE_GT(limiter.usefulInFlight(), 1);
}

void RateLimiterTest::strange429TeachesNothing()
{
    // Of another limit than the one in the headers, which still show tokens; then one without headers.
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(100, 99), at(1), at(1.1));
    for (const Headers &headers : {limits(100, 98), Headers(), limits(100, 97)}) {
        const double now = secondsOf(limiter.nextStart(at(2)).value());
        limiter.started(at(now));
        limiter.answered(429, headers, at(now), at(now + 0.1));
        QVERIFY(limiter.nextStart(at(now + 0.1)).value() >= at(now + 1.1));
        QVERIFY(limiter.nextStart(at(now + 0.1)).value() <= at(now + 1.2));
    }
    QCOMPARE(limiter.inFlight(), 0);
    for (int i = 0; i < 20; ++i) {
        limiter.started(at(10 + i * 0.1));
        limiter.answered(200, limits(100, 90 - i), at(10 + i * 0.1), at(10.1 + i * 0.1));
        QVERIFY(limiter.nextStart(at(10.1 + i * 0.1)).value() <= at(10.2 + i * 0.1));
    }
}

void RateLimiterTest::abandonedMayHaveCounted()
{
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(10, 4), at(1), at(1));
    QCOMPARE(limiter.nextStart(at(1)), std::optional(at(1)));
    limiter.started(at(1));
    limiter.abandoned(at(1));
    QCOMPARE(limiter.inFlight(), 0);
    QVERIFY(limiter.nextStart(at(1)).value() > at(1));
    // The same when the answer does not tell.
    limiter.started(at(5));
    limiter.answered(500, {}, at(5), at(5));
    QCOMPARE(limiter.inFlight(), 0);
}

void RateLimiterTest::oneWhenOthersDraw()
{
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(100, 99), at(1), at(1.1));
    QCOMPARE_GT(limiter.usefulInFlight(), 1);
    limiter.started(at(1.1));
    limiter.answered(200, limits(100, 90), at(1.1), at(1.2)); // eight went to somebody else
    QCOMPARE(limiter.usefulInFlight(), 1);
    limiter.started(at(1.2));
    limiter.answered(200, limits(100, 89), at(1.2), at(1.3));
    QCOMPARE_GT(limiter.usefulInFlight(), 1);
}

void RateLimiterTest::overtakenAnswerLowersOnly()
{
    RateLimiter limiter;
    limiter.started(at(1));
    limiter.answered(200, limits(50, 49), at(1), at(1.1));
    limiter.started(at(2));
    limiter.started(at(2.01));
    limiter.answered(200, limits(50, 48), at(2.01), at(2.2));
    limiter.answered(200, limits(50, 47), at(2), at(2.3));
    QCOMPARE(limiter.gauge(), std::optional(RateGauge{50, 47}));
    limiter.started(at(3));
    limiter.started(at(3.01));
    limiter.answered(200, limits(50, 40), at(3.01), at(3.2));
    limiter.answered(200, limits(50, 41), at(3), at(3.3));
    QCOMPARE(limiter.gauge(), std::optional(RateGauge{50, 40}));
}

void RateLimiterTest::absurdHeaders_data()
{
    QTest::addColumn<QByteArray>("limit");
    QTest::addColumn<QByteArray>("remaining");
    QTest::addColumn<QByteArray>("reset");
    QTest::newRow("zero limit") << QByteArray("0") << QByteArray("0") << QByteArray("1800000001");
    QTest::newRow("negative") << QByteArray("-5") << QByteArray("-1") << QByteArray("-1");
    QTest::newRow("huge") << QByteArray("9223372036854775807") << QByteArray("9223372036854775807")
                          << QByteArray("9223372036854775807");
    QTest::newRow("more than the limit") << QByteArray("5") << QByteArray("50") << QByteArray("0");
    QTest::newRow("words") << QByteArray("many") << QByteArray("some") << QByteArray("soon");
    QTest::newRow("far reset") << QByteArray("10") << QByteArray("0") << QByteArray("9999999999");
    QTest::newRow("past reset") << QByteArray("10") << QByteArray("0") << QByteArray("1");
}

void RateLimiterTest::absurdHeaders()
{
    QFETCH(const QByteArray, limit);
    QFETCH(const QByteArray, remaining);
    QFETCH(const QByteArray, reset);
    Headers headers;
    headers.append("Date", httpDate(epoch));
    headers.append("x-ratelimit-limit", limit);
    headers.append("x-ratelimit-remaining", remaining);
    headers.append("x-ratelimit-reset", reset);
    RateLimiter limiter;
    for (int i = 0; i < 5; ++i) {
        const double now = 1 + i * 100;
        limiter.started(at(now));
        limiter.answered(i == 3 ? 429 : 200, headers, at(now), at(now + 0.1));
        const std::optional<Instant> next = limiter.nextStart(at(now + 0.1));
        QVERIFY(next.has_value());
        QVERIFY(*next <= at(now + 62));
        QCOMPARE_GE(limiter.usefulInFlight(), 1);
        QCOMPARE_LE(limiter.usefulInFlight(), 6);
    }
}

void RateLimiterTest::plans_data()
{
    QTest::addColumn<Plan>("plan");
    struct Named
    {
        const char *name;
        int limit;
        double rate;
    };
    for (const Named &named :
         {Named{"Free", 2, 2},
          {"self-service", 5, 100.0 / 60},
          {"others", 10, 2.5},
          {"Enterprise test", 10, 2},
          {"Enterprise", 50, 16},
          {"Private Cloud", 100, 100}}) {
        for (const double latency : {0.02, 0.1, 0.25}) {
            for (const int pages : {10, 40, 300})
                QTest::addRow("%s, %g s, %d pages", named.name, latency, pages) << Plan{
                    .limit = named.limit, .rate = named.rate, .latency = latency, .pages = pages};
        }
    }
}

void RateLimiterTest::plans()
{
    QFETCH(const Plan, plan);
    const Outcome outcome = Simulation(plan).run();
    const int burst = plan.limit - reserveOf(plan.limit);
    const double f = std::clamp(std::ceil(plan.rate * plan.latency), 1.0, 6.0);
    const double byRate = std::max(0.0, (plan.pages - burst) / plan.rate);
    const double byLatency = plan.latency * (1 + std::ceil((plan.pages - 1) / f));
    const double bound = std::max(byRate, byLatency);
    qInfo(
        "took %.2f s, bound %.2f s, lowest %.2f of reserve %d", outcome.took, bound, outcome.lowest,
        reserveOf(plan.limit));
    // Connections that must be made first are not in the bound; the rest may cost a tenth.
    QCOMPARE_LE(outcome.took, 1.1 * bound + 2.5 * plan.handshake);
    QCOMPARE_GE(outcome.lowest, reserveOf(plan.limit) - 0.25);
    QCOMPARE(outcome.ourRefusals, 0);
    QCOMPARE_LE(outcome.mostInFlight, 6);
}

void RateLimiterTest::losesNoTokenToRounding_data()
{
    QTest::addColumn<double>("latency");
    for (const double latency : {0.02, 0.1, 0.25})
        QTest::addRow("%g s", latency) << latency;
}

/// `remaining` is rounded down, and a token takes 0.6 s to come.
void RateLimiterTest::losesNoTokenToRounding()
{
    QFETCH(const double, latency);
    const Plan plan{.limit = 5, .rate = 100.0 / 60, .latency = latency, .pages = 18};
    const Outcome outcome = Simulation(plan).run();
    const double bound = (plan.pages - (plan.limit - reserveOf(plan.limit))) / plan.rate;
    QCOMPARE_LE(outcome.took, bound + plan.handshake + latency + 0.3); // half a token
    QCOMPARE_GE(outcome.lowest, reserveOf(plan.limit) - 0.25);
}

void RateLimiterTest::oneDrawIsMadeGood_data()
{
    QTest::addColumn<Plan>("plan");
    for (const auto &[limit, rate] : {std::pair{5, 100.0 / 60}, {10, 2.0}, {10, 2.5}, {50, 16.0}}) {
        for (const double drawnAt : {6.0, 6.1, 6.2, 6.3, 6.4, 6.5})
            QTest::addRow("%d, %g a second, at %g s", limit, rate, drawnAt) << Plan{
                .limit = limit, .rate = rate, .latency = 0.02, .drawnAt = drawnAt, .pages = 120};
    }
}

/// One request of somebody else's looks like a fraction that was rounded off. It may be taken for one once.
void RateLimiterTest::oneDrawIsMadeGood()
{
    QFETCH(const Plan, plan);
    const Outcome outcome = Simulation(plan).run();
    QCOMPARE_LE(outcome.below, 2); // the one under way, and the one after it
    QCOMPARE_GE(outcome.lowest, reserveOf(plan.limit) - 1.25);
}

void RateLimiterTest::besideProduction_data()
{
    QTest::addColumn<Plan>("plan");
    struct Named
    {
        const char *name;
        int limit;
        double rate;
    };
    for (const Named &named :
         {Named{"Free", 2, 2},
          {"self-service", 5, 100.0 / 60},
          {"Enterprise test", 10, 2},
          {"Enterprise", 50, 16},
          {"Private Cloud", 100, 100}}) {
        for (const double share : {0.25, 0.5, 0.9}) {
            if (named.limit < 10 && share > 0.5)
                continue; // one token and what is left of the refill: nobody can stay out of the way
            const Plan plan{
                .limit = named.limit,
                .rate = named.rate,
                .production = share * named.rate,
                .pages = 100};
            QTest::addRow("%s, %g of the refill", named.name, share) << plan;
        }
    }
}

void RateLimiterTest::besideProduction()
{
    QFETCH(const Plan, plan);
    const Outcome outcome = Simulation(plan).run();
    qInfo(
        "took %.1f s, lowest %.2f of reserve %d", outcome.took, outcome.lowest,
        reserveOf(plan.limit));
    QCOMPARE(outcome.theirRefusals, 0);
    QCOMPARE(outcome.ourRefusals, 0);
    // Theirs may come between our count and our request.
    QCOMPARE_GE(outcome.lowest, reserveOf(plan.limit) - 2.0);
}

void RateLimiterTest::besideBurstyProduction_data()
{
    QTest::addColumn<Plan>("plan");
    QTest::addColumn<int>("refusable"); // of their requests: what a small reserve cannot prevent
    const auto row = [](const char *name, int limit, double rate, double share, int refusable) {
        QTest::addRow("%s, %g of the refill", name, share) << Plan{
            .limit = limit,
            .rate = rate,
            .production = share * rate,
            .isBursty = true,
            .pages = 100} << refusable;
    };
    row("Enterprise test", 10, 2, 0.25, 0);
    row("Enterprise test", 10, 2, 0.5, 3);
    row("Enterprise", 50, 16, 0.25, 0);
    row("Enterprise", 50, 16, 0.5, 0);
    row("Enterprise", 50, 16, 0.9, 0);
    row("Private Cloud", 100, 100, 0.25, 0);
    row("Private Cloud", 100, 100, 0.5, 0);
    row("Private Cloud", 100, 100, 0.9, 0);
}

void RateLimiterTest::besideBurstyProduction()
{
    QFETCH(const Plan, plan);
    QFETCH(const int, refusable);
    const Outcome outcome = Simulation(plan).run();
    qInfo(
        "took %.1f s; refused: ours %d, theirs %d", outcome.took, outcome.ourRefusals,
        outcome.theirRefusals);
    QCOMPARE(outcome.ourRefusals, 0);
    QCOMPARE(Simulation(plan).refusedAnyway(outcome.took), 0);
    QCOMPARE_LE(outcome.theirRefusals, refusable);
}

} // namespace Tenantscope::Test

Q_DECLARE_METATYPE(Tenantscope::Test::Plan)

QTEST_GUILESS_MAIN(Tenantscope::Test::RateLimiterTest)
#include "tst_ratelimiter.moc"
