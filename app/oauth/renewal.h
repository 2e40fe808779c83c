// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/oauth/accesstoken.h"

#include <optional>

namespace Tenantscope::OAuth {

/// When a token is renewed: as soon as no more than the margin min(life / 2, max(30 s, min(300 s, life / 10)))
/// is left, a little later by \a jitter in [0, 1), up to min(10 s, a quarter of the margin), so that many
/// sessions do not ask at once: never sooner than half its life. nullopt when that is unknown or over on arrival.
[[nodiscard]] std::optional<Base::Instant> renewalInstant(const AccessToken &token, double jitter);

/// How long after failure number \a failures (from 1, in a row) the renewal is tried anew: 5, 10, 20, 40 s, doubling to
/// at most `longestBackoff`; nullopt from the fifth on.
inline constexpr std::chrono::seconds longestBackoff{300};
inline constexpr int mostFailures = 5;
[[nodiscard]] std::optional<std::chrono::seconds> renewalBackoff(int failures);

/// When the renewal is tried anew after failure number \a failures (from 1, in a row) by \a error: after the backoff, or
/// when the tenant says so. nullopt: not by itself, because they were enough, because the error does not pass by
/// waiting (a refusal, a redirect, a wrong setting), or because the tenant names a time beyond `longestBackoff`: a
/// quota's, which is told, not waited for.
[[nodiscard]] std::optional<Base::Instant> nextTryAfter(
    const Base::Error &error, int failures, Base::Instant now);

} // namespace Tenantscope::OAuth
