// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/comparison.h"

#include "app/applications/comparer.h"

#include <tuple>

namespace Tenantscope::Applications {

bool operator<(const ApplicationLabel &a, const ApplicationLabel &b)
{
    return std::tie(a.name, a.clientId) < std::tie(b.name, b.clientId);
}

Comparison compare(const Snapshot &before, const Snapshot &after)
{
    Comparer comparer(before, after);
    while (comparer.step()) {
    }
    return comparer.take();
}

} // namespace Tenantscope::Applications
