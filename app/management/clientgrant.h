// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Management {

/// A client grant: which scopes of an API (audience) an application may get, as an answer told it. Nothing is assumed
/// of it: any member may be absent, null or of another type, and unknown ones are kept
/// (https://auth0.com/docs/api/management/v2/client-grants/get-client-grants).
class ClientGrant final
{
public:
    ClientGrant() = default;
    explicit ClientGrant(QJsonObject members);

    /// All members as the answer gave them.
    [[nodiscard]] const QJsonObject &members() const { return m_members; }

    [[nodiscard]] QString id() const; ///< empty when absent, as all texts here
    /// Empty also for a grant that is no single application's: see defaultFor().
    [[nodiscard]] QString clientId() const;
    [[nodiscard]] QString audience() const;
    [[nodiscard]] QStringList scopes() const; ///< in the answer's order; see allowsAllScopes()
    /// All scopes the API has, and will have; then scopes() says nothing.
    [[nodiscard]] bool allowsAllScopes() const;
    [[nodiscard]] QString subjectType() const; ///< `client`, `user`, or as it came
    [[nodiscard]] QString organizationUsage() const;
    [[nodiscard]] QString defaultFor() const; ///< e.g. `third_party_clients`
    [[nodiscard]] bool isSystem() const;      ///< Auth0's own: nobody can change it

    /// Whether it lets \a scope be granted.
    [[nodiscard]] bool grants(const QString &scope) const;

    bool operator==(const ClientGrant &) const = default;

private:
    QJsonObject m_members;
};

} // namespace Tenantscope::Management
