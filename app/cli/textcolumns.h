// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Tenantscope::Cli {

/// \a rows, all of as many cells, each on a line and their cells below each other. Cells hold no control characters.
[[nodiscard]] QByteArray inColumns(const QList<QStringList> &rows);

} // namespace Tenantscope::Cli
