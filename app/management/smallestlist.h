// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopelens.h"

#include <QHash>
#include <QSet>

namespace Tenantscope::Management {

/// Finds the cheapest set of scopes that opens some endpoints: a hitting set, searched depth first with a bound. Used by
/// `scopelens` only.
class SmallestList final
{
public:
    explicit SmallestList(const Catalogues &catalogues);

    [[nodiscard]] QStringList forAll(const QList<Endpoint> &endpoints);
    /// The way of \a endpoint that costs least beyond \a granted; what it lacks.
    [[nodiscard]] QStringList cheapestLack(
        const Endpoint &endpoint, const OAuth::ScopeSet &granted) const;

private:
    /// Compared from the first member on.
    struct Cost
    {
        int risk = 0;
        int scopes = 0;
        int opened = 0; ///< endpoints that the scopes open
        auto operator<=>(const Cost &) const = default;
    };

    void search(
        const QList<Endpoint> &open, qsizetype next, const QSet<QString> &chosen, Cost cost);
    [[nodiscard]] Cost costOf(const QStringList &scopes) const;
    [[nodiscard]] QList<QStringList> cheapestFirst(const Endpoint &endpoint) const;

    const ScopeCatalogue &m_scopes;
    QHash<QString, int> m_opened;
    QSet<QString> m_best;
    Cost m_bestCost;
    bool m_hasBest = false;
};

} // namespace Tenantscope::Management
