// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

namespace Tenantscope::OAuth {
class ScopeSet;
}

namespace Tenantscope::Management {

/// What Auth0 tells of how settled an endpoint is.
enum class Lifecycle { GeneralAvailability, EarlyAccess, Beta, Unknown };

/// One endpoint of the Management API, and by which scopes it opens.
struct Endpoint
{
    QString group{};  ///< of Auth0's reference: `clients`
    QString method{}; ///< in capitals
    QString path{};   ///< with templates: `/api/v2/clients/{id}`
    /// Each of them is enough; the scopes of one are needed together. None is empty.
    QList<QStringList> ways{};
    Lifecycle lifecycle = Lifecycle::Unknown;
    bool isDeprecated = false;

    /// `GET /api/v2/clients/{id}`.
    [[nodiscard]] QString name() const;
    /// Every scope of every way, each once, in the reference's order.
    [[nodiscard]] QStringList scopes() const;
    /// Whether a token with \a granted may call it. False when that is not known.
    [[nodiscard]] bool isOpenTo(const OAuth::ScopeSet &granted) const;

    bool operator==(const Endpoint &) const = default;
};

/// `GA`, `EA`, `beta`; empty when it is not told.
[[nodiscard]] QString nameOf(Lifecycle lifecycle);

} // namespace Tenantscope::Management
