// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/idlelock.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace Tenantscope::Ui {

namespace {

bool isInput(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride: // all there is of a key that an action takes
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
    case QEvent::TabletMove:
        return true;
    default:
        return false;
    }
}

} // namespace

IdleLock::IdleLock(Base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void IdleLock::setEnabled(bool isEnabled)
{
    if (isEnabled == std::exchange(m_isEnabled, isEnabled))
        return;
    if (!isEnabled) {
        m_wake.cancel();
        return qApp->removeEventFilter(this);
    }
    qApp->installEventFilter(this);
    m_lastInput = m_clock.now();
    wait();
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    if (isInput(*event)) {
        if (m_wake.isSet()
            && isOver()) { // what wakes a machine may come before the machine's timers do
            look();
            return true;
        }
        // Only noted: a pointer moves hundreds of times a second, look() comes once in a quarter of an hour.
        m_lastInput = m_clock.now();
        if (!m_wake.isSet())
            wait();
    }
    return QObject::eventFilter(watched, event);
}

void IdleLock::wait()
{
    m_wake = m_clock.wakeAt(m_lastInput + patience, [this] { look(); });
}

void IdleLock::look()
{
    m_wake.cancel();
    if (!isOver())
        return wait();
    Q_EMIT idle();
}

bool IdleLock::isOver() const
{
    return m_clock.now() >= m_lastInput + patience;
}

} // namespace Tenantscope::Ui
