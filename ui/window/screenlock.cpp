// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/screenlock.h"

#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QString login()
{
    return u"org.freedesktop.login1"_s;
}

QString managerPath()
{
    return u"/org/freedesktop/login1"_s;
}

QString manager()
{
    return u"org.freedesktop.login1.Manager"_s;
}

QString session()
{
    return u"org.freedesktop.login1.Session"_s;
}

QDBusMessage managerCall(const QString &method)
{
    return QDBusMessage::createMethodCall(login(), managerPath(), manager(), method);
}

} // namespace

void ScreenLock::start()
{
    start(QDBusConnection::systemBus(), QDBusConnection::sessionBus());
}

void ScreenLock::start(const QDBusConnection &systemBus, const QDBusConnection &sessionBus)
{
    m_systemBus = systemBus;
    if (m_systemBus.isConnected()) {
        m_systemBus.connect(
            login(), managerPath(), manager(), u"PrepareForSleep"_s, this, SLOT(sleepTold(bool)));
        delaySleep();
        findSession();
    }
    QDBusConnection bus = sessionBus;
    if (!bus.isConnected())
        return;
    // The name is that of the interface, too; the paths differ from desktop to desktop.
    for (const QString &name : {u"org.freedesktop.ScreenSaver"_s, u"org.gnome.ScreenSaver"_s})
        bus.connect(name, QString(), name, u"ActiveChanged"_s, this, SLOT(screensaverTold(bool)));
}

template<typename Reply, typename Function>
void ScreenLock::ask(const QDBusMessage &question, Function &&function)
{
    auto *watcher = new QDBusPendingCallWatcher(m_systemBus.asyncCall(question), this);
    connect(
        watcher, &QDBusPendingCallWatcher::finished, this,
        [watcher, function = std::forward<Function>(function)] {
            if (const QDBusPendingReply<Reply> reply = *watcher; reply.isValid())
                function(reply.value());
            watcher->deleteLater();
        });
}

/// Else the machine could be asleep before the secrets are gone, with them in its memory.
void ScreenLock::delaySleep()
{
    QDBusMessage question = managerCall(u"Inhibit"_s);
    question << u"sleep"_s << u"Tenantscope"_s << tr("Forgets tokens and secrets") << u"delay"_s;
    ask<QDBusUnixFileDescriptor>(question, [this](const QDBusUnixFileDescriptor &delay) {
        if (!m_isAsleep) // which it may have become meanwhile
            m_sleepDelay = delay;
    });
}

void ScreenLock::findSession()
{
    // "auto": our own, or, for a program started outside of any, the one its user has on a screen. Its signals come
    // from its true path only.
    QDBusMessage question = managerCall(u"GetSession"_s);
    question << u"auto"_s;
    ask<QDBusObjectPath>(question, [this](const QDBusObjectPath &path) { listenToSession(path); });
}

void ScreenLock::listenToSession(const QDBusObjectPath &path)
{
    m_systemBus.connect(login(), path.path(), session(), u"Lock"_s, this, SLOT(sessionLocked()));
    m_systemBus.connect(
        login(), path.path(), session(), u"Unlock"_s, this, SLOT(sessionUnlocked()));
}

void ScreenLock::sleepTold(bool isFallingAsleep)
{
    m_isAsleep = isFallingAsleep;
    if (!isFallingAsleep) {
        delaySleep();
        return tellUnlocked();
    }
    Q_EMIT locked();
    m_sleepDelay = {};
}

void ScreenLock::sessionLocked()
{
    m_isScreenLocked = true;
    Q_EMIT locked();
}

void ScreenLock::sessionUnlocked()
{
    // Not a count of causes: one lock of the screen may be told by several, its end by only one of them.
    if (std::exchange(m_isScreenLocked, false))
        tellUnlocked();
}

void ScreenLock::screensaverTold(bool isActive)
{
    isActive ? sessionLocked() : sessionUnlocked();
}

void ScreenLock::tellUnlocked()
{
    if (!m_isAsleep && !m_isScreenLocked)
        Q_EMIT unlocked();
}

} // namespace Tenantscope::Ui
