// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"

namespace Tenantscope::Applications {

/// Whether both are of one tenant. Either the domain says so or, as a tenant may have a custom domain besides its own,
/// the `tenant` that all applications of both carry. Two domains under auth0.com are two tenants, whatever that says.
[[nodiscard]] bool areOfOneTenant(const Snapshot &one, const Snapshot &other);

/// \a snapshot as it can be compared with one of another tenant: without `tenant`, `owners` and the IDs of the tenant's
/// organizations and profiles; where an application names others (`allowed_clients`, `express_configuration`), with their
/// names in place of their client IDs, if \a snapshot has them. Its own client ID stays.
[[nodiscard]] Snapshot comparableAcrossTenants(const Snapshot &snapshot);

} // namespace Tenantscope::Applications
