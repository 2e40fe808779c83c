// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

namespace Tenantscope::Applications {

/// Whether both are of one tenant. Either the domain says so or, as a tenant may have a custom domain besides its own,
/// the `tenant` that all applications of both carry. Two domains under auth0.com are two tenants, whatever that says.
[[nodiscard]] bool areOfOneTenant(const Snapshot &one, const Snapshot &other);

/// Makes applications comparable with those of another tenant: without `tenant`, `owners` and the IDs of the tenant's
/// organizations and profiles; where an application names others (`allowed_clients`, `express_configuration`), with their
/// names in place of their client IDs, if it learned them. Its own client ID stays.
class AcrossTenants final
{
public:
    /// Remembers the name of \a application.
    void learn(const Management::Application &application);
    [[nodiscard]] Management::Application comparable(
        const Management::Application &application) const;

private:
    [[nodiscard]] QJsonValue named(const QJsonValue &clientId) const;
    [[nodiscard]] QJsonArray named(const QJsonArray &list) const;
    void nameIn(QJsonObject &members, QLatin1StringView name) const;

    QHash<QString, QString> m_names; ///< by client ID
};

} // namespace Tenantscope::Applications
