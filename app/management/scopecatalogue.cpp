// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/scopecatalogue.h"

#include "app/management/cataloguetable.h"

#include <algorithm>

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

namespace {

enum Field { Name, Kind, Remark, Fields };

ScopeKind kindFrom(const QString &word)
{
    constexpr struct
    {
        QLatin1StringView word;
        ScopeKind kind;
    } kinds[] = {
        {"widens"_L1, ScopeKind::Widens},   {"runs"_L1, ScopeKind::RunsCode},
        {"reveals"_L1, ScopeKind::Reveals}, {"destroys"_L1, ScopeKind::Destroys},
        {"weakens"_L1, ScopeKind::Weakens}, {"personal"_L1, ScopeKind::Personal},
        {"summary"_L1, ScopeKind::Summary}, {"own"_L1, ScopeKind::Own},
    };
    const auto found = std::find_if(std::begin(kinds), std::end(kinds), [&word](const auto &kind) {
        return kind.word == word;
    });
    return found == std::end(kinds) ? ScopeKind::Plain : found->kind;
}

} // namespace

bool isRisky(ScopeKind kind)
{
    return kind < ScopeKind::Plain;
}

ScopeCatalogue ScopeCatalogue::read()
{
    ScopeCatalogue catalogue;
    for (const QStringList &row : readCatalogueTable(u"scopes"_s, Fields))
        catalogue.m_all.append(
            {.name = row[Name], .kind = kindFrom(row[Kind]), .remark = row[Remark]});
    std::sort(
        catalogue.m_all.begin(), catalogue.m_all.end(),
        [](const KnownScope &left, const KnownScope &right) { return left.name < right.name; });
    return catalogue;
}

const KnownScope *ScopeCatalogue::find(QStringView name) const
{
    const auto found = std::lower_bound(
        m_all.begin(), m_all.end(), name,
        [](const KnownScope &scope, QStringView wanted) { return scope.name < wanted; });
    return found != m_all.end() && found->name == name ? &*found : nullptr;
}

ScopeKind ScopeCatalogue::kindOf(QStringView name) const
{
    const KnownScope *scope = find(name);
    return scope ? scope->kind : ScopeKind::Plain;
}

} // namespace Tenantscope::Management
