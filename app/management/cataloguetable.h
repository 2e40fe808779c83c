// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

namespace Tenantscope::Management {

/// The rows of `resources/catalogue/NAME.tsv`, which is part of the program: lines that are no comment, without the first
/// of them, which names the columns. Each row has \a columns fields.
[[nodiscard]] QList<QStringList> readCatalogueTable(const QString &name, qsizetype columns);

} // namespace Tenantscope::Management
