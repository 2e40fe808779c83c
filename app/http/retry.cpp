// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/retry.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

/// Under which condition an outcome is tried again.
enum class Again {
    Never,
    RateLimited, ///< the server counts the requests: wait as it says
    Backoff,
    OnceMalformed,
};

Again afterStatus(Method method, int status)
{
    if (status == 429)
        return Again::RateLimited;
    if (status >= 500 || (status == 408 && method == Method::Get))
        return Again::Backoff;
    return Again::Never;
}

Again afterFailure(Method method, const Base::Error &error, bool bytesSent)
{
    const bool isGet = method == Method::Get;
    switch (error.kind) {
    case ErrorKind::ProxyFailed:
        if (error.status == 407) // wants a password: the next try would not have one either
            return Again::Never;
        [[fallthrough]];
    case ErrorKind::ConnectionFailed:
    case ErrorKind::ConnectTimeout:
        return isGet || !bytesSent ? Again::Backoff : Again::Never;
    case ErrorKind::FirstByteTimeout:
    case ErrorKind::SilenceTimeout:
    case ErrorKind::WholeTimeout:
    case ErrorKind::TransferBroken:
        return isGet ? Again::Backoff : Again::Never;
    case ErrorKind::Malformed:
    case ErrorKind::NotJson:
    case ErrorKind::EmptyAnswer:
        return isGet && error.status == 200 ? Again::OnceMalformed : Again::Never;
    default: // no such host, TLS, a redirect, a body over the cap, …: the next try would meet the same
        return Again::Never;
    }
}

Again afterOutcome(Method method, const AttemptOutcome &outcome)
{
    if (const auto *response = std::get_if<Response>(&outcome.result))
        return afterStatus(method, response->status);
    return afterFailure(method, std::get<Base::Error>(outcome.result), outcome.bytesSent);
}

/// Nobody means longer; and it keeps the sums below from overflowing.
constexpr std::chrono::seconds longestMeant = 24h * 36525;

std::optional<milliseconds> positive(qint64 seconds)
{
    if (seconds <= 0)
        return std::nullopt;
    return std::chrono::seconds(std::min<qint64>(seconds, longestMeant.count()));
}

std::optional<milliseconds> retryAfter(const Headers &headers)
{
    if (const std::optional<qint64> seconds = headers.integer("retry-after"))
        return positive(*seconds);
    const std::optional<QDateTime> date = headers.date("retry-after");
    const std::optional<QDateTime> sent = headers.date("date");
    return date && sent ? positive(sent->secsTo(*date)) : std::nullopt;
}

std::optional<milliseconds> untilReset(const Headers &headers)
{
    const std::optional<qint64> reset = headers.integer("x-ratelimit-reset");
    const std::optional<QDateTime> sent = headers.date("date");
    if (!reset || !sent || *reset <= 0)
        return std::nullopt;
    return positive(*reset - sent->toSecsSinceEpoch());
}

milliseconds backoff(Again again, int attempt, const Policy &policy)
{
    const milliseconds first = again == Again::RateLimited ? policy.limitBackoff : policy.backoff;
    return first * (1 << std::clamp(attempt - 1, 0, 16));
}

} // namespace

RetryDecision decideRetry(
    Method method, const Tries &tries, const AttemptOutcome &outcome, const Policy &policy,
    double jitter)
{
    RetryDecision decision;
    const Again again = afterOutcome(method, outcome);
    if (again == Again::Never || (again == Again::OnceMalformed && tries.malformed > 0))
        return decision;
    decision.rateLimited = again == Again::RateLimited;

    milliseconds wait = backoff(again, tries.attempt, policy);
    if (const auto *response = std::get_if<Response>(&outcome.result)) {
        const std::optional<milliseconds> asked = retryAfter(response->headers);
        if (asked && *asked > policy.longestWait) {
            decision.tooLong = std::chrono::duration_cast<std::chrono::seconds>(*asked);
            return decision;
        }
        if (asked)
            wait = *asked;
        else if (decision.rateLimited)
            wait = std::min(untilReset(response->headers).value_or(wait), policy.longestWait);
    }
    wait += milliseconds(qint64(double(wait.count()) * 0.25 * jitter));
    const bool patienceEnds = decision.rateLimited && tries.waited + wait > policy.patience;
    if (tries.attempt < policy.attempts && !patienceEnds)
        decision.wait = wait;
    return decision;
}

std::optional<milliseconds> requestedWait(const Headers &headers)
{
    const std::optional<milliseconds> asked = retryAfter(headers);
    return asked ? asked : untilReset(headers);
}

} // namespace Tenantscope::Http
