// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"

namespace Tenantscope::Applications {

// The rules, by what they look at. To add one, add a row; its test asks for rows of its own.
[[nodiscard]] std::span<const Rule> callbackRules();
[[nodiscard]] std::span<const Rule> logoutAndOriginRules();
[[nodiscard]] std::span<const Rule> grantRules();
[[nodiscard]] std::span<const Rule> tokenRules();
[[nodiscard]] std::span<const Rule> clientRules(); ///< how it authenticates and is treated
[[nodiscard]] std::span<const Rule> legacyRules();

/// The same severity everywhere.
constexpr Grades always(Severity severity)
{
    return {.development = severity, .staging = severity, .production = severity};
}

} // namespace Tenantscope::Applications
