// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/tenant/credentials.h"

namespace Tenantscope::Doctor {

/// A short name for \a error that scripts can match: the tenant's own code where it gave one ("access_denied"), else
/// what went wrong ("host-not-found").
[[nodiscard]] QString codeOf(const Base::Error &error);
[[nodiscard]] QString codeOf(Tenant::Hint hint); ///< the same for a remark on what was typed

} // namespace Tenantscope::Doctor
