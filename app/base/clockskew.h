// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace Tenantscope::Base {

/// Whether our clock and a tenant's, whose difference is \a clockSkew (ours minus theirs), differ by more than a minute: then
/// times are corrected, and that is told.
[[nodiscard]] bool isSkewed(std::optional<std::chrono::seconds> clockSkew);

/// \a wall, of our clock, set right by what is known of its error, when that is worth telling.
[[nodiscard]] QDateTime correctedWall(
    const QDateTime &wall, std::optional<std::chrono::seconds> clockSkew);

} // namespace Tenantscope::Base
