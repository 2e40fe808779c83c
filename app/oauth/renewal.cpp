// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/renewal.h"

#include <algorithm>

namespace Tenantscope::OAuth {

using namespace std::chrono_literals;
using std::chrono::nanoseconds;

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

} // namespace Tenantscope::OAuth
