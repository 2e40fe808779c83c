// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/notifier.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QString service() // and interface
{
    return u"org.freedesktop.Notifications"_s;
}

QString path()
{
    return u"/org/freedesktop/Notifications"_s;
}

/// What a click on the notification itself is called.
QString clickAction()
{
    return u"default"_s;
}

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(service(), path(), service(), method);
}

} // namespace

Notifier::~Notifier()
{
    closeAll();
}

void Notifier::start()
{
    start(QDBusConnection::sessionBus());
}

void Notifier::start(const QDBusConnection &bus)
{
    m_bus = bus;
    if (!m_bus.isConnected())
        return;
    m_bus.connect(
        service(), path(), service(), u"ActionInvoked"_s, this, SLOT(actionInvoked(uint, QString)));
    m_bus.connect(
        service(), path(), service(), u"NotificationClosed"_s, this,
        SLOT(notificationClosed(uint, uint)));
    // Another one may give the same numbers to what others show.
    auto *watcher = new QDBusServiceWatcher(
        service(), m_bus, QDBusServiceWatcher::WatchForUnregistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, this, [this] { m_shown.clear(); });
}

void Notifier::show(Subject subject, const Text &text)
{
    if (!m_bus.isConnected())
        return;
    Shown &shown = m_shown[subject];
    shown.isUnwanted = false;
    if (shown.isAsking)
        shown.next = text;
    else
        ask(subject, text);
}

void Notifier::close(Subject subject)
{
    const auto shown = m_shown.find(subject);
    if (shown == m_shown.end())
        return;
    if (shown->isAsking) { // whatever is known of its id by now
        shown->next.reset();
        shown->isUnwanted = true;
        return;
    }
    closeNotification(shown->id);
    m_shown.erase(shown);
}

void Notifier::closeAll()
{
    const QList<Subject> all = m_shown.keys();
    for (const Subject subject : all)
        close(subject);
}

void Notifier::ask(Subject subject, const Text &text)
{
    m_shown[subject].isAsking = true;
    // Each time, for services come and go: one that knows no markup would show what escapes it.
    auto *watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, subject, text] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid())
            notify(subject, text, reply.value().contains(u"body-markup"_s));
        else
            answered(subject, {});
    });
}

void Notifier::notify(Subject subject, const Text &text, bool isMarkup)
{
    const Shown shown = m_shown.value(subject);
    if (shown.isUnwanted)
        return answered(subject, shown.id);
    QDBusMessage message = callOf(u"Notify"_s);
    const int usualTime = -1; // that of the service
    message << u"Tenantscope"_s << shown.id << QString() << text.summary
            << (isMarkup ? text.body.toHtmlEscaped() : text.body)
            << QStringList{clickAction(), tr("Show")} << QVariantMap() << usualTime;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, subject] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        answered(subject, reply.isValid() ? std::optional(reply.value()) : std::nullopt);
    });
}

/// \a id: that of the notification, 0 when there is none; nullopt: nobody shows it.
void Notifier::answered(Subject subject, std::optional<uint> id)
{
    Shown shown = m_shown.take(subject);
    if (!id)
        return;
    if (shown.isUnwanted)
        return closeNotification(*id);
    const std::optional<Text> next = std::exchange(shown.next, std::nullopt);
    m_shown.insert(subject, {.id = *id});
    if (next)
        ask(subject, *next);
}

void Notifier::closeNotification(uint id)
{
    if (id == 0)
        return;
    QDBusMessage message = callOf(u"CloseNotification"_s);
    message << id;
    message.setAutoStartService(false);
    m_bus.send(message);
}

std::optional<Notifier::Subject> Notifier::subjectOf(uint id) const
{
    for (auto shown = m_shown.begin(); shown != m_shown.end(); ++shown) {
        if (id != 0 && shown->id == id)
            return shown.key();
    }
    return {};
}

void Notifier::actionInvoked(uint id, const QString &action)
{
    const std::optional<Subject> subject = subjectOf(id);
    if (subject && action == clickAction())
        Q_EMIT activated(*subject);
}

void Notifier::notificationClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    const std::optional<Subject> subject = subjectOf(id);
    if (!subject)
        return;
    Shown &shown = m_shown[*subject];
    if (shown.isAsking)
        shown.id = 0; // what is to be shown next is a new one
    else
        m_shown.remove(*subject);
}

} // namespace Tenantscope::Ui
