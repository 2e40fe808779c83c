// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/http/request.h"

#include <QNetworkReply>
#include <QSslConfiguration>

#include <list>
#include <optional>

QT_BEGIN_NAMESPACE
class QNetworkAccessManager;
QT_END_NAMESPACE

namespace Tenantscope::Http {

class OneShotBody;

/// Holds the connections: the one place that speaks to QNetworkAccessManager, and it knows `get` and `post` only.
class Network final
{
public:
    /// \a caFile as for Client. Nothing is read or set up before the first request.
    explicit Network(QString caFile);
    ~Network();

    /// As Client::warmUp().
    static void warmUp();
    /// Why no request to \a url can be made: InvalidCaFile.
    [[nodiscard]] std::optional<Base::Error> obstacle(const QUrl &url);
    /// Starts \a request, which passed the guard and met no obstacle. The reply is the caller's until release().
    [[nodiscard]] QNetworkReply *start(const Request &request);
    /// What became of a reply's connection.
    enum class Connection { Made, NeverMade };
    /// Drops \a reply, finished or not. Qt keeps a connection that is still being made and lets later requests to
    /// the host wait for it, for minutes: after one that was never made they start with fresh connections.
    void release(QNetworkReply *reply, Connection connection);
    /// As Client::dropConnections().
    void dropConnections();
    /// As Client::setCaFile().
    void setCaFile(const QString &caFile);
    [[nodiscard]] QString caFile() const { return m_caFile; }
    /// The body of a POST that start() returned, else null; it lives with the reply.
    [[nodiscard]] static OneShotBody *bodyOf(QNetworkReply *reply);

    /// The header fields that \a request goes out with, credentials and Qt's own aside.
    [[nodiscard]] static Headers plainHeaders(const Request &request);
    /// The proxy for \a url as "host:port"; empty: none. Loopback is never proxied.
    [[nodiscard]] static QString proxyName(const QUrl &url);

private:
    class Proxies;

    /// A manager and how many replies of it are in use; only the last in the list gets new requests.
    struct Generation
    {
        QNetworkAccessManager *manager = nullptr;
        int inUse = 0;
        bool isRetired = false;
    };

    [[nodiscard]] QNetworkAccessManager &manager();
    void endRetired();
    [[nodiscard]] QNetworkRequest made(const Request &request) const;
    void readCaFile();

    QString m_caFile;
    std::optional<Base::Error> m_caProblem;
    std::optional<QSslConfiguration> m_tls; ///< of https, once it was needed
    QObject m_managers;                     ///< their parent
    std::list<Generation> m_generations;
};

} // namespace Tenantscope::Http
