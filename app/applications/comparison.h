// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/fieldchange.h"
#include "app/applications/snapshot.h"

namespace Tenantscope::Applications {

/// An application by what it is known by.
struct ApplicationLabel
{
    QString clientId{};
    QString name{};

    bool operator==(const ApplicationLabel &) const = default;
};
/// By name, then client ID.
[[nodiscard]] bool operator<(const ApplicationLabel &a, const ApplicationLabel &b);

struct ChangedApplication
{
    ApplicationLabel before{};
    ApplicationLabel after{}; ///< in another tenant it has another client ID
    QList<FieldChange> fields{};

    bool operator==(const ChangedApplication &) const = default;
};

/// How two snapshots differ. Lists are sorted by name, then client ID.
struct Comparison
{
    /// How applications of both were found to be the same one.
    enum class MatchedBy {
        ClientId, ///< within a tenant
        Name, ///< across tenants: where names are shared, the same in all fields, then of the same type, in turn
    };

    MatchedBy matchedBy = MatchedBy::ClientId;
    QList<ApplicationLabel> added{};
    QList<ApplicationLabel> removed{};
    QList<ChangedApplication> changed{};
    /// Members that every application of one has and none of the other: probably its token could not see them.
    QStringList onlyBefore{};
    QStringList onlyAfter{};

    [[nodiscard]] bool isSame() const
    {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
    bool operator==(const Comparison &) const = default;
};

/// What changed from \a before to \a after. Of different tenants, what must differ does not count, and applications that
/// others name by their client IDs are known by their names: acrosstenants.h.
[[nodiscard]] Comparison compare(const Snapshot &before, const Snapshot &after);

} // namespace Tenantscope::Applications
