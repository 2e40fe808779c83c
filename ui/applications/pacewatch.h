// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"

#include <QObject>

namespace Tenantscope::Session {
class RequestLog;
}

namespace Tenantscope::Ui {

/// Notices when requests wait for their turn for more than a moment, because the tenant's rate limit is all but used up.
class PaceWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds moment{1'000};

    /// \a log and \a clock must outlive the watch.
    PaceWatch(const Session::RequestLog &log, Base::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] bool isHeldBack() const { return m_isHeldBack; }

Q_SIGNALS:
    void changed();

private:
    void look();
    void setHeldBack(bool isHeldBack);

    const Session::RequestLog &m_log;
    Base::Clock &m_clock;
    Base::Wake m_wake;
    bool m_isHeldBack = false;
};

} // namespace Tenantscope::Ui
