// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/fault.h"
#include "app/demo/seededapplications.h"
#include "app/demo/seededgrants.h"
#include "app/demo/tokenbucket.h"
#include "app/demo/tokenissuer.h"

#include <atomic>
#include <mutex>

namespace Tenantscope::Demo {

/// Answers `/api/v2/…` as the Management API does for a token that may only read: lists applications, shows
/// one, lists client grants, and refuses every change. Safe to use from several threads.
class ManagementApi final
{
public:
    /// \a applications, \a grants and \a issuer must outlive it.
    ManagementApi(
        const SeededApplications &applications, const SeededGrants &grants, TokenIssuer &issuer,
        TokenBucket bucket, QList<Fault> faults);

    [[nodiscard]] Answer answer(const Request &request, const Moment &moment);

    /// How many requests it has refused for their rate, scripted 429s among them.
    [[nodiscard]] int rateLimited() const { return m_rateLimited; }
    [[nodiscard]] int faultsGiven() const { return m_faultsGiven; }

private:
    [[nodiscard]] Answer admitted(const Request &request, const QStringList &scopes);
    [[nodiscard]] Answer healthy(const Request &request, const QStringList &scopes);
    [[nodiscard]] Answer listGrants(const Request &request, const QStringList &scopes) const;
    [[nodiscard]] Answer list(const Request &request, const QStringList &scopes);
    [[nodiscard]] Answer show(const Request &request, const QStringList &scopes) const;

    const SeededApplications &m_applications;
    const SeededGrants &m_grants;
    TokenIssuer &m_issuer;
    FaultPlan m_faults;
    std::mutex m_mutex;
    TokenBucket m_bucket; // guarded by m_mutex
    std::atomic<int> m_rateLimited = 0;
    std::atomic<int> m_faultsGiven = 0;
};

} // namespace Tenantscope::Demo
