// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"

#include <optional>

namespace Tenantscope::Applications {

/// In which order rows are seen. Ties are broken by name, then client ID, then source order, so it is total and
/// stable; cells without a value come last either way.
struct SortOrder
{
    std::optional<Column> column; ///< nullopt: source order
    bool descending = false;

    bool operator==(const SortOrder &) const = default;
};

} // namespace Tenantscope::Applications
