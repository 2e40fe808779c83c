// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/headers.h"

#include <QLatin1StringView>
#include <QString>

namespace Tenantscope::Http {

/// In which header an answer of the token endpoint tells of whose quota of tokens
/// (https://auth0.com/docs/fine-grained-m2m-token-quotas).
inline constexpr QLatin1StringView applicationQuota("Auth0-Client-Quota-Limit");
inline constexpr QLatin1StringView organizationQuota("Auth0-Organization-Quota-Limit");

/// The bucket of such a quota that is used up and stays so for longest, after its header's name and ": ":
/// "Auth0-Client-Quota-Limit: b=per_hour;q=10;r=0;t=3540" (bucket, quota, remaining, seconds to its reset). Empty: none is.
[[nodiscard]] QString usedUpQuota(const Headers &headers);

} // namespace Tenantscope::Http
