// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/listener.h"

#include "app/demo/httpserver.h"

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;
using Base::ErrorKind;
using Base::Result;

namespace {

/// Whether this machine has ::1; containers often have not.
bool hasIpv6Loopback()
{
    const int descriptor = ::socket(AF_INET6, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0)
        return false;
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    const bool isThere = ::bind(
                             descriptor, reinterpret_cast<const sockaddr *>(&address),
                             sizeof address)
        == 0;
    ::close(descriptor);
    return isThere;
}

} // namespace

class Listener::Private
{
public:
    Private(TlsContext context, Handler handler)
        : m_tls(std::move(context))
        , m_handler(std::move(handler))
    {
    }

    /// Takes the port on both addresses; false when it is taken on one of them.
    bool bind(quint16 wanted, bool withIpv6)
    {
        m_ipv4 = std::make_unique<HttpServer>(m_tls.get(), m_handler);
        m_ipv6.reset();
        port = m_ipv4->bind("127.0.0.1", wanted);
        if (port == 0 || !withIpv6)
            return port != 0;
        m_ipv6 = std::make_unique<HttpServer>(m_tls.get(), m_handler);
        return m_ipv6->bind("::1", port) != 0;
    }

    void run()
    {
        m_ipv4->run();
        if (m_ipv6)
            m_ipv6->run();
    }

    quint16 port = 0;

private:
    TlsContext m_tls;
    Handler m_handler;
    std::unique_ptr<HttpServer> m_ipv4;
    std::unique_ptr<HttpServer> m_ipv6;
};

Result<std::unique_ptr<Listener>> Listener::start(
    quint16 port, const std::optional<ServerIdentity> &identity, Handler handler)
{
    TlsContext context = identity ? makeTlsContext(*identity) : nullptr;
    if (identity && !context)
        return Base::failure({.kind = ErrorKind::TlsFailed, .subject = u"demo tenant"_s});

    auto listener = std::make_unique<Private>(std::move(context), std::move(handler));
    // Some other program may have a free port of 127.0.0.1 on ::1; another try finds another.
    const int tries = port == 0 ? 20 : 1;
    const bool withIpv6 = hasIpv6Loopback();
    bool isBound = false;
    for (int i = 0; i < tries && !isBound; ++i)
        isBound = listener->bind(port, withIpv6);
    if (!isBound) {
        const QString where = u"localhost:"_s + QString::number(port);
        return Base::failure(
            {.kind = ErrorKind::ConnectionFailed,
             .subject = where,
             .detail = u"the port is taken or may not be used"_s});
    }
    listener->run();
    return std::unique_ptr<Listener>(new Listener(std::move(listener)));
}

Listener::Listener(std::unique_ptr<Private> listener)
    : d(std::move(listener))
{
}

Listener::~Listener() = default;

quint16 Listener::port() const
{
    return d->port;
}

} // namespace Tenantscope::Demo
