// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QString>

namespace Tenantscope::Applications {

/// What a column of the table, or a field of a printed row, shows.
enum class Column { Name, Type, ClientId, FirstParty, Callbacks, GrantTypes, Description };

inline constexpr Column allColumns[] = {
    Column::Name,      Column::Type,       Column::ClientId,    Column::FirstParty,
    Column::Callbacks, Column::GrantTypes, Column::Description,
};

/// The API's name of what \a column shows.
[[nodiscard]] QLatin1StringView memberOf(Column column);

} // namespace Tenantscope::Applications
