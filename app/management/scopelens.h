// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/endpointcatalogue.h"
#include "app/management/scopecatalogue.h"
#include "app/oauth/scopeset.h"

namespace Tenantscope::Management {

/// Both tables. Whoever looks at scopes makes and owns them.
struct Catalogues
{
    EndpointCatalogue endpoints;
    ScopeCatalogue scopes;

    [[nodiscard]] static Catalogues read();
};

/// The scopes that a token lacks to call \a endpoint, by the least risky way; empty: it may; nullopt: its scopes are not known.
[[nodiscard]] std::optional<QStringList> missingFor(
    const Endpoint &endpoint, const OAuth::ScopeSet &granted, const Catalogues &catalogues);

/// The scopes with which a token may call all of \a endpoints, sorted: none that is riskier than it must be, as few as that
/// allows, and of those the ones that open least.
[[nodiscard]] QStringList smallestList(
    const QList<Endpoint> &endpoints, const Catalogues &catalogues);

/// What a token may do in comparison with what it is for.
struct Privilege
{
    QStringList needed{};      ///< the smallest list for it
    bool isEnough = false;     ///< it may do what it is for, be it by other scopes
    bool isPartial = false;    ///< but some answers hold less, for only a summary scope opens them
    QStringList beyond{};      ///< granted, but not needed
    QList<KnownScope> risky{}; ///< of beyond, the gravest first

    bool operator==(const Privilege &) const = default;
};
/// Judges \a granted by the \a endpoints that are to be called; nullopt: the scopes are not known.
[[nodiscard]] std::optional<Privilege> privilegeFor(
    const QList<Endpoint> &endpoints, const OAuth::ScopeSet &granted, const Catalogues &catalogues);

/// The endpoint that lists applications: what this program is for.
[[nodiscard]] QList<Endpoint> listingApplications(const Catalogues &catalogues);

/// Two tokens side by side; each list is sorted.
struct ScopeComparison
{
    QStringList onlyHere{};
    QStringList onlyThere{};
    QStringList both{};

    bool operator==(const ScopeComparison &) const = default;
};
/// nullopt: of one of them the scopes are not known.
[[nodiscard]] std::optional<ScopeComparison> compareScopes(
    const OAuth::ScopeSet &here, const OAuth::ScopeSet &there);

} // namespace Tenantscope::Management
