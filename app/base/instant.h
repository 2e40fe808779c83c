// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>

namespace Tenantscope::Base {

using namespace std::chrono_literals;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// Tag of the elapsed clock: CLOCK_BOOTTIME, which counts through suspend and knows no wall clock.
struct ElapsedClock
{
    using duration = std::chrono::nanoseconds;
    using rep = duration::rep;
    using period = duration::period;
    using time_point = std::chrono::time_point<ElapsedClock>;
    static constexpr bool is_steady = true;
};

/// A point in elapsed time. Deadlines, lifetimes and countdowns are Instants, never dates.
using Instant = ElapsedClock::time_point;

} // namespace Tenantscope::Base
