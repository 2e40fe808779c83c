// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Tenantscope::Base {

/// Renames \a file, which cannot be read as what it should be, to a free name beside it: `….unreadable`,
/// `….unreadable-2` and so on. Returns that name; empty when it could not be renamed.
[[nodiscard]] QString setAside(const QString &file);

} // namespace Tenantscope::Base
