// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/accesstoken.h"

#include <algorithm>

namespace Tenantscope::OAuth {

std::optional<std::chrono::nanoseconds> AccessToken::life() const
{
    if (!expiresAt)
        return {};
    return *expiresAt - issuedAt;
}

std::optional<std::chrono::nanoseconds> AccessToken::remaining(Base::Instant now) const
{
    if (!expiresAt)
        return {};
    return std::max(*expiresAt - now, std::chrono::nanoseconds(0));
}

std::optional<Base::Instant> AccessToken::assuredUntil() const
{
    if (!expiresAt || !endByClaims)
        return expiresAt;
    return std::min(*expiresAt, *endByClaims);
}

std::optional<std::chrono::nanoseconds> AccessToken::assuredLife(Base::Instant now) const
{
    const std::optional<Base::Instant> end = assuredUntil();
    if (!end)
        return {};
    return std::max(*end - now, std::chrono::nanoseconds(0));
}

bool AccessToken::isExpired(Base::Instant now) const
{
    return expiresAt && *expiresAt <= now;
}

} // namespace Tenantscope::OAuth
