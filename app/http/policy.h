// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"

#include <QtGlobal>

namespace Tenantscope::Http {

/// Every deadline, cap and patience of one request. Tests pass short ones.
struct Policy
{
    std::chrono::milliseconds connect{10'000};   ///< until TCP and TLS stand
    std::chrono::milliseconds firstByte{20'000}; ///< from request sent until the answer begins
    std::chrono::milliseconds silence{
        15'000};                             ///< window in which at least `leastBytes` must arrive
    qint64 leastBytes = 15 * 1024;           ///< 1 KB/s over the window
    std::chrono::milliseconds whole{60'000}; ///< one attempt, all in all
    qint64 bodyCap = 16 * 1024 * 1024;       ///< decoded bytes
    int attempts = 4;
    std::chrono::milliseconds backoff{
        500}; ///< before the second attempt; doubled before each further
    std::chrono::milliseconds limitBackoff{1'000}; ///< the same after a 429 that names no time
    std::chrono::milliseconds longestWait{
        60'000}; ///< a longer Retry-After is reported, not waited for
    std::chrono::milliseconds patience{
        600'000}; ///< all waits for 429 of one call, or one list, together

    /// Token endpoint: 30 s in all, 1 MiB, three attempts.
    [[nodiscard]] static constexpr Policy token()
    {
        Policy policy;
        policy.whole = std::chrono::milliseconds(30'000);
        policy.bodyCap = 1024 * 1024;
        policy.attempts = 3;
        return policy;
    }
    /// Management API and public documents.
    [[nodiscard]] static constexpr Policy management() { return {}; }

    bool operator==(const Policy &) const = default;
};

} // namespace Tenantscope::Http
