// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/renewal.h"

#include "app/oauth/tokenresponse.h"

#include <algorithm>

namespace Tenantscope::OAuth {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

namespace {

/// Whether the same request may fare better in a while without anybody's doing. A wrong setting, a redirect
/// and an answer of 4xx stay what they are.
bool mayPass(const Base::Error &error)
{
    switch (error.kind) {
    case Base::ErrorKind::InvalidDomain:
    case Base::ErrorKind::InvalidCaFile:
    case Base::ErrorKind::InvalidPrivateKey:
    case Base::ErrorKind::ReadOnly:
    case Base::ErrorKind::Redirected:
    case Base::ErrorKind::NotFound:
    case Base::ErrorKind::TokenRefused:
        return false;
    case Base::ErrorKind::TokenUnusable: // came too late once, or is of the wrong kind for ever
        return error.detail == TokenProblem::expiredOnArrival;
    case Base::ErrorKind::UnexpectedStatus:
        return error.status < 400 || error.status >= 500;
    default:
        return true;
    }
}

} // namespace

std::optional<Base::Instant> renewalInstant(const AccessToken &token, double jitter)
{
    const std::optional<nanoseconds> life = token.life();
    if (!life || *life <= 0ns)
        return {};
    const nanoseconds tenth = std::clamp<nanoseconds>(*life / 10, 30s, 300s);
    const nanoseconds margin = std::min(*life / 2, tenth);
    const nanoseconds spread = std::min<nanoseconds>(10s, margin / 4);
    const auto delay = std::chrono::duration<double, std::nano>(spread) * jitter;
    return *token.expiresAt - margin + std::chrono::duration_cast<nanoseconds>(delay);
}

std::optional<std::chrono::seconds> renewalBackoff(int failures)
{
    if (failures < 1 || failures >= mostFailures)
        return {};
    return std::min<std::chrono::seconds>(5s * (1 << (failures - 1)), longestBackoff);
}

std::optional<Base::Instant> nextTryAfter(const Base::Error &error, int failures, Base::Instant now)
{
    const std::optional<std::chrono::seconds> backoff = renewalBackoff(failures);
    if (!backoff || !mayPass(error))
        return {};
    if (error.retryAt && *error.retryAt > now + longestBackoff)
        return {};
    return std::max(now + *backoff, error.retryAt.value_or(now));
}

} // namespace Tenantscope::OAuth
