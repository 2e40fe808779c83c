// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/pacewatch.h"

#include "app/session/requestlog.h"

#include <algorithm>

namespace Tenantscope::Ui {

using Http::Exchange;
using Session::RequestLog;

namespace {

constexpr int latest = 16; // more than can be under way side by side

/// True when some request waits for its turn and none is under way: the network is free, the limit is not.
bool waitsForItsTurn(const RequestLog &log, Base::Instant now)
{
    bool waits = false;
    for (int index = std::max(0, log.size() - latest); index < log.size(); ++index) {
        const Exchange &exchange = log.at(index);
        if (exchange.state == Exchange::State::InFlight)
            return false;
        const bool isDue = exchange.state == Exchange::State::Waiting && exchange.waitsUntil
            && *exchange.waitsUntil <= now;
        waits = waits || isDue || exchange.state == Exchange::State::Queued;
    }
    return waits;
}

} // namespace

PaceWatch::PaceWatch(const RequestLog &log, Base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_clock(clock)
{
    connect(&log, &RequestLog::appended, this, &PaceWatch::look);
    connect(&log, &RequestLog::changed, this, &PaceWatch::look);
    connect(&log, &RequestLog::cleared, this, &PaceWatch::look);
}

void PaceWatch::look()
{
    // A wait the tenant asked for has words of its own; when it is over, nothing is heard of it: look again then.
    Base::Instant next = m_clock.now() + moment;
    bool mayWait = waitsForItsTurn(m_log, m_clock.now());
    for (int index = std::max(0, m_log.size() - latest); index < m_log.size(); ++index) {
        const std::optional<Base::Instant> until = m_log.at(index).waitsUntil;
        if (m_log.at(index).state == Exchange::State::Waiting && until && *until > m_clock.now()) {
            next = *until + moment;
            mayWait = true;
        }
    }
    m_wake.cancel();
    setHeldBack(false);
    if (mayWait)
        m_wake = m_clock.wakeAt(
            next, [this] { setHeldBack(waitsForItsTurn(m_log, m_clock.now())); });
}

void PaceWatch::setHeldBack(bool isHeldBack)
{
    if (isHeldBack == m_isHeldBack)
        return;
    m_isHeldBack = isHeldBack;
    Q_EMIT changed();
}

} // namespace Tenantscope::Ui
