// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/ratelimiter.h"

#include "app/http/retry.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;
using Tenantscope::Base::Instant;

namespace Tenantscope::Http {

namespace {

constexpr double unknownRefill = 2;    // requests a second
constexpr double slowestRefill = 0.05; // keeps every wait finite
constexpr int mostInFlight = 6;        // HTTP/1.1 channels to a host
constexpr auto longestHold = 60s;      // a longer wait ends the call that met it
constexpr auto caution = 60s;          // one at a time after a 429
constexpr auto measuring = 20s;        // window of the refill's measurement
constexpr size_t rememberedStarts = 64;
constexpr double marginKept = 0.9;             // of the margin, from one answer to the next
constexpr double leastMargin = 0.25;           // less is noise
constexpr qint64 largestLimit = 1'000'000'000; // more is a slip of the server's

double secondsOf(std::chrono::nanoseconds duration)
{
    return std::chrono::duration<double>(duration).count();
}

std::chrono::nanoseconds durationOf(double seconds)
{
    return std::chrono::nanoseconds(qint64(std::ceil(seconds * 1e9)));
}

} // namespace

std::optional<Instant> RateLimiter::nextStart(Instant now) const
{
    if (m_inFlight >= usefulInFlight())
        return std::nullopt;
    Instant start = now;
    if (m_heldUntil)
        start = std::max(start, *m_heldUntil);
    if (!m_report) {
        const auto pause = durationOf(1 / unknownRefill);
        return m_lastStart ? std::max(start, *m_lastStart + pause) : start;
    }
    const double least = double(reserve(m_report->limit) + 1 + m_inFlight);
    if (least > double(m_report->limit))
        return std::nullopt;
    const double needed = std::min(least + m_margin, double(m_report->limit));
    const double missing = needed + m_uncounted - m_report->level;
    if (missing <= 0)
        return start;
    double wait = std::min(missing / m_refill, secondsOf(longestHold));
    // Whatever the refill, at the reset the bucket is full if we have it to ourselves; both stamps are
    // whole seconds.
    if (m_report->untilReset && m_inFlight == 0 && m_uncounted == 0 && m_margin == 0)
        wait = std::min(wait, std::max(0.0, *m_report->untilReset) + 1);
    return std::max(start, m_report->at + durationOf(wait));
}

void RateLimiter::started(Instant now)
{
    ++m_inFlight;
    ++m_startCount;
    m_lastStart = now;
    m_starts.push_back(now);
    if (m_starts.size() > rememberedStarts)
        m_starts.pop_front();
}

void RateLimiter::answered(int status, const Headers &headers, Instant sentAt, Instant now)
{
    m_inFlight = std::max(0, m_inFlight - 1);
    if (m_cautiousUntil && now >= *m_cautiousUntil)
        m_cautiousUntil.reset();
    std::optional<Report> report = readReport(headers);
    if (status == 429) {
        const auto asked = requestedWait(headers).value_or(1s);
        m_heldUntil = now + std::min<std::chrono::nanoseconds>(asked, longestHold);
        m_cautiousUntil = *m_heldUntil + caution;
        // It took no token, and may be about another limit than the one that the headers tell of (a
        // tenant's global one): what they say counts, but nothing is concluded from it.
        m_anchor.reset();
        if (report)
            keep(std::move(*report), sentAt, now);
        return;
    }
    learnLatency(sentAt, now);
    if (report)
        take(std::move(*report), sentAt, now);
    else
        m_uncounted += 1;
}

void RateLimiter::abandoned(Instant)
{
    m_inFlight = std::max(0, m_inFlight - 1);
    m_uncounted += 1;
}

int RateLimiter::usefulInFlight() const
{
    if (!m_report || m_cautiousUntil || m_othersDraw)
        return 1;
    const double usable = double(m_report->remaining - reserve(m_report->limit));
    // A well filled bucket's burst may be used, part by part; else what the refill feeds.
    const double useful = std::max(m_refill * m_latency, usable / 4);
    return std::clamp(int(std::ceil(useful - 0.05)), 1, mostInFlight);
}

std::optional<RateGauge> RateLimiter::gauge() const
{
    if (!m_report)
        return std::nullopt;
    return RateGauge{m_report->limit, m_report->remaining};
}

std::optional<RateLimiter::Report> RateLimiter::readReport(const Headers &headers)
{
    const std::optional<qint64> limit = headers.integer("x-ratelimit-limit");
    const std::optional<qint64> remaining = headers.integer("x-ratelimit-remaining");
    if (!limit || !remaining || *limit < 1)
        return std::nullopt;
    Report report;
    report.limit = std::min(*limit, largestLimit);
    report.remaining = std::clamp<qint64>(*remaining, 0, report.limit);
    const std::optional<qint64> reset = headers.integer("x-ratelimit-reset");
    const std::optional<QDateTime> date = headers.date("date");
    if (reset && *reset > 0 && date)
        report.untilReset = double(*reset - date->toSecsSinceEpoch());
    return report;
}

qint64 RateLimiter::reserve(qint64 limit)
{
    const qint64 quarter = (limit + 3) / 4;
    return std::min(std::max<qint64>(1, quarter), limit - 1);
}

RateLimiter::Bounds RateLimiter::boundsFromReset(const Report &report)
{
    // At the reset the bucket is full again. Reset and Date are whole seconds, rounded we know not how, and
    // `remaining` is rounded down.
    const double missing = double(report.limit - report.remaining);
    if (!report.untilReset || *report.untilReset < 0 || missing < 1)
        return {};
    Bounds bounds;
    bounds.least = (missing - 1) / (*report.untilReset + 1);
    if (*report.untilReset > 2)
        bounds.most = missing / (*report.untilReset - 2);
    return bounds;
}

RateLimiter::Bounds RateLimiter::boundsFromUse(const Report &report) const
{
    if (!m_anchor)
        return {};
    const double elapsed = secondsOf(report.at - m_anchor->at);
    if (elapsed <= 0)
        return {};
    const qint64 own = report.ownStarts - m_anchor->ownStarts;
    const double gained = double(report.remaining - m_anchor->remaining + own);
    // Rounding is worth one; requests in flight may have been counted in another order.
    const double doubt = 1 + m_inFlight;
    return {(gained - doubt) / elapsed, (gained + doubt) / elapsed};
}

void RateLimiter::take(Report report, Instant sentAt, Instant now)
{
    const std::optional<Report> before = m_report;
    const double uncounted = m_uncounted;
    if (!keep(std::move(report), sentAt, now))
        return;
    if (before) {
        const qint64 drop = before->remaining - m_report->remaining;
        const qint64 own = m_report->ownStarts - before->ownStarts;
        m_othersDraw = drop > own + m_inFlight;
        learnMargin(level(*before, m_report->at) - uncounted - double(own));
    }
    learnRefill(before && level(*before, m_report->at) > double(before->limit) - 0.5);
}

bool RateLimiter::keep(Report report, Instant sentAt, Instant now)
{
    // The first answer's connection had to be made: nobody knows when it was counted, so take the latest.
    report.at = m_report ? std::max(sentAt, now - durationOf(m_leastLatency)) : now;
    report.sentAt = sentAt;
    const auto later = std::count_if(
        m_starts.begin(), m_starts.end(), [sentAt](Instant start) { return start > sentAt; });
    report.ownStarts = m_startCount - later;
    if (m_report && sentAt < m_report->sentAt) {
        // Answers overtook each other: the lower figure is the safe one.
        m_report->remaining = std::min(m_report->remaining, report.remaining);
        m_report->level = std::min(m_report->level, double(report.remaining));
        return false;
    }
    report.level = countedLevel(report);
    m_report = std::move(report);
    m_uncounted = 0;
    return true;
}

/// When `remaining` falls, by our own count since the report before, if that fits: a fraction of a token is worth the time it
/// takes to come. Believed once, for somebody else's request looks the same, and the next answer then tells the same again.
double RateLimiter::countedLevel(const Report &report) const
{
    const double told = double(report.remaining);
    const bool isAlone = m_inFlight == 0 && m_uncounted == 0 && !m_othersDraw && m_margin == 0;
    if (!m_report || m_report->limit != report.limit || !isAlone)
        return told;
    if (m_report->level > double(m_report->remaining) && report.remaining <= m_report->remaining)
        return told;
    const double gained = m_leastRefill * secondsOf(report.at - m_report->at);
    const double held = std::min(m_report->level + gained, double(report.limit));
    const double counted = held - double(report.ownStarts - m_report->ownStarts);
    return counted > told && counted < told + 1 ? counted : told;
}

/// \a wasFull: the bucket was, by our count, when the newest report was made.
void RateLimiter::learnRefill(bool wasFull)
{
    const Report &report = *m_report;
    const Bounds reset = boundsFromReset(report);
    Bounds use = boundsFromUse(report);
    if (wasFull) // what a full bucket was not given says nothing
        use.most = Bounds().most;
    // The estimate moves only as far as the evidence forces it. What was seen to come (others' use taken
    // off) outweighs what the headers promise.
    const double most = std::max(slowestRefill, std::min(reset.most, use.most));
    const double least = std::min(std::max(reset.least, use.least), most);
    m_refill = std::max(slowestRefill, std::clamp(m_refill, least, most));
    m_leastRefill = std::min(std::max(m_leastRefill, use.least), m_refill);

    const bool nearlyFull = report.remaining >= report.limit - 1;
    if (!m_anchor || wasFull || nearlyFull || m_anchor->limit != report.limit
        || report.at - m_anchor->at > measuring)
        m_anchor = report;
}

/// Others draw by chance: what they took beyond the \a expected is kept back next time.
void RateLimiter::learnMargin(double expected)
{
    const double shortfall = expected - double(m_report->remaining)
        - 1; // rounded down by less than one
    m_margin = std::max(m_margin * marginKept, shortfall);
    if (m_margin < leastMargin)
        m_margin = 0;
}

void RateLimiter::learnLatency(Instant sentAt, Instant now)
{
    const double latency = std::max(1e-6, secondsOf(now - sentAt));
    m_latency = m_latency > 0 ? 0.7 * m_latency + 0.3 * latency : latency;
    m_leastLatency = m_leastLatency > 0 ? std::min(m_leastLatency, latency) : latency;
}

double RateLimiter::level(const Report &report, Instant now) const
{
    const double gained = m_refill * secondsOf(now - report.at);
    return std::min(double(report.limit), double(report.remaining) + gained);
}

} // namespace Tenantscope::Http
