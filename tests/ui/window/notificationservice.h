// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusMessage>
#include <QVariantMap>

#include <utility>

namespace Tenantscope::Test {

/// Answers as a desktop's notification service does; keeps what was asked of it as texts:
/// "Tenantscope 0→7 SUMMARY|BODY" (7 is what it gave for 0, nothing), "close 7".
class NotificationService final
    : public QObject
    , protected QDBusContext
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    static constexpr QLatin1StringView name{"org.freedesktop.Notifications"};
    static constexpr QLatin1StringView path{"/org/freedesktop/Notifications"};

    void serve(const QDBusConnection &bus)
    {
        m_bus = bus;
        m_bus.registerObject(path, this, QDBusConnection::ExportAllSlots);
        m_bus.registerService(name);
    }
    void click(uint id, const QString &action = QStringLiteral("default")) const
    {
        send(QStringLiteral("ActionInvoked"), id, action);
    }
    void tellClosed(uint id) const { send(QStringLiteral("NotificationClosed"), id, 2U); }
    void answerNow()
    {
        isHesitating = false;
        for (const auto &[question, id] : std::exchange(m_unanswered, {}))
            m_bus.send(question.createReply(id));
    }
    QStringList takeAsked() { return std::exchange(asked, {}); }

    QStringList capabilities{QStringLiteral("body"), QStringLiteral("actions")};
    QStringList asked;
    QStringList actions;       ///< of the last notification
    bool isHesitating = false; ///< does not answer Notify() before answerNow()

public Q_SLOTS:
    QStringList GetCapabilities() const { return capabilities; }
    uint Notify(
        const QString &application, uint replaced, const QString &icon, const QString &summary,
        const QString &body, const QStringList &offered, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(icon)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        const uint id = replaced ? replaced : ++m_last;
        asked.append(
            QStringLiteral("%1 %2→%3 %4|%5")
                .arg(application, QString::number(replaced), QString::number(id), summary, body));
        actions = offered;
        if (isHesitating) {
            setDelayedReply(true);
            m_unanswered.append({message(), id});
        }
        return id;
    }
    void CloseNotification(uint id) { asked.append(QStringLiteral("close %1").arg(id)); }

private:
    void send(const QString &signal, uint id, const QVariant &what) const
    {
        QDBusMessage message = QDBusMessage::createSignal(path, name, signal);
        message << id << what;
        m_bus.send(message);
    }

    uint m_last = 6; // the first one is 7
    QDBusConnection m_bus{QString()};
    QList<std::pair<QDBusMessage, uint>> m_unanswered;
};

} // namespace Tenantscope::Test
