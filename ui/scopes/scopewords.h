// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopelens.h"
#include "ui/scopes/namedscopes.h"

namespace Tenantscope::Ui {

/// What scopes of a kind do, for \a count of them: "reveals secrets", "reveal secrets". Empty for a plain one.
[[nodiscard]] QString kindWords(Management::ScopeKind kind, int count = 1);
/// The icon whose shape stands for a kind that is risky; nullptr for the others.
[[nodiscard]] const char *kindIcon(Management::ScopeKind kind);

/// How a token's scopes suit what this program is for; \a privilege as privilegeFor() judged \a granted.
[[nodiscard]] QString verdictText(
    const std::optional<Management::Privilege> &privilege, const OAuth::ScopeSet &granted);
/// How \a granted compares with the scopes of \a other.
[[nodiscard]] QString comparisonText(const OAuth::ScopeSet &granted, const NamedScopes &other);

/// What else opens \a endpoint, or must come along, beside the scopes in \a shown.
[[nodiscard]] QString otherwiseText(const Management::Endpoint &endpoint, const QStringList &shown);
/// Whether the token may call \a endpoint, and if not, what is \a missing as missingFor() found it.
[[nodiscard]] QString missingText(
    const Management::Endpoint &endpoint, const std::optional<QStringList> &missing);
/// The ways of \a endpoint as words: "read:logs, or read:logs_users".
[[nodiscard]] QString waysText(const Management::Endpoint &endpoint);

} // namespace Tenantscope::Ui
