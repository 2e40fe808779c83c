// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/decode.h"
#include "app/oauth/accesstoken.h"
#include "app/tenant/domain.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Tenantscope::Session {

class TenantSession;

/// Clocks and times that differ by no more than this agree.
inline constexpr std::chrono::seconds clockTolerance{60};

/// What the tenant, or whoever asked for a token, said of it: to be compared with what the token says of itself.
struct TokenContext
{
    Tenant::Domain domain{};
    QString audience{};                ///< as asked for
    QString clientId{};                ///< of who asked
    std::optional<QDateTime> expiry{}; ///< by `expires_in`, on the corrected wall clock
    OAuth::ScopeSet scopes{};          ///< of the answer; unknown: it named none
    std::optional<std::chrono::seconds> clockSkew{}; ///< ours minus theirs, by the `Date` header
};

/// Something a token says otherwise than its context.
struct TokenDifference
{
    enum class Kind {
        Issuer,     ///< `iss` is not the domain's
        Audience,   ///< `aud` lacks the audience asked for
        Party,      ///< `azp` or `client_id`, the claim, is not who asked
        Expiry,     ///< `exp` is not when `expires_in` ends, by more than a minute
        Scope,      ///< `scope` is not what the answer granted
        ClockSkew,  ///< our clock and the tenant's differ by more than a minute
        IssuedLater ///< `iat` is over a minute ahead of the corrected clock
    };
    Kind kind;
    QString said{};            ///< by the token; from outside
    QString expected{};        ///< from the context
    QLatin1StringView claim{}; ///< Party: which one
    std::chrono::seconds by{
        0}; ///< Expiry: the token's minus the answer's; ClockSkew: ours minus theirs; IssuedLater: how far ahead

    bool operator==(const TokenDifference &) const = default;
};

/// Where \a token and \a context differ at \a now (the corrected wall clock). What either does not say is no difference.
[[nodiscard]] QList<TokenDifference> differencesOf(
    const Jwt::DecodedToken &token, const TokenContext &context, const QDateTime &now);

/// The context of \a session's token.
[[nodiscard]] TokenContext contextOf(const TenantSession &session, const OAuth::AccessToken &token);

/// \a difference in one sentence: plain text on one line, neutralised.
[[nodiscard]] QString differenceText(const TokenDifference &difference);

} // namespace Tenantscope::Session
