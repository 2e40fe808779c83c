// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"
#include "app/applications/searchquery.h"

#include <QString>

namespace Tenantscope::Ui {

/// A number as its reader writes it: "1,240".
[[nodiscard]] QString numberText(qint64 number);
/// "1 application", "1,240 applications".
[[nodiscard]] QString applicationsText(qint64 count);
/// "700 of 1,240", or "700" while the total is unknown.
[[nodiscard]] QString loadedText(qint64 loaded, std::optional<qint64> total);

/// How many of the list's applications are here: "1,240 applications", and as long as some are missing "300 of 1,240
/// applications".
[[nodiscard]] QString hereText(const Applications::ListState &state, qint64 rows);

/// Where the list stands, in words; "complete" only when it is. Empty while Idle.
[[nodiscard]] QString listText(const Applications::ListState &state, Base::Instant now);

/// How long the list still waits by the tenant's wish; nullopt: it does not.
[[nodiscard]] std::optional<std::chrono::nanoseconds> waitLeft(
    const Applications::ListState &state, Base::Instant now);

/// What is amiss with a search; empty: nothing. \a hasFields: some application has each field that it names.
[[nodiscard]] QString hintText(const Applications::SearchQuery &query, bool hasFields);

} // namespace Tenantscope::Ui
