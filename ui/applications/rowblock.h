// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

namespace Tenantscope::Ui {

/// Rows that came in together.
struct RowBlock
{
    int first = 0;
    int count = 0;

    bool operator==(const RowBlock &) const = default;
};

/// The one block whose insertion turns \a before into \a after; nullopt: more than that happened.
[[nodiscard]] inline std::optional<RowBlock> insertedBlock(
    const std::vector<int> &before, const std::vector<int> &after)
{
    if (after.size() <= before.size())
        return {};
    const auto count = std::ptrdiff_t(after.size() - before.size());
    const auto [oldEnd, newEnd] = std::mismatch(before.begin(), before.end(), after.begin());
    if (!std::equal(oldEnd, before.end(), newEnd + count))
        return {};
    return RowBlock{.first = int(newEnd - after.begin()), .count = int(count)};
}

} // namespace Tenantscope::Ui
