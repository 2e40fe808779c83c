// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QHash>
#include <QObject>

#include <optional>

namespace Tenantscope::Ui {

/// Shows notifications on the desktop (Desktop Notifications Specification 1.2, `org.freedesktop.Notifications`): at most
/// one about each subject. Never waits; without a bus, or a service on it, nothing is shown.
class Notifier final : public QObject
{
    Q_OBJECT

public:
    /// What a notification is about. Only compared; nullptr is a subject, too.
    using Subject = const void *;
    /// Plain text, both.
    struct Text
    {
        QString summary;
        QString body;

        bool operator==(const Text &) const = default;
    };

    using QObject::QObject;
    /// Closes all.
    ~Notifier() override;

    /// Begins to use the session bus. After the first paint; nothing is shown before.
    void start();
    /// The same on \a bus.
    void start(const QDBusConnection &bus);

    /// In the place of what is shown about \a subject.
    void show(Subject subject, const Text &text);
    void close(Subject subject);
    void closeAll();

Q_SIGNALS:
    /// Its user clicked the notification.
    void activated(const void *subject);

private Q_SLOTS: // by name: QDBusConnection::connect knows nothing else
    void actionInvoked(uint id, const QString &action);
    void notificationClosed(uint id, uint reason);

private:
    struct Shown
    {
        uint id = 0;                ///< the service's; 0: not known yet
        bool isAsking = false;      ///< the service has been told, and has not answered yet
        std::optional<Text> next{}; ///< to be shown once it has
        bool isUnwanted = false;    ///< to be closed once it has
    };

    void ask(Subject subject, const Text &text);
    void notify(Subject subject, const Text &text, bool isMarkup);
    void answered(Subject subject, std::optional<uint> id);
    void closeNotification(uint id);
    [[nodiscard]] std::optional<Subject> subjectOf(uint id) const;

    QDBusConnection m_bus{QString()};
    QHash<Subject, Shown> m_shown;
};

} // namespace Tenantscope::Ui
