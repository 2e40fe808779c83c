// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"

#include <QObject>

namespace Tenantscope::Ui {

/// Tells when nobody has touched the program for a while. Off at first.
class IdleLock final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::minutes patience{15};

    /// \a clock must outlive this.
    explicit IdleLock(Base::Clock &clock, QObject *parent = nullptr);

    void setEnabled(bool isEnabled);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /// No key, pointer or wheel moved in this program's windows for `patience`; once until one does again.
    void idle();

private:
    void wait();
    void look();
    [[nodiscard]] bool isOver() const;

    Base::Clock &m_clock;
    Base::Instant m_lastInput;
    Base::Wake m_wake;
    bool m_isEnabled = false;
};

} // namespace Tenantscope::Ui
