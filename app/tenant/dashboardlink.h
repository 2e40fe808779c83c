// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

namespace Tenantscope::Tenant {

/// The pages of the Auth0 Dashboard that a diagnosis may point to.
enum class DashboardPage {
    Application,  ///< its settings; without a client ID: the list
    Applications, ///< the list
    Apis,         ///< among them the Management API, with its application access
    Logs,         ///< of the tenant: why it refused
    CustomDomains,
};

/// `https://manage.auth0.com/dashboard/{region}/{tenant}/…` (auth0/auth0-cli, `internal/cli/utils_shared.go`). The tenant's own
/// host is \a domain or, with a custom domain, that of \a audience. Empty where no page can be told: loopback, Private
/// Cloud, a custom domain with another API's audience.
[[nodiscard]] QUrl dashboardLink(
    DashboardPage page, const Domain &domain, const QString &audience,
    const QString &clientId = {});

} // namespace Tenantscope::Tenant
