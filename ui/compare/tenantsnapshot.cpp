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

Applications::Snapshot snapshotOf(const KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    return Applications::snapshotOf(
        session.applications().store(), tenant.domain().text(), session.clock().wallNow(),
        isListWhole(tenant));
}

Base::Result<qsizetype> saveSnapshotOf(const KnownTenant &tenant, const QString &file)
{
    const Applications::Snapshot snapshot = snapshotOf(tenant);
    return Applications::saveSnapshot(snapshot, file).map([&snapshot] {
        return snapshot.applications.size();
    });
}

} // namespace Tenantscope::Ui
