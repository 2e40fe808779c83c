// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/http/headers.h"
#include "app/http/policy.h"

#include <QUrl>

#include <functional>

namespace Tenantscope::Http {

/// Which of a tenant's rate limit buckets a request draws from.
enum class Bucket {
    Authentication, ///< token endpoint, JWKS, discovery: not paced
    Management,     ///< /api/v2: paced by the Client's RateLimiter
};

/// One request as its caller means it; the Client decides whether, when and how often it is sent.
struct Request
{
    QByteArray method = "GET"; ///< GET, or POST to the token endpoint: anything else is refused
    QUrl url{};                ///< https to any host, http to loopback only
    Headers headers{};         ///< beside those the Client sets itself
    Base::Secret bearer{}; ///< sent as `Authorization: Bearer …` (RFC 6750 §2.1) unless empty
    Base::Secret body{};   ///< POST only: sent as application/x-www-form-urlencoded
    /// Makes the body anew for each attempt, `body` not being used: for one that is accepted only once or grows stale
    /// while it waits. An error ends the call.
    std::function<Base::Result<Base::Secret>()> makeBody{};
    Bucket bucket = Bucket::Authentication;
    Policy policy = Policy::management();
    /// Keep the answer's body for the request log: off for list pages.
    bool logsBody = true;
};

} // namespace Tenantscope::Http
