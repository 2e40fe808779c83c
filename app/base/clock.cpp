// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/clock.h"

#include <QSocketNotifier>

#include <sys/timerfd.h>
#include <unistd.h>

#include <ctime>
#include <utility>
#include <vector>

namespace Tenantscope::Base {

Wake::Wake(Clock *clock, quint64 id)
    : m_clock(clock)
    , m_id(id)
{
}

Wake::Wake(Wake &&other) noexcept
    : m_clock(std::exchange(other.m_clock, nullptr))
    , m_id(other.m_id)
{
}

Wake &Wake::operator=(Wake &&other) noexcept
{
    if (this != &other) {
        cancel();
        m_clock = std::exchange(other.m_clock, nullptr);
        m_id = other.m_id;
    }
    return *this;
}

Wake::~Wake()
{
    cancel();
}

void Wake::cancel()
{
    if (Clock *clock = std::exchange(m_clock, nullptr))
        clock->cancel(m_id);
}

Clock::~Clock() = default;

QDateTime Clock::wallAt(Instant instant) const
{
    const auto away = std::chrono::duration_cast<milliseconds>(instant - now());
    return wallNow().addMSecs(away.count());
}

Wake Clock::wakeAt(Instant instant, std::function<void()> function)
{
    const quint64 id = ++m_lastId;
    m_due.emplace(Due{instant, id}, std::move(function));
    m_instants.emplace(id, instant);
    armNext();
    return Wake(this, id);
}

Wake Clock::wakeAfter(std::chrono::nanoseconds delay, std::function<void()> function)
{
    return wakeAt(now() + delay, std::move(function));
}

void Clock::fireDue()
{
    // Only what is due on entry: a function that asks to be woken at once is called in the next turn.
    std::vector<Due> due;
    const Instant present = now();
    for (const auto &[key, function] : m_due) {
        if (key.instant > present)
            break;
        due.push_back(key);
    }
    for (const Due &key : due) {
        const auto found = m_due.find(key);
        if (found == m_due.end()) // taken back by one of the functions before
            continue;
        const std::function<void()> function = std::move(found->second);
        m_due.erase(found);
        m_instants.erase(key.id);
        function();
    }
    armNext();
}

void Clock::cancel(quint64 id)
{
    const auto found = m_instants.find(id);
    if (found == m_instants.end())
        return;
    m_due.erase(Due{found->second, id});
    m_instants.erase(found);
    armNext();
}

void Clock::armNext()
{
    arm(m_due.empty() ? std::nullopt : std::optional(m_due.begin()->first.instant));
}

class SystemClock::Timer final
{
public:
    explicit Timer(const std::function<void()> &fire)
        : m_descriptor(timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC))
        , m_notifier(m_descriptor, QSocketNotifier::Read)
    {
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this, fire] {
            quint64 expirations = 0;
            if (::read(m_descriptor, &expirations, sizeof expirations) > 0)
                fire();
        });
    }

    ~Timer()
    {
        m_notifier.setEnabled(false);
        ::close(m_descriptor);
    }

    void set(std::optional<Instant> instant) const
    {
        itimerspec timer = {}; // all zero: disarmed
        if (instant) {
            // Zero would disarm; an instant in the past fires at once.
            const auto since = std::max(instant->time_since_epoch(), std::chrono::nanoseconds(1));
            const auto whole = std::chrono::duration_cast<seconds>(since);
            timer.it_value.tv_sec = whole.count();
            timer.it_value.tv_nsec = (since - whole).count();
        }
        timerfd_settime(m_descriptor, TFD_TIMER_ABSTIME, &timer, nullptr);
    }

private:
    int m_descriptor;
    QSocketNotifier m_notifier;
};

SystemClock::SystemClock()
    : m_timer(std::make_unique<Timer>([this] { fireDue(); }))
{
}

SystemClock::~SystemClock() = default;

Instant SystemClock::now() const
{
    timespec time = {};
    clock_gettime(CLOCK_BOOTTIME, &time);
    return Instant(seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec));
}

QDateTime SystemClock::wallNow() const
{
    return QDateTime::currentDateTimeUtc();
}

void SystemClock::arm(std::optional<Instant> instant)
{
    m_timer->set(instant);
}

} // namespace Tenantscope::Base
