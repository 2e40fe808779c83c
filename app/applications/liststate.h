// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

#include <optional>
#include <variant>

namespace Tenantscope::Applications {

struct ListIdle
{
    bool operator==(const ListIdle &) const = default;
};
struct ListLoading
{
    qint64 loaded = 0;
    std::optional<qint64> total;
    /// The tenant asked us to wait that long (429).
    std::optional<Base::Instant> waitsUntil;

    bool operator==(const ListLoading &) const = default;
};
/// Complete: as many distinct applications as the tenant counts.
struct ListLoaded
{
    qint64 loaded = 0;
    int duplicates = 0;    ///< came twice, shown once: the last one won
    bool hasGrown = false; ///< the tenant counted more in the end than at first

    bool operator==(const ListLoaded &) const = default;
};
/// Incomplete. ListChanged: it was walked to the end, but the count is not the tenant's total, or that shrank.
struct ListStopped
{
    qint64 loaded = 0;
    std::optional<qint64> total;
    Base::Error cause;

    bool operator==(const ListStopped &) const = default;
};

/// Where the list stands; independent of the token, so it survives a renewal.
using ListState = std::variant<ListIdle, ListLoading, ListLoaded, ListStopped>;

} // namespace Tenantscope::Applications
