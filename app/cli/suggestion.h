// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Tenantscope::Cli {

/// The one of \a words that \a typed was probably meant to be; empty: none is near.
[[nodiscard]] QString nearestWord(const QString &typed, const QStringList &words);

} // namespace Tenantscope::Cli
