// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <set>

namespace Tenantscope::Demo {

/// Knows the sockets in use, to be able to shut them all from another thread: cpp-httplib would let an idle
/// connection finish its keep-alive time before it stops.
class OpenSockets final
{
public:
    void add(int descriptor);    ///< after shutAll(): shut at once
    void remove(int descriptor); ///< before it is closed
    void shutAll();

private:
    std::mutex m_mutex;
    std::set<int> m_descriptors;
    bool m_isShut = false;
};

/// A cpp-httplib stream over an accepted socket, in clear or in TLS.
class Connection final : public httplib::Stream
{
public:
    /// \a tls is null for a connection in clear. Owns neither.
    Connection(int descriptor, SSL *tls);

    /// Waits for the first byte of a request without polling; false when it does not come in \a time, or the
    /// connection is over.
    [[nodiscard]] bool waitForRequest(std::chrono::milliseconds time);

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override { return !m_isBroken; }
    ssize_t read(char *data, size_t size) override;
    ssize_t write(const char *data, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    [[nodiscard]] socket_t socket() const override { return m_descriptor; }

private:
    ssize_t receive();
    ssize_t sendSome(const char *data, size_t size);

    int m_descriptor;
    SSL *m_tls;
    std::array<char, 4096> m_buffer{}; // the library reads headers byte by byte
    size_t m_begin = 0;
    size_t m_end = 0;
    bool m_isBroken = false;
};

} // namespace Tenantscope::Demo
