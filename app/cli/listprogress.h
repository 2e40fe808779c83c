// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"

namespace Tenantscope::Cli {

/// What a list is of.
enum class Listed { Applications, ClientGrants };

/// "Applications: 300 of 1,240", and for how long the tenant asked to wait.
[[nodiscard]] QString progressOf(
    const Applications::ListLoading &state, Base::Instant now,
    Listed listed = Listed::Applications);
/// What to say of a list that ended early, with rows.
[[nodiscard]] QString incompleteWords(
    const Applications::ListStopped &state, Listed listed = Listed::Applications);

} // namespace Tenantscope::Cli
