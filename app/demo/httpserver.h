// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/connection.h"
#include "app/demo/listener.h"

#include <future>
#include <thread>

namespace Tenantscope::Demo {

struct FreeTlsContext
{
    void operator()(SSL_CTX *context) const;
};
using TlsContext = std::unique_ptr<SSL_CTX, FreeTlsContext>;

/// A context that serves \a identity; null when OpenSSL refuses it.
[[nodiscard]] TlsContext makeTlsContext(const ServerIdentity &identity);

/// cpp-httplib's server on one loopback address, with connections that can be shut.
class HttpServer final : public httplib::Server
{
public:
    /// \a tls, null for HTTP in clear, must outlive the server.
    HttpServer(SSL_CTX *tls, const Listener::Handler &handler);
    ~HttpServer() override; ///< shuts all connections, joins all threads

    /// Takes \a port of \a address, any free one for 0; returns it, or 0 when it is taken.
    [[nodiscard]] quint16 bind(const char *address, quint16 port);
    /// Starts to accept; returns once it does.
    void run();

private:
    bool process_and_close_socket(socket_t descriptor) override;
    void serve(int descriptor, SSL *tls);

    SSL_CTX *m_tls;
    OpenSockets m_sockets;
    std::promise<void> m_started;
    std::thread m_thread;
};

} // namespace Tenantscope::Demo
