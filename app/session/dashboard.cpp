// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/dashboard.h"

#include "app/session/tenantsession.h"

namespace Tenantscope::Session {

QUrl dashboardLink(const Sentence &sentence, const TenantSession &session)
{
    if (!sentence.page)
        return {};
    return Tenant::dashboardLink(
        *sentence.page, session.domain(), session.audience(), session.clientId());
}

QUrl dashboardLink(const Sentence &sentence, const Tenant::Credentials &credentials)
{
    if (!sentence.page)
        return {};
    return Tenant::dashboardLink(
        *sentence.page, credentials.domain, credentials.audience, credentials.clientId);
}

} // namespace Tenantscope::Session
