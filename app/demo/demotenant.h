// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/demo/counters.h"
#include "app/demo/fault.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <memory>

namespace Tenantscope::Demo {

/// The scopes a demo tenant grants unless told otherwise: what an admin's read-only tool is likely to have, `read:client_keys`
/// to try reading secrets on those of nobody, and a few it should not (`create:user_tickets`, `read:connections_options`,
/// `read:actions`).
[[nodiscard]] QStringList usualScopes();

/// How a demo tenant is and behaves.
struct DemoOptions
{
    quint16 port = 0;                     ///< 0: any free one
    int applications = 1'240;             ///< not counting the global client
    std::chrono::milliseconds latency{0}; ///< of every answer
    /// The Management API's token bucket: tokens a second, and its size. An Enterprise tenant's in production.
    double rate = 16;
    int burst = 50;
    std::chrono::seconds tokenLife{600};
    bool tls = false;
    QString caOut{}; ///< with tls: the file the authority's certificate is written to, in PEM
    QList<Fault> faults{};
    quint64 seed = 1; ///< the same seed and version give the same applications, byte for byte
    QStringList scopes = usualScopes();
};

/// A local imitation of an Auth0 tenant: a server on loopback with seeded data that nothing can change. It
/// answers on threads of its own; the getters may be called from any thread.
class DemoTenant final
{
public:
    /// Listens before it returns. ErrorKind::ConnectionFailed: the port is taken; InvalidCaFile: `caOut`
    /// cannot be written; TlsFailed: OpenSSL's fault.
    [[nodiscard]] static Base::Result<std::unique_ptr<DemoTenant>> start(DemoOptions options);

    /// Stops within a fraction of a second, with connections open and answers under way.
    ~DemoTenant();

    DemoTenant(const DemoTenant &) = delete;
    DemoTenant &operator=(const DemoTenant &) = delete;

    /// What is typed into the field Domain: `localhost:PORT`, without TLS `http://localhost:PORT`.
    [[nodiscard]] QString domain() const;
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString clientSecret() const;
    /// `https://localhost:PORT/api/v2/`: an identifier, hence https without TLS, too.
    [[nodiscard]] QString audience() const;
    /// The authority to trust, in PEM; empty without TLS.
    [[nodiscard]] QByteArray caPem() const;

    [[nodiscard]] quint16 port() const;
    [[nodiscard]] DemoCounters counters() const;

private:
    class Private;
    explicit DemoTenant(std::unique_ptr<Private> tenant);

    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Demo
