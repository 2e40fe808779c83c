// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"

#include <QObject>

#include <functional>
#include <optional>

QT_BEGIN_NAMESPACE
class QWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Keeps what a widget paints of the time right, and only while somebody can see it: no tick while hidden or
/// minimised, none when nothing changes.
class Ticker final : public QObject
{
    Q_OBJECT

public:
    /// Brings the widget up to date and says when that will be needed next; nullopt: not by the time alone.
    using Tick = std::function<std::optional<Base::Instant>()>;

    Ticker(Base::Clock &clock, QWidget *widget, Tick tick);

    /// Ticks now, if the widget is shown.
    void update();
    [[nodiscard]] bool isTicking() const { return m_wake.isSet(); }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Base::Clock &m_clock;
    Tick m_tick;
    Base::Wake m_wake;
    bool m_shown = false;
};

/// When a text that shows \a remaining in whole \a units, rounded down, will read differently next.
[[nodiscard]] Base::Instant nextChange(
    Base::Instant now, Base::Instant end, std::chrono::nanoseconds unit);
/// The unit in which countdownText() shows what is left.
[[nodiscard]] std::chrono::nanoseconds countdownUnit(std::chrono::nanoseconds remaining);

} // namespace Tenantscope::Ui
