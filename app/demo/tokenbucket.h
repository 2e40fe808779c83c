// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Tenantscope::Demo {

/// Counts down a rate limit the way Auth0 states it: a bucket of `burst` tokens refilled at `rate` a second.
/// Not locked; time is handed in.
class TokenBucket final
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;

    /// What came of one request, with the numbers of its `x-ratelimit-…` headers.
    struct Outcome
    {
        bool isGranted = false;
        int limit = 0;
        int remaining = 0;
        std::chrono::nanoseconds untilFull{}; ///< `reset` tells when the bucket will be full again
        std::chrono::nanoseconds
            untilNext{}; ///< until one more request is granted; zero when one is now
    };

    /// A full bucket. \a rate and \a burst are at least 0.001 and 1.
    TokenBucket(double rate, int burst);

    /// Takes one token if there is one. \a now never goes back; if it does, nothing is refilled.
    [[nodiscard]] Outcome take(TimePoint now);

private:
    void refill(TimePoint now);

    double m_rate;
    double m_burst;
    double m_level;
    TimePoint m_filledAt{};
};

} // namespace Tenantscope::Demo
