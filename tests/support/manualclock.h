// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"

namespace Tenantscope::Test {

/// A clock that stands still until it is told to move.
class ManualClock final : public Base::Clock
{
public:
    [[nodiscard]] Base::Instant now() const override { return m_now; }
    [[nodiscard]] QDateTime wallNow() const override { return m_wall; }

    /// Lets \a duration pass on both clocks and calls, in order and at their instants, the functions due.
    void advance(std::chrono::nanoseconds duration)
    {
        const Base::Instant end = m_now + duration;
        while (m_next && *m_next <= end) {
            moveTo(std::max(*m_next, m_now));
            fireDue();
        }
        moveTo(end);
    }

    /// Lets \a duration pass without calling anything, as a sleeping machine does.
    void sleep(std::chrono::nanoseconds duration) { moveTo(m_now + duration); }

    /// Somebody sets the wall clock: elapsed time does not notice.
    void jumpWall(std::chrono::milliseconds by) { m_wall = m_wall.addMSecs(by.count()); }

    /// When the next function is due; nullopt: none.
    [[nodiscard]] std::optional<Base::Instant> nextWake() const { return m_next; }

private:
    void arm(std::optional<Base::Instant> instant) override { m_next = instant; }
    void moveTo(Base::Instant instant)
    {
        m_wall = m_wall.addMSecs(
            std::chrono::duration_cast<std::chrono::milliseconds>(instant - m_now).count());
        m_now = instant;
    }

    Base::Instant m_now{std::chrono::hours(1)};
    QDateTime m_wall{QDate(2026, 11, 24), QTime(12, 0), Qt::UTC};
    std::optional<Base::Instant> m_next;
};

/// Always the same "random" number.
class FixedRandom final : public Base::Random
{
public:
    explicit FixedRandom(double value = 0)
        : m_value(value)
    {
    }
    [[nodiscard]] double fraction() override { return m_value; }

private:
    double m_value;
};

} // namespace Tenantscope::Test
