// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/parameters.h"
#include "app/demo/seededapplications.h"

#include <vector>

namespace Tenantscope::Demo {

/// The demo tenant's client grants: what its machines, and a few others, may do with which API. Decided by the seed, and
/// written down anew for each answer. Unchanging, hence free to be used by several threads.
class SeededGrants final
{
public:
    /// The first application, whose credentials the tenant hands out, has \a ownScopes of the Management API,
    /// \a managementAudience. The last grant is no application's: the default for third parties.
    SeededGrants(
        quint64 seed, const SeededApplications &applications, QByteArray managementAudience,
        QStringList ownScopes);

    [[nodiscard]] int size() const { return static_cast<int>(m_grants.size()); }
    [[nodiscard]] QByteArray clientId(int index) const; ///< empty: the default for third parties
    [[nodiscard]] QByteArray audience(int index) const;
    [[nodiscard]] QByteArray subjectType(int index) const;
    void append(QByteArray &json, int index) const;

private:
    enum class Kind : quint8 { Own, Machine, Management, User, ThirdParties };
    struct Grant
    {
        int application;
        Kind kind;
        quint8 api;
    };

    void decide(int application);
    [[nodiscard]] QByteArray scopes(const Grant &grant) const; ///< JSON

    quint64 m_seed;
    const SeededApplications &m_applications;
    QByteArray m_managementAudience;
    QStringList m_ownScopes;
    std::vector<Grant> m_grants;
};

/// The answer to `GET /api/v2/client-grants?QUERY`.
[[nodiscard]] Answer answerGrants(const SeededGrants &grants, const Parameters &parameters);

} // namespace Tenantscope::Demo
