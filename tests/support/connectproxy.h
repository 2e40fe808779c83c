// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QNetworkProxy>
#include <QObject>
#include <QString>
#include <QTcpServer>

#include <optional>

namespace Tenantscope::Test {

/// A scripted CONNECT proxy on loopback: tunnels every host to one loopback port, or refuses as told. With it tests
/// reach names like `contoso.eu.auth0.com` without DNS. A client is led here by the environment:
/// `qputenv("https_proxy", proxy.url())`, before it asks for the first time.
class ConnectProxy final : public QObject
{
    Q_OBJECT

public:
    explicit ConnectProxy(QObject *parent = nullptr);

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] QByteArray url() const; ///< `http://127.0.0.1:PORT`
    [[nodiscard]] QString name() const;   ///< `127.0.0.1:PORT`

    /// Where tunnels lead to.
    void setTarget(quint16 loopbackPort) { m_target = loopbackPort; }
    /// Answers with this head instead of tunnelling, e.g. `HTTP/1.1 502 Bad Gateway`; empty: closes.
    void refuse(QByteArray statusLine, QByteArrayList headers = {});
    void hang() { m_hangs = true; }
    void tunnel();

    /// First lines as received: `CONNECT contoso.eu.auth0.com:443 HTTP/1.1`.
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    [[nodiscard]] QByteArray received() const { return m_received; }

private:
    void serve(QTcpSocket *client);
    void answer(QTcpSocket *client);

    QTcpServer m_server;
    quint16 m_target = 0;
    std::optional<QByteArray> m_refusal;
    bool m_hangs = false;
    QByteArrayList m_requests;
    QByteArray m_received; ///< heads only, not what went through tunnels
};

} // namespace Tenantscope::Test
