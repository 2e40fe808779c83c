// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/tokenbucket.h"

#include <algorithm>
#include <cmath>

namespace Tenantscope::Demo {

namespace {

/// How long \a tokens take to flow in at \a rate a second.
std::chrono::nanoseconds flowTime(double tokens, double rate)
{
    const std::chrono::duration<double> time(std::max(tokens, 0.0) / rate);
    return std::chrono::ceil<std::chrono::nanoseconds>(time);
}

} // namespace

TokenBucket::TokenBucket(double rate, int burst)
    : m_rate(std::max(rate, 0.001))
    , m_burst(std::max(burst, 1))
    , m_level(m_burst)
{
}

TokenBucket::Outcome TokenBucket::take(TimePoint now)
{
    refill(now);
    // The sums of binary fractions fall short of the whole token by less than this.
    constexpr double dust = 1e-6;
    Outcome outcome;
    outcome.limit = static_cast<int>(m_burst);
    outcome.isGranted = m_level + dust >= 1;
    if (outcome.isGranted)
        m_level = std::max(m_level - 1, 0.0);
    outcome.remaining = static_cast<int>(std::floor(m_level + dust));
    outcome.untilFull = flowTime(m_burst - m_level, m_rate);
    outcome.untilNext = flowTime(1 - dust - m_level, m_rate);
    return outcome;
}

void TokenBucket::refill(TimePoint now)
{
    if (now <= m_filledAt)
        return;
    // From the first request on: before it the bucket is full anyway.
    const std::chrono::duration<double> passed = now - m_filledAt;
    m_level = std::min(m_burst, m_level + passed.count() * m_rate);
    m_filledAt = now;
}

} // namespace Tenantscope::Demo
