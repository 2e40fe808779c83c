// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/ticker.h"

#include <QEvent>
#include <QWidget>

namespace Tenantscope::Ui {

using namespace std::chrono_literals;

Ticker::Ticker(Base::Clock &clock, QWidget *widget, Tick tick)
    : QObject(widget)
    , m_clock(clock)
    , m_tick(std::move(tick))
    , m_shown(widget->isVisible())
{
    widget->installEventFilter(this);
}

void Ticker::update()
{
    m_wake.cancel();
    if (!m_shown)
        return;
    if (const std::optional<Base::Instant> next = m_tick())
        m_wake = m_clock.wakeAt(*next, [this] { update(); });
}

bool Ticker::eventFilter(QObject *watched, QEvent *event)
{
    // A minimised window's children get Hide and Show as well, though they stay isVisible().
    if (event->type() == QEvent::Show && !m_shown) {
        m_shown = true;
        update();
    } else if (event->type() == QEvent::Hide) {
        m_shown = false;
        m_wake.cancel();
    }
    return QObject::eventFilter(watched, event);
}

Base::Instant nextChange(Base::Instant now, Base::Instant end, std::chrono::nanoseconds unit)
{
    // A little late, so that the text has surely changed when it is looked at.
    constexpr auto late = 1ms;
    const auto left = std::max(end - now, Base::Instant::duration(0));
    return end - (left / unit) * unit + late;
}

std::chrono::nanoseconds countdownUnit(std::chrono::nanoseconds remaining)
{
    if (remaining >= 48h)
        return 1h;
    return remaining >= 1h ? std::chrono::nanoseconds(1min) : std::chrono::nanoseconds(1s);
}

} // namespace Tenantscope::Ui
