// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Tenantscope::Applications {

/// What a column of the table, or a field of a printed row, shows: one of these, which a store keeps at hand for every row, or
/// any field of an application, which has a column of its own by fieldColumn().
enum class Column : int {
    Name,
    Type,
    ClientId,
    FirstParty,
    Callbacks,
    GrantTypes,
    Description,
    Findings
};

inline constexpr Column allColumns[] = {
    Column::Name,      Column::Type,       Column::ClientId,    Column::FirstParty,
    Column::Callbacks, Column::GrantTypes, Column::Description, Column::Findings,
};

/// The column that shows the field at \a path: a member's name, or names joined by "." for one inside another
/// (`jwt_configuration.alg`). The same path gives the same column for the life of the program. Main thread only.
///
/// Column::Callbacks counts; the column of "callbacks" shows them.
[[nodiscard]] Column fieldColumn(const QString &path);

/// The same, but never one of allColumns: the field itself, as the answer has it. Searches look at it.
[[nodiscard]] Column ownColumn(const QString &path);

/// Whether \a column is none of allColumns.
[[nodiscard]] bool isField(Column column);

/// The API's name of what \a column shows, a path for a field inside another. Findings are computed here and named as no field
/// is: "#findings".
[[nodiscard]] QString memberOf(Column column);

} // namespace Tenantscope::Applications
