// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QLatin1StringView>

/// The members of a snapshot's file, as its reader and its writer know them.
namespace Tenantscope::Applications::SnapshotFormat {

constexpr QLatin1StringView formatKey("format");
constexpr QLatin1StringView formatName("tenantscope-snapshot");
constexpr QLatin1StringView versionKey("version");
constexpr QLatin1StringView domainKey("domain");
constexpr QLatin1StringView takenAtKey("taken_at");
constexpr QLatin1StringView completeKey("complete");
constexpr QLatin1StringView applicationsKey("applications");

} // namespace Tenantscope::Applications::SnapshotFormat
