// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"

#include <QUrl>

namespace Tenantscope::Session {

class TenantSession;

/// The Dashboard's page that \a sentence points to, of the tenant \a session is signed in to. Empty: it points to none, or
/// none can be told (`Tenant::dashboardLink()`).
[[nodiscard]] QUrl dashboardLink(const Sentence &sentence, const TenantSession &session);
/// The same for \a credentials.
[[nodiscard]] QUrl dashboardLink(const Sentence &sentence, const Tenant::Credentials &credentials);

} // namespace Tenantscope::Session
