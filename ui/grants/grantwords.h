// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"
#include "app/management/clientgrant.h"
#include "app/management/scopecatalogue.h"

#include <QString>

namespace Tenantscope::Ui {

/// "3 scopes", "all scopes".
[[nodiscard]] QString scopeCountText(const Management::ClientGrant &grant);
/// Whose the grant is, where it is no application's: "Default for third_party_clients".
[[nodiscard]] QString ownerText(const Management::ClientGrant &grant);
/// What an admin should look twice at: "update:client_grants may widen…"; a line each, the gravest first. Empty also for
/// grants of other APIs than the Management API, whose scopes mean what that API says.
[[nodiscard]] QStringList riskLines(
    const Management::ClientGrant &grant, const Management::ScopeCatalogue &catalogue);
/// "312 client grants", "12 of 312 client grants shown", and whether that is all of them.
[[nodiscard]] QString grantsText(const Applications::ListState &state, qint64 rows, qint64 shown);

} // namespace Tenantscope::Ui
