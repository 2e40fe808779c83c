// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/column.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

QLatin1StringView memberOf(Column column)
{
    switch (column) {
    case Column::Name:
        return "name"_L1;
    case Column::Type:
        return "app_type"_L1;
    case Column::ClientId:
        return "client_id"_L1;
    case Column::FirstParty:
        return "is_first_party"_L1;
    case Column::Callbacks:
        return "callbacks"_L1;
    case Column::GrantTypes:
        return "grant_types"_L1;
    case Column::Description:
        return "description"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Applications
