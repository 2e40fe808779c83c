// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

/// Whether all applications of \a tenant are known.
[[nodiscard]] bool isListWhole(const Session::KnownTenant &tenant);
/// What is known of them now.
[[nodiscard]] Applications::Snapshot snapshotOf(const Session::KnownTenant &tenant);
/// Saves that to \a file (0600); how many applications, or FileUnusable.
[[nodiscard]] Base::Result<qsizetype> saveSnapshotOf(
    const Session::KnownTenant &tenant, const QString &file);

} // namespace Tenantscope::Ui
