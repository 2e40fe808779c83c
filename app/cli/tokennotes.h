// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/accesstoken.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

/// "Asking contoso.eu.auth0.com for a token…"
[[nodiscard]] QString askingFor(const Session::TenantSession &session);
/// What was odd about how long \a token lives, and of what type it is.
[[nodiscard]] QStringList notesOnLife(const OAuth::AccessToken &token);
/// What was odd about its scopes.
[[nodiscard]] QStringList notesOnScopes(const OAuth::AccessToken &token);
/// What it means to ask for secrets with \a token.
[[nodiscard]] QStringList notesOnSecrets(const OAuth::AccessToken &token);

} // namespace Tenantscope::Cli
