// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/answer.h"
#include "tests/support/certificates.h"

#include <QHash>
#include <QObject>
#include <QSsl>
#include <QTcpServer>
#include <QUrl>

#include <functional>
#include <optional>

namespace Tenantscope::Test {

/// One request as it arrived.
struct ReceivedRequest
{
    QByteArray method;
    QByteArray target; ///< path and query, as sent
    QList<std::pair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QByteArray bytes;   ///< all of it
    int connection = 0; ///< number of the connection it came on, from 1

    [[nodiscard]] QString path() const;                         ///< without query, decoded
    [[nodiscard]] QByteArray header(QByteArrayView name) const; ///< empty when absent
    [[nodiscard]] bool hasHeader(QByteArrayView name) const;
    [[nodiscard]] QByteArray parameter(
        QByteArrayView name) const; ///< of the query, percent-decoded
    [[nodiscard]] QByteArray formValue(
        QByteArrayView name) const; ///< of a form body, percent-decoded
};

/// A scripted HTTP/1.1 server on loopback that breaks HTTP as told; lives in the test's own thread.
///
///     FaultServer server;                                     // http on 127.0.0.1, a free port
///     server.answer(u"/oauth/token", Answer::json(token));    // from now on, for this path
///     server.next(u"/api/v2/clients", Answer::resetPeer());   // once, before the standing answer
///     server.handle(u"/api/v2/clients", [](const ReceivedRequest &request) { return …; });
///     … client asks server.url(u"/api/v2/clients") …
///     QCOMPARE(server.hits(u"/oauth/token"), 1);
///
/// A path that nobody scripted is answered with 404. Queued answers go first, then the handler, then the
/// standing answer. With an Identity it speaks TLS; url() then has https and `localhost`.
class FaultServer final : public QObject
{
    Q_OBJECT

public:
    using Handler = std::function<Answer(const ReceivedRequest &)>;

    explicit FaultServer(std::optional<Identity> identity = {}, QObject *parent = nullptr);
    ~FaultServer() override;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QUrl url(const QString &path) const;
    /// As a user types it: `http://127.0.0.1:PORT` or `localhost:PORT`.
    [[nodiscard]] QString domain() const;

    void answer(const QString &path, const Answer &answer);
    void next(const QString &path, const Answer &answer, int times = 1);
    void handle(const QString &path, Handler handler);
    void answerAll(const Answer &answer); ///< paths that nobody scripted
    void setTlsProtocol(QSsl::SslProtocol protocol) { m_tlsProtocol = protocol; }
    void stop(); ///< closes the listening socket: further connections are refused

    /// Connections that were accepted, TLS or not.
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int openConnections() const { return m_open; }
    [[nodiscard]] int hits(const QString &path) const { return m_hits.value(path); }
    [[nodiscard]] int hits() const { return int(m_requests.size()); }
    /// Bytes of requests that arrived, TLS off; unfinished requests included.
    [[nodiscard]] qint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] qint64 bytesSent() const { return m_bytesSent; } ///< of answers, TLS off
    [[nodiscard]] const QList<ReceivedRequest> &requests() const { return m_requests; }
    /// All bytes of all requests one after the other: to search for what must not be there.
    [[nodiscard]] QByteArray received() const;

Q_SIGNALS:
    void requestReceived(const Tenantscope::Test::ReceivedRequest &request);

private:
    friend class FaultConnection;
    class Listener;

    void accept(qintptr descriptor);
    [[nodiscard]] Answer take(const ReceivedRequest &request);

    std::optional<Identity> m_identity;
    QSsl::SslProtocol m_tlsProtocol = QSsl::TlsV1_2OrLater;
    QTcpServer *m_listener;
    QHash<QString, QList<Answer>> m_queued;
    QHash<QString, Handler> m_handlers;
    QHash<QString, Answer> m_standing;
    Answer m_fallback;
    QHash<QString, int> m_hits;
    QList<ReceivedRequest> m_requests;
    int m_connections = 0;
    int m_open = 0;
    qint64 m_bytesReceived = 0;
    qint64 m_bytesSent = 0;
};

} // namespace Tenantscope::Test
