// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "app/http/headers.h"

#include <deque>
#include <optional>

namespace Tenantscope::Http {

/// What is known of a bucket, for the gauge in the status bar.
struct RateGauge
{
    qint64 limit = 0;
    qint64 remaining = 0;

    bool operator==(const RateGauge &) const = default;
};

/// Decides when the next Management API request may start, from what the answers' headers tell
/// (`x-ratelimit-limit`, `-remaining`, `-reset`; https://auth0.com/docs/troubleshoot/customer-support/operational-policies/rate-limit-policy).
///
/// The bucket belongs to the tenant: production draws from it too. So a reserve of a quarter of the bucket
/// (at least 1, at most limit − 1) is always left; before the first headers, and after a 429, one request
/// goes at a time; unknown refill counts as 2 a second. Pure: the caller brings the time.
class RateLimiter final
{
public:
    /// When another request may start: \a now, a later instant, or nullopt: only once a request in flight
    /// has been answered.
    [[nodiscard]] std::optional<Base::Instant> nextStart(Base::Instant now) const;

    void started(Base::Instant now);
    /// An answer came, \a sentAt its request's start; \a headers may lack the limits.
    void answered(int status, const Headers &headers, Base::Instant sentAt, Base::Instant now);
    /// No answer came: the request no longer counts as in flight, the server may have counted it.
    void abandoned(Base::Instant now);

    [[nodiscard]] int inFlight() const { return m_inFlight; }
    /// How many requests keep the bucket's refill busy at the latency seen: 1…6.
    [[nodiscard]] int usefulInFlight() const;
    [[nodiscard]] std::optional<RateGauge> gauge() const;

private:
    /// What one answer told of the bucket.
    struct Report
    {
        qint64 limit = 0;
        qint64 remaining = 0;
        double level = 0;     ///< what it held by our count: `remaining` is rounded down
        Base::Instant at;     ///< when the server counted, on the scale of our starts
        Base::Instant sentAt; ///< of the request that brought it
        qint64 ownStarts = 0; ///< how many requests of ours had started by `sentAt`, it included
        std::optional<double> untilReset; ///< seconds from the answer's Date to the reset
    };
    /// The refill lies between these, in requests a second.
    struct Bounds
    {
        double least = 0;
        double most = 1e9;
    };

    [[nodiscard]] static std::optional<Report> readReport(const Headers &headers);
    [[nodiscard]] static qint64 reserve(qint64 limit);
    [[nodiscard]] static Bounds boundsFromReset(const Report &report);
    [[nodiscard]] Bounds boundsFromUse(const Report &report) const;

    void take(Report report, Base::Instant sentAt, Base::Instant now);
    /// Makes \a report the newest; false: a newer one is there already.
    bool keep(Report report, Base::Instant sentAt, Base::Instant now);
    [[nodiscard]] double countedLevel(const Report &report) const;
    void learnRefill(bool wasFull);
    void learnMargin(double expected);
    void learnLatency(Base::Instant sentAt, Base::Instant now);
    /// What the bucket holds at \a now by \a report and the refill, others' use aside.
    [[nodiscard]] double level(const Report &report, Base::Instant now) const;

    int m_inFlight = 0;
    qint64 m_startCount = 0;
    std::deque<Base::Instant> m_starts; ///< the last few
    std::optional<Base::Instant> m_lastStart;
    std::optional<Report> m_report; ///< the newest by its request's start
    std::optional<Report> m_anchor; ///< an earlier one, to measure the refill from
    double m_uncounted = 0;         ///< answers without limits since the report: each took one
    double m_refill = 2;            ///< requests a second
    double m_leastRefill = 0;       ///< of it, the least that was seen to come
    double m_latency = 0;           ///< seconds, smoothed
    double m_leastLatency = 0;      ///< seconds; 0: none known
    double m_margin = 0;            ///< kept above the reserve while others draw by surprise
    bool m_othersDraw = false;      ///< `remaining` falls faster than our own calls explain
    std::optional<Base::Instant> m_heldUntil;     ///< after a 429
    std::optional<Base::Instant> m_cautiousUntil; ///< one at a time until then
};

} // namespace Tenantscope::Http
