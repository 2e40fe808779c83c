// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

QT_BEGIN_NAMESPACE
class QDBusMessage;
class QDBusObjectPath;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// Listens for the screen being locked and the machine going to sleep: to logind on the system bus, and to both
/// interfaces of screensavers on the session bus. Without a bus, or without them, it stays silent.
class ScreenLock final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Begins to listen, without waiting for any answer. After the first paint.
    void start();
    /// The same on these buses.
    void start(const QDBusConnection &systemBus, const QDBusConnection &sessionBus);

Q_SIGNALS:
    /// The screen was locked, or the machine is about to sleep and waits until this has been dealt with. Comes for
    /// each cause, so more than once before unlocked().
    void locked();
    /// The screen is unlocked again and the machine awake.
    void unlocked();

private Q_SLOTS: // by name: QDBusConnection::connect knows nothing else
    void sleepTold(bool isFallingAsleep);
    void sessionLocked();
    void sessionUnlocked();
    void screensaverTold(bool isActive);

private:
    void delaySleep();
    void findSession();
    void listenToSession(const QDBusObjectPath &path);
    template<typename Reply, typename Function>
    void ask(const QDBusMessage &question, Function &&function);
    void tellUnlocked();

    QDBusConnection m_systemBus{QString()};
    QDBusUnixFileDescriptor m_sleepDelay; ///< logind waits, 5 s as a rule, until this is closed
    bool m_isAsleep = false;
    bool m_isScreenLocked = false;
};

} // namespace Tenantscope::Ui
