// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/counters.h"
#include "app/demo/managementapi.h"
#include "app/demo/tokenendpoint.h"

namespace Tenantscope::Demo {

/// Everything the demo tenant says, without a socket: leads each request to the part that answers it and adds the
/// headers that every answer of Auth0 has. Safe to use from several threads.
class Service final
{
public:
    struct Settings
    {
        QByteArray origin{}; ///< `https://localhost:PORT`, what its own URLs start with
        TokenIssuer::Terms terms{};
        QByteArray clientSecret{};
        quint64 seed = 1;
        int applications = 0;
        TokenBucket bucket{1, 1};
        QList<Fault> faults{};
    };
    explicit Service(Settings settings);

    [[nodiscard]] Answer answer(const Request &request, const Moment &moment);
    [[nodiscard]] DemoCounters counters() const;

    /// Counts the requests under way while it lives.
    class Presence final
    {
    public:
        explicit Presence(Service &service);
        ~Presence();
        Presence(const Presence &) = delete;
        Presence &operator=(const Presence &) = delete;

    private:
        Service &m_service;
    };

private:
    [[nodiscard]] Answer route(const Request &request, const Moment &moment);
    [[nodiscard]] Answer token(const Request &request, const Moment &moment);
    [[nodiscard]] Answer discovery() const;
    [[nodiscard]] Answer keys() const;
    void count(const Request &request);

    const Settings m_settings;
    const SeededApplications m_applications;
    const SeededGrants m_grants;
    TokenIssuer m_issuer;
    TokenEndpoint m_tokenEndpoint;
    ManagementApi m_managementApi;
    mutable std::mutex m_mutex;
    DemoCounters m_counters; // guarded by m_mutex
    int m_present = 0;       // guarded by m_mutex
};

} // namespace Tenantscope::Demo
