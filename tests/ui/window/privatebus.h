// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDBusConnection>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

namespace Tenantscope::Test {

/// A message bus of its own, which starts no services; plays the system's and the session's.
class PrivateBus final
{
public:
    PrivateBus()
    {
        QFile file(m_directory.filePath(QStringLiteral("bus.conf")));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("the bus could not be configured");
        file.write(QString(configuration).arg(m_directory.path()).toUtf8());
        file.close();
        m_daemon.start(
            QStringLiteral("dbus-daemon"),
            {QStringLiteral("--config-file=") + file.fileName(), QStringLiteral("--nofork"),
             QStringLiteral("--print-address")});
        if (!m_daemon.waitForReadyRead())
            qFatal("dbus-daemon does not start");
        m_address = QString::fromUtf8(m_daemon.readLine().trimmed());
    }
    ~PrivateBus()
    {
        for (const QString &name : m_connections)
            QDBusConnection::disconnectFromBus(name);
        m_daemon.kill();
        m_daemon.waitForFinished();
    }
    [[nodiscard]] QString address() const { return m_address; }
    QDBusConnection connect()
    {
        static int count = 0;
        m_connections.append(QStringLiteral("connection %1").arg(++count));
        return QDBusConnection::connectToBus(m_address, m_connections.constLast());
    }

private:
    static constexpr QLatin1StringView configuration{
        R"(<busconfig><type>session</type><listen>unix:dir=%1</listen>
<policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>)"};

    QTemporaryDir m_directory;
    QProcess m_daemon;
    QString m_address;
    QStringList m_connections;
};

} // namespace Tenantscope::Test
