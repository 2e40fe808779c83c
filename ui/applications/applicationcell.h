// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/oauth/scopeset.h"

#include <QVariant>

namespace Tenantscope::Ui {

/// The role under which a cell tells the API's name of what it shows, as memberOf().
inline constexpr int memberRole = Qt::UserRole + 101;

/// What a table shows of one value of one application, for the item role \a role: nothing in it is parsed or fetched.
[[nodiscard]] QVariant applicationCell(
    const Applications::ApplicationStore &store, int row, Applications::Column column,
    const OAuth::ScopeSet &scopes, int role);

/// What a table shows above a column.
[[nodiscard]] QVariant columnHeader(Applications::Column column, int role);

} // namespace Tenantscope::Ui
