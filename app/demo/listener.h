// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/demo/certificates.h"
#include "app/demo/exchange.h"

#include <functional>
#include <memory>
#include <optional>

namespace Tenantscope::Demo {

/// Serves HTTP/1.1 on this machine's loopback addresses with cpp-httplib, on threads of its own, and knows
/// nothing of what is served.
class Listener final
{
public:
    /// Called from several threads at once.
    using Handler = std::function<Answer(const Request &)>;

    /// Listens on \a port of 127.0.0.1, and of ::1 where there is one; 0 takes a port free on both. With
    /// \a identity in TLS 1.2 or later. ErrorKind::ConnectionFailed when the port is taken.
    [[nodiscard]] static Base::Result<std::unique_ptr<Listener>> start(
        quint16 port, const std::optional<ServerIdentity> &identity, Handler handler);

    /// Shuts every connection, whatever it is doing, and waits for the handlers under way.
    ~Listener();

    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    [[nodiscard]] quint16 port() const;

private:
    class Private;
    explicit Listener(std::unique_ptr<Private> listener);

    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Demo
