// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/scopeset.h"

#include <QAnyStringView>
#include <QString>
#include <QStringList>

namespace Tenantscope::Ui {

/// Why there is nothing to read where a value could stand; each has a look of its own.
enum class Emptiness {
    NotVisible, ///< the token's scopes do not reach it
    NotSet,     ///< they do, and it is not there
    Empty,      ///< null, "", [] or {}
    NotFetched, ///< the list does not ask for it
    Unknown,    ///< it is not there, and the token does not tell its scopes
};

/// The scopes of which any one makes the API return \a member; none: every accepted scope does. (Auth0 docs: GET
/// /api/v2/clients)
[[nodiscard]] QStringList scopesFor(QAnyStringView member);

/// Why \a member is absent from an answer to a token with \a scopes.
[[nodiscard]] Emptiness whyAbsent(QAnyStringView member, const OAuth::ScopeSet &scopes);

/// What stands in the cell: "–", "[ ]", "?", "…", or the scope that is needed.
[[nodiscard]] QString emptinessMark(Emptiness emptiness, QAnyStringView member);
/// The same in words, for tool tips and screen readers: "Not visible: needs read:clients or read:client_keys".
[[nodiscard]] QString emptinessWords(Emptiness emptiness, QAnyStringView member);

/// True for members whose value is a list; empty, they say "Empty list".
[[nodiscard]] bool isListMember(QAnyStringView member);

} // namespace Tenantscope::Ui
