// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Tenantscope::Cli {

/// True when \a arguments hold an option that would carry a secret. There is none: every user of a machine can read
/// the arguments of a process.
[[nodiscard]] bool passesSecret(const QStringList &arguments);

} // namespace Tenantscope::Cli
