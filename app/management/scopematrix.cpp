// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/scopematrix.h"

#include "app/management/scopecatalogue.h"

#include <map>

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

QStringList ScopeRow::all() const
{
    QStringList all;
    for (const QStringList &cell : scopes)
        all += cell;
    return all;
}

ScopeVerb verbOf(const QString &scope)
{
    constexpr struct
    {
        QLatin1StringView start;
        ScopeVerb verb;
    } verbs[] = {
        {"read:"_L1, ScopeVerb::Read},
        {"create:"_L1, ScopeVerb::Create},
        {"update:"_L1, ScopeVerb::Update},
        {"delete:"_L1, ScopeVerb::Delete},
    };
    for (const auto &known : verbs) {
        if (scope.startsWith(known.start))
            return known.verb;
    }
    return ScopeVerb::Other;
}

QString resourceOf(const QString &scope)
{
    return scope.mid(scope.indexOf(u':') + 1);
}

QList<ScopeRow> scopeMatrix(const ScopeCatalogue &known, const QStringList &tokens)
{
    QStringList names = tokens;
    for (const KnownScope &scope : known.all())
        names.append(scope.name);
    names.sort();
    names.removeDuplicates();
    std::map<QString, ScopeRow> rows;
    for (const QString &name : std::as_const(names)) {
        const QString resource = resourceOf(name);
        ScopeRow &row = rows[resource];
        row.resource = resource;
        row.scopes[size_t(verbOf(name))].append(name);
    }
    QList<ScopeRow> matrix;
    for (auto &[resource, row] : rows)
        matrix.append(std::move(row));
    return matrix;
}

} // namespace Tenantscope::Management
