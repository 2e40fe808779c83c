// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/http/policy.h"
#include "app/http/response.h"

#include <QtGlobal>

#include <optional>
#include <variant>

namespace Tenantscope::Http {

enum class Method { Get, PostToken };

/// How one attempt ended: an answer, or why there is none.
struct AttemptOutcome
{
    std::variant<Response, Base::Error> result;
    bool bytesSent = false; ///< at least one byte of the request left
};

/// What a call has been through when one of its attempts ends.
struct Tries
{
    int attempt = 1;                     ///< the one that ended, from 1
    int malformed = 0;                   ///< answers with 200 before it that were none
    std::chrono::milliseconds waited{0}; ///< spent waiting for 429 so far

    bool operator==(const Tries &) const = default;
};

/// What to do after an attempt.
struct RetryDecision
{
    std::optional<std::chrono::milliseconds>
        wait;                 ///< try again after it; nullopt: this outcome is final
    bool rateLimited = false; ///< the wait is for a 429
    std::optional<std::chrono::seconds>
        tooLong; ///< final because the server asks for a longer wait than we grant

    bool operator==(const RetryDecision &) const = default;
};

/// Decides, purely, whether an attempt is followed by another (the table stands in the .cpp): GET after connect
/// failures (not: no such host), broken transfers, timeouts, 408, 429 and 5xx; a malformed 200 once; the token
/// POST after 429, an answered 5xx or a failure before a byte was sent; nothing after another 4xx or a TLS
/// failure. \a jitter is in [0, 1) and stretches a wait by up to a quarter.
[[nodiscard]] RetryDecision decideRetry(
    Method method, const Tries &tries, const AttemptOutcome &outcome, const Policy &policy,
    double jitter);

/// How long an answer asks to wait: Retry-After (seconds or date against the answer's Date), else
/// x-ratelimit-reset − Date; nullopt when neither is there or both lie in the past. Never over a hundred years.
[[nodiscard]] std::optional<std::chrono::milliseconds> requestedWait(const Headers &headers);

} // namespace Tenantscope::Http
