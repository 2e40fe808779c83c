// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/connection.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace Tenantscope::Demo {

void OpenSockets::add(int descriptor)
{
    const std::lock_guard lock(m_mutex);
    m_descriptors.insert(descriptor);
    if (m_isShut)
        ::shutdown(descriptor, SHUT_RDWR);
}

void OpenSockets::remove(int descriptor)
{
    const std::lock_guard lock(m_mutex);
    m_descriptors.erase(descriptor);
}

void OpenSockets::shutAll()
{
    const std::lock_guard lock(m_mutex);
    m_isShut = true;
    for (const int descriptor : m_descriptors)
        ::shutdown(descriptor, SHUT_RDWR);
}

Connection::Connection(int descriptor, SSL *tls)
    : m_descriptor(descriptor)
    , m_tls(tls)
{
}

bool Connection::waitForRequest(std::chrono::milliseconds time)
{
    if (m_isBroken)
        return false;
    if (is_readable())
        return true;
    pollfd descriptor{.fd = m_descriptor, .events = POLLIN, .revents = 0};
    int ready = 0;
    do {
        ready = ::poll(&descriptor, 1, static_cast<int>(time.count()));
    } while (ready < 0 && errno == EINTR);
    // Tells an end from a request: httplib would answer 400 to the former.
    return ready > 0 && receive() > 0;
}

bool Connection::is_readable() const
{
    return m_begin < m_end || (m_tls && SSL_pending(m_tls) > 0);
}

ssize_t Connection::read(char *data, size_t size)
{
    if (m_begin == m_end) {
        const ssize_t received = receive();
        if (received <= 0)
            return received;
    }
    const size_t count = std::min(size, m_end - m_begin);
    std::memcpy(data, m_buffer.data() + m_begin, count);
    m_begin += count;
    return static_cast<ssize_t>(count);
}

ssize_t Connection::write(const char *data, size_t size)
{
    size_t written = 0;
    while (written < size && !m_isBroken) {
        const ssize_t count = sendSome(data + written, size - written);
        if (count <= 0)
            m_isBroken = true;
        else
            written += static_cast<size_t>(count);
    }
    return m_isBroken ? -1 : static_cast<ssize_t>(written);
}

// Only loopback gets here, and nobody asks who it is.
void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip = "loopback";
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip = "loopback";
    port = 0;
}

ssize_t Connection::receive()
{
    ssize_t count = 0;
    if (m_tls) {
        size_t received = 0;
        ERR_clear_error();
        count = SSL_read_ex(m_tls, m_buffer.data(), m_buffer.size(), &received) == 1
            ? static_cast<ssize_t>(received)
            : 0;
    } else {
        do {
            count = ::recv(m_descriptor, m_buffer.data(), m_buffer.size(), 0);
        } while (count < 0 && errno == EINTR);
    }
    if (count <= 0)
        m_isBroken = true;
    m_begin = 0;
    m_end = count > 0 ? static_cast<size_t>(count) : 0;
    return count;
}

ssize_t Connection::sendSome(const char *data, size_t size)
{
    if (m_tls) {
        size_t sent = 0;
        ERR_clear_error();
        return SSL_write_ex(m_tls, data, size, &sent) == 1 ? static_cast<ssize_t>(sent) : -1;
    }
    ssize_t count = 0;
    do {
        count = ::send(m_descriptor, data, size, MSG_NOSIGNAL);
    } while (count < 0 && errno == EINTR);
    return count;
}

} // namespace Tenantscope::Demo
