// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"
#include "app/jwt/decode.h"
#include "app/jwt/foundtoken.h"
#include "app/oauth/scopeset.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

/// A token that is looked at, with what is known of whose it is.
struct InspectedToken
{
    Base::Secret value{};
    Jwt::TokenForm form = Jwt::TokenForm::Opaque;
    std::optional<Jwt::DecodedToken> decoded{}; ///< read without trust; of a JWE the header alone
    OAuth::ScopeSet scopes{};
    QString whose{};           ///< what its tab and its verdict call it
    QString application{};     ///< the name of who it was issued to; empty: not known
    QString origin{};          ///< in a sentence: tenant and application, as far as they are known
    QStringList differences{}; ///< a sentence each
    QString objection{}; ///< what is wrong with its signature whatever the keys; empty: nothing
    bool isOwn = false;  ///< a session got it, so that its audience is known
    Session::KnownTenant *tenant =
        nullptr; ///< whose keys it should be verified with; nullptr: unknown

    bool operator==(const InspectedToken &) const = default;
};

/// The token of \a tenant; nullopt: it has none.
[[nodiscard]] std::optional<InspectedToken> inspectOwn(Session::KnownTenant &tenant);
/// \a found, as one of the tenants of \a book if its issuer or audience is theirs.
[[nodiscard]] InspectedToken inspectPasted(
    const Jwt::FoundToken &found, const Session::TenantBook &book);

} // namespace Tenantscope::Ui
