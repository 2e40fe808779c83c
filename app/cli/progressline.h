// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"

#include <QString>

namespace Tenantscope::Cli {

/// Owns one line of a terminal that is rewritten as work goes on, at most ten times a second.
class ProgressLine final
{
public:
    static constexpr std::chrono::milliseconds interval{100};

    /// Shows nothing unless \a descriptor is a terminal that can rewrite a line.
    ProgressLine(int descriptor, Base::Clock &clock);
    ~ProgressLine(); ///< clears the line
    Q_DISABLE_COPY_MOVE(ProgressLine)

    /// Shows \a text, now or as soon as the interval allows; cut to the terminal's width.
    void show(const QString &text);
    /// Takes the line away, so that something else can be written.
    void clear();

private:
    void draw();

    int m_descriptor;
    Base::Clock &m_clock;
    bool m_enabled;
    QString m_text;
    QString m_drawn;
    std::optional<Base::Instant> m_drawnAt;
    Base::Wake m_wake;
};

} // namespace Tenantscope::Cli
