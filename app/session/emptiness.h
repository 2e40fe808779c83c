// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/applications/searchquery.h"
#include "app/oauth/scopeset.h"

#include <QAnyStringView>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Session {

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

/// Why a value is none that the tenant's answer has as \a absence says; \a member is what it is in: scopes show or hide a
/// member with all that is inside. nullopt: it is one.
[[nodiscard]] std::optional<Emptiness> emptinessOf(
    Applications::Absence absence, QAnyStringView member, const OAuth::ScopeSet &scopes);

/// The scopes of which any one would let \a query see all it looks at; none: a token with \a scopes does, or does not tell.
[[nodiscard]] QStringList scopesLackedBy(
    const Applications::SearchQuery &query, const OAuth::ScopeSet &scopes);

/// "read:clients or read:client_keys".
[[nodiscard]] QString anyOf(const QStringList &scopes);

/// What stands in the cell: "–", "[ ]", "?", "…", or the scope that is needed.
[[nodiscard]] QString emptinessMark(Emptiness emptiness, QAnyStringView member);
/// The same in words, for tool tips and screen readers: "Not visible: needs read:clients or read:client_keys".
[[nodiscard]] QString emptinessWords(Emptiness emptiness, QAnyStringView member);

/// What stands in a copy or a file: the mark, but for what is not visible the words, for a scope alone looks like a value.
[[nodiscard]] QString exportedMark(Emptiness emptiness, QAnyStringView member);

/// True for members whose value is a list; empty, they say "Empty list".
[[nodiscard]] bool isListMember(QAnyStringView member);

} // namespace Tenantscope::Session
