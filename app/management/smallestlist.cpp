// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/smallestlist.h"

#include <algorithm>

namespace Tenantscope::Management {

namespace {

/// So that a risky scope is never taken where a harmless one does, and one that is of no use to a machine only where nothing
/// else opens.
int riskOf(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Plain:
        return 0;
    case ScopeKind::Summary: // harmless, but what it opens answers with less than was asked for
        return 1;
    case ScopeKind::Personal:
        return 4;
    case ScopeKind::Weakens:
    case ScopeKind::Destroys:
        return 8;
    case ScopeKind::Reveals:
    case ScopeKind::RunsCode:
        return 16;
    case ScopeKind::Widens:
        return 32;
    case ScopeKind::Own:
        break;
    }
    return 10'000;
}

bool isOpen(const Endpoint &endpoint, const QSet<QString> &chosen)
{
    return std::any_of(
        endpoint.ways.begin(), endpoint.ways.end(), [&chosen](const QStringList &way) {
            return std::all_of(way.begin(), way.end(), [&chosen](const QString &scope) {
                return chosen.contains(scope);
            });
        });
}

QStringList lacking(const QStringList &way, const QSet<QString> &chosen)
{
    QStringList missing;
    std::copy_if(
        way.begin(), way.end(), std::back_inserter(missing),
        [&chosen](const QString &scope) { return !chosen.contains(scope); });
    return missing;
}

} // namespace

SmallestList::SmallestList(const Catalogues &catalogues)
    : m_scopes(catalogues.scopes)
{
    for (const Endpoint &endpoint : catalogues.endpoints.all()) {
        for (const QString &scope : endpoint.scopes())
            ++m_opened[scope];
    }
}

QStringList SmallestList::forAll(const QList<Endpoint> &endpoints)
{
    QSet<QString> chosen;
    for (const Endpoint &endpoint : endpoints) {
        if (endpoint.ways.size() == 1) // no choice
            chosen.unite(QSet<QString>(endpoint.ways[0].begin(), endpoint.ways[0].end()));
    }
    m_hasBest = false;
    search(endpoints, 0, chosen, costOf(chosen.values()));
    QStringList best = m_best.values();
    best.sort();
    return best;
}

QStringList SmallestList::cheapestLack(
    const Endpoint &endpoint, const OAuth::ScopeSet &granted) const
{
    const QStringList &names = granted.names();
    const QSet<QString> chosen(names.begin(), names.end());
    std::optional<QStringList> best;
    for (const QStringList &way : endpoint.ways) {
        QStringList missing = lacking(way, chosen);
        if (!best || costOf(missing) < costOf(*best))
            best = std::move(missing);
    }
    return best.value_or(QStringList());
}

void SmallestList::search(
    const QList<Endpoint> &open, qsizetype next, const QSet<QString> &chosen, Cost cost)
{
    if (m_hasBest && cost >= m_bestCost)
        return;
    while (next < open.size() && isOpen(open[next], chosen))
        ++next;
    if (next == open.size()) {
        m_best = chosen;
        m_bestCost = cost;
        m_hasBest = true;
        return;
    }
    for (const QStringList &way : cheapestFirst(open[next])) {
        const QStringList more = lacking(way, chosen);
        const Cost added = costOf(more);
        QSet<QString> with = chosen;
        with.unite(QSet<QString>(more.begin(), more.end()));
        search(
            open, next + 1, with,
            {.risk = cost.risk + added.risk,
             .scopes = cost.scopes + added.scopes,
             .opened = cost.opened + added.opened});
    }
}

SmallestList::Cost SmallestList::costOf(const QStringList &scopes) const
{
    Cost sum;
    for (const QString &scope : scopes) {
        sum.risk += riskOf(m_scopes.kindOf(scope));
        sum.opened += m_opened.value(scope);
        ++sum.scopes;
    }
    return sum;
}

QList<QStringList> SmallestList::cheapestFirst(const Endpoint &endpoint) const
{
    QList<QStringList> ways = endpoint.ways;
    std::stable_sort(
        ways.begin(), ways.end(), [this](const QStringList &left, const QStringList &right) {
            return costOf(left) < costOf(right);
        });
    return ways;
}

} // namespace Tenantscope::Management
