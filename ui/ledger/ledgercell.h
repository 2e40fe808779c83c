// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenledger.h"

#include <QVariant>

namespace Tenantscope::Ui {

enum class LedgerColumn { When, Tenant, As, Token, Scopes, Dies, Left };
inline constexpr int ledgerColumns = 7;

/// What the cell of \a copy in \a column gives for \a role, as it is shown in \a place; nullptr: as it is.
[[nodiscard]] QVariant ledgerCell(
    const Session::TokenCopy &copy, LedgerColumn column, const Base::Clock &clock, int role,
    const QObject *place);
/// The name of \a owner as it is shown in \a place. The tenant may be known no more, so its names mask themselves.
[[nodiscard]] QString shownOwner(const Session::TokenOwner &owner, const QObject *place);
[[nodiscard]] QVariant ledgerHeader(LedgerColumn column, int role);

} // namespace Tenantscope::Ui
