// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Tenantscope::Cli {

/// The help of \a command, or of the program when it is empty, to \a columns columns.
[[nodiscard]] QString helpText(const QString &command, int columns = 80);
[[nodiscard]] QString versionText();

} // namespace Tenantscope::Cli
