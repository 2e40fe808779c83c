// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshottaker.h"
#include "app/applications/snapshotwriter.h"

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

/// Whether all applications of \a tenant are known.
[[nodiscard]] bool isListWhole(const Session::KnownTenant &tenant);
/// Takes what is known of them now; \a tenant's list must stay as it is meanwhile.
[[nodiscard]] Applications::SnapshotTaker snapshotTakerOf(const Session::KnownTenant &tenant);
/// Writes the same to a file, as long as the list stays.
[[nodiscard]] Applications::SnapshotWriter snapshotWriterOf(const Session::KnownTenant &tenant);

} // namespace Tenantscope::Ui
