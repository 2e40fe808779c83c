// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/scopeset.h"

#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <variant>

namespace Tenantscope::Management {

/// Which page: by number (with totals), or by checkpoint.
struct PageNumber
{
    int page = 0;
    bool operator==(const PageNumber &) const = default;
};
struct Checkpoint
{
    QString from; ///< empty: the first page
    bool operator==(const Checkpoint &) const = default;
};
using PagePlace = std::variant<PageNumber, Checkpoint>;

/// Largest page the API grants.
inline constexpr int largestPage = 100;

/// Whether a list asks for secrets too. Only on a user's explicit wish: the tenant logs such a read.
enum class ListedMembers { WithoutSecrets, WithSecrets };

/// The members that are credentials of the application itself, to be left out of every answer nobody asked a
/// secret of; none when \a scopes are known to reach none of them.
[[nodiscard]] QStringList excludedSecrets(const OAuth::ScopeSet &scopes);

/// What no list ever asks for: pages of HTML.
[[nodiscard]] QStringList excludedPages();

/// The members the list does not ask for: secrets, other services' secrets, and HTML. A token known to lack both
/// `read:client_keys` and `read:client_credentials` gets no secrets; then the first three are not named.
[[nodiscard]] QStringList excludedMembers(const OAuth::ScopeSet &scopes);

/// The query of one page of any list.
[[nodiscard]] QUrlQuery pageQuery(const PagePlace &place, int pageSize = largestPage);

/// The query of `GET /api/v2/clients` for one page: `is_global=false`, largest page, secret-free unless
/// \a listed says otherwise.
[[nodiscard]] QUrlQuery listQuery(
    const PagePlace &place, const OAuth::ScopeSet &scopes, int pageSize = largestPage,
    ListedMembers listed = ListedMembers::WithoutSecrets);

/// The query of `GET /api/v2/clients/{id}` for all that one application is, but its secrets.
[[nodiscard]] QUrlQuery applicationQuery(const OAuth::ScopeSet &scopes);

/// The query of `GET /api/v2/clients/{id}` for its `client_secret` and nothing else. The tenant logs such a read.
[[nodiscard]] QUrlQuery secretQuery();

} // namespace Tenantscope::Management
