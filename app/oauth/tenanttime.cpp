// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tenanttime.h"

namespace Tenantscope::OAuth {

using std::chrono::seconds;

namespace {

constexpr seconds leeway{10}; // Auth0 docs, "Authenticate with Private Key JWT"

} // namespace

TenantTime::TenantTime(const Http::Client &client, const Base::Clock &clock)
    : m_client(client)
    , m_clock(clock)
{
}

QDateTime TenantTime::now()
{
    m_assumedSkew = skew();
    return m_clock.wallNow().addSecs(-qint64(m_assumedSkew.count()));
}

bool TenantTime::wasWrong() const
{
    return std::chrono::abs(skew() - m_assumedSkew) > leeway;
}

seconds TenantTime::skew() const
{
    return m_client.clockSkew().value_or(seconds(0));
}

} // namespace Tenantscope::OAuth
