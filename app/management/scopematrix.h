// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringList>

#include <array>

namespace Tenantscope::Management {

class ScopeCatalogue;

/// The first half of a scope's name, as a column; Other: `blacklist:tokens`, and whatever has no such half.
enum class ScopeVerb { Read, Create, Update, Delete, Other };
inline constexpr int scopeVerbs = 5;

/// The scopes of one resource. `openid`, which names none, is the resource of itself.
struct ScopeRow
{
    QString resource{};
    std::array<QStringList, scopeVerbs> scopes{}; ///< by verb; sorted, several under Other only

    [[nodiscard]] QStringList all() const;

    bool operator==(const ScopeRow &) const = default;
};

[[nodiscard]] ScopeVerb verbOf(const QString &scope);
[[nodiscard]] QString resourceOf(const QString &scope);

/// Every scope that is known, and those of \a tokens that are not, by resource, sorted.
[[nodiscard]] QList<ScopeRow> scopeMatrix(const ScopeCatalogue &known, const QStringList &tokens);

} // namespace Tenantscope::Management
