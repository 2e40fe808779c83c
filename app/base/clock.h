// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"

#include <QDateTime>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace Tenantscope::Base {

class Clock;

/// A promise to be woken; destroying it takes the promise back.
class Wake final
{
public:
    Wake() = default;
    Wake(Wake &&other) noexcept;
    Wake &operator=(Wake &&other) noexcept;
    ~Wake();

    void cancel();
    [[nodiscard]] bool isSet() const { return m_clock != nullptr; }

private:
    friend class Clock;
    Wake(Clock *clock, quint64 id);

    Clock *m_clock = nullptr;
    quint64 m_id = 0;
};

/// Tells the time and wakes: the only source of either in the program.
class Clock
{
public:
    virtual ~Clock();

    /// Elapsed time; never goes back, counts through suspend.
    [[nodiscard]] virtual Instant now() const = 0;
    /// The wall clock in UTC: for display, and for the times in what is signed.
    [[nodiscard]] virtual QDateTime wallNow() const = 0;
    /// What the wall clock shows, or will show, at \a instant, judged by its present setting.
    [[nodiscard]] QDateTime wallAt(Instant instant) const;

    /// Calls \a function from the event loop once, at \a instant or as soon after as can be; never from
    /// within this call. The clock must outlive the Wake.
    [[nodiscard]] Wake wakeAt(Instant instant, std::function<void()> function);
    [[nodiscard]] Wake wakeAfter(std::chrono::nanoseconds delay, std::function<void()> function);

protected:
    /// Asks the platform to call fireDue() at \a instant; nullopt: no call is needed.
    virtual void arm(std::optional<Instant> instant) = 0;
    void fireDue();

private:
    friend class Wake;
    void cancel(quint64 id);
    void armNext();

    struct Due
    {
        Instant instant;
        quint64 id;
        auto operator<=>(const Due &) const = default;
    };
    std::map<Due, std::function<void()>> m_due;
    std::map<quint64, Instant> m_instants;
    quint64 m_lastId = 0;
};

/// The machine's clock: CLOCK_BOOTTIME, with a timerfd on it, which fires on resume without polling.
class SystemClock final : public Clock
{
public:
    SystemClock();
    ~SystemClock() override;

    [[nodiscard]] Instant now() const override;
    [[nodiscard]] QDateTime wallNow() const override;

private:
    void arm(std::optional<Instant> instant) override;

    class Timer;
    std::unique_ptr<Timer> m_timer;
};

} // namespace Tenantscope::Base
