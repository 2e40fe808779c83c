// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/scopelens.h"

#include "app/management/smallestlist.h"

#include <algorithm>

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

namespace {

/// Whether a token with \a granted may call \a endpoint only by scopes that make it answer with less.
bool isOpenPartly(
    const Endpoint &endpoint, const OAuth::ScopeSet &granted, const ScopeCatalogue &scopes)
{
    Endpoint whole = endpoint;
    whole.ways.removeIf([&scopes](const QStringList &way) {
        return std::any_of(way.begin(), way.end(), [&scopes](const QString &scope) {
            return scopes.kindOf(scope) == ScopeKind::Summary;
        });
    });
    return endpoint.isOpenTo(granted) && !whole.isOpenTo(granted);
}

} // namespace

Catalogues Catalogues::read()
{
    return {.endpoints = EndpointCatalogue::read(), .scopes = ScopeCatalogue::read()};
}

std::optional<QStringList> missingFor(
    const Endpoint &endpoint, const OAuth::ScopeSet &granted, const Catalogues &catalogues)
{
    if (!granted.isKnown())
        return {};
    if (endpoint.isOpenTo(granted))
        return QStringList();
    return SmallestList(catalogues).cheapestLack(endpoint, granted);
}

QStringList smallestList(const QList<Endpoint> &endpoints, const Catalogues &catalogues)
{
    return SmallestList(catalogues).forAll(endpoints);
}

std::optional<Privilege> privilegeFor(
    const QList<Endpoint> &endpoints, const OAuth::ScopeSet &granted, const Catalogues &catalogues)
{
    if (!granted.isKnown())
        return {};
    Privilege privilege;
    privilege.needed = smallestList(endpoints, catalogues);
    privilege.isEnough = std::all_of(
        endpoints.begin(), endpoints.end(),
        [&granted](const Endpoint &endpoint) { return endpoint.isOpenTo(granted); });
    privilege.isPartial = std::any_of(
        endpoints.begin(), endpoints.end(), [&](const Endpoint &endpoint) {
            return isOpenPartly(endpoint, granted, catalogues.scopes);
        });
    for (const QString &name : granted.names()) {
        if (privilege.needed.contains(name))
            continue;
        privilege.beyond.append(name);
        if (isRisky(catalogues.scopes.kindOf(name)))
            privilege.risky.append(*catalogues.scopes.find(name));
    }
    std::stable_sort(
        privilege.risky.begin(), privilege.risky.end(),
        [](const KnownScope &left, const KnownScope &right) { return left.kind < right.kind; });
    return privilege;
}

QList<Endpoint> listingApplications(const Catalogues &catalogues)
{
    const auto endpoint = catalogues.endpoints.find(u"GET"_s, u"/api/v2/clients"_s);
    return endpoint ? QList<Endpoint>{*endpoint} : QList<Endpoint>();
}

std::optional<ScopeComparison> compareScopes(
    const OAuth::ScopeSet &here, const OAuth::ScopeSet &there)
{
    if (!here.isKnown() || !there.isKnown())
        return {};
    ScopeComparison comparison;
    for (const QString &name : here.names())
        (there.contains(name) ? comparison.both : comparison.onlyHere).append(name);
    for (const QString &name : there.names()) {
        if (!here.contains(name))
            comparison.onlyThere.append(name);
    }
    return comparison;
}

} // namespace Tenantscope::Management
