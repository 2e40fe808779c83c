// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/compare/tenantsnapshot.h"

#include "app/session/knowntenant.h"

namespace Tenantscope::Ui {

using Session::KnownTenant;

bool isListWhole(const KnownTenant &tenant)
{
    return std::holds_alternative<Applications::ListLoaded>(
        tenant.session().applications().state());
}

Applications::SnapshotTaker snapshotTakerOf(const KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    return {
        session.applications().store(), tenant.domain().text(), session.clock().wallNow(),
        isListWhole(tenant)};
}

Applications::SnapshotWriter snapshotWriterOf(const KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    return {
        session.applications().store(), tenant.domain().text(), session.clock().wallNow(),
        isListWhole(tenant)};
}

} // namespace Tenantscope::Ui
