// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/client.h"

namespace Tenantscope::OAuth {

/// Tells the time at the tenant, for assertions: the wall clock's, put right by what the tenant's answers tell of it.
class TenantTime final
{
public:
    /// Both must outlive it.
    TenantTime(const Http::Client &client, const Base::Clock &clock);

    [[nodiscard]] QDateTime now();
    /// Whether, as is known by now, what now() said last was further off than the 10 s that Auth0 forgives.
    [[nodiscard]] bool wasWrong() const;

private:
    [[nodiscard]] std::chrono::seconds skew() const;

    const Http::Client &m_client;
    const Base::Clock &m_clock;
    std::chrono::seconds m_assumedSkew{0}; ///< by the last now()
};

} // namespace Tenantscope::OAuth
