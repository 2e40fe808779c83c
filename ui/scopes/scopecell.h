// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopecatalogue.h"
#include "ui/scopes/namedscopes.h"

#include <QVariant>

namespace Tenantscope::Ui {

/// What the columns of the matrix are: the resource, then the verbs.
enum class ScopeColumn { Resource, Read, Create, Update, Delete, Other };
inline constexpr int scopeColumns = 6;

/// Whose token holds a scope.
enum class Holding {
    Nobody,
    Here,  ///< the token that is shown; alone, when it is compared with another
    There, ///< only the one it is compared with
    Both,
    Unknown, ///< the token does not tell its scopes
};

/// Two tokens, or one.
struct ScopeHolders
{
    NamedScopes here{};
    std::optional<NamedScopes> there{}; ///< compared with; its scopes are known

    [[nodiscard]] Holding of(const QString &scope) const;
    bool operator==(const ScopeHolders &) const = default;
};

/// The role under which a model tells the gravest Management::ScopeKind of a cell that is risky, as an int.
inline constexpr int scopeKindRole = Qt::UserRole + 120;
/// The role under which it tells whether that scope is held by anybody.
inline constexpr int scopeHeldRole = Qt::UserRole + 121;
/// Pixels that the mark of a risky kind takes, with the gap before it.
inline constexpr int scopeMarkRoom = 24;

/// What a cell shows that stands for \a scopes, which may be none.
[[nodiscard]] QVariant scopeCell(
    const QStringList &scopes, const ScopeHolders &holders, const Management::ScopeCatalogue &known,
    int role);
[[nodiscard]] QVariant resourceCell(const QString &resource, int role);
[[nodiscard]] QVariant scopeHeader(ScopeColumn column, int role);

/// Who holds a scope, as a cell says it beside its icon; may be empty.
[[nodiscard]] QString holdingText(Holding holding, bool isCompared);
/// Who holds a scope, as words: "Granted", "Not granted", "Only contoso".
[[nodiscard]] QString holdingWords(Holding holding, const ScopeHolders &holders);

} // namespace Tenantscope::Ui
