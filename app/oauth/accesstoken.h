// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "app/base/secret.h"
#include "app/oauth/scopeset.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace Tenantscope::OAuth {

/// An access token with its life on the elapsed clock: counted from the start of the request that brought it.
struct AccessToken
{
    /// What was odd about the answer, to be told beside the token.
    enum class Note {
        ScopeFromClaim,   ///< the answer had no `scope`; the JWT's claim was taken
        ScopesUnknown,    ///< neither had one
        TypeMissing,      ///< no `token_type`; used as Bearer
        LifeWasText,      ///< `expires_in` came as a string
        LifeFromClaims,   ///< missing or absurd `expires_in`; taken from `exp` − `iat`
        LifeUnknown,      ///< neither says; not renewed by itself
        LifesDiffer,      ///< `expires_in` and the claims differ by more than a minute
        ExpiredOnArrival, ///< `expires_in` ≤ 0; not renewed by itself
    };

    Base::Secret value;
    Base::Instant issuedAt;                 ///< start of the request
    std::optional<Base::Instant> expiresAt; ///< nullopt: expiry unknown
    /// Where its claims end its life (`exp` − `iat` after issuedAt) more than a minute before expiresAt: whoever judges it by
    /// them refuses it from then on. Nullopt: they do not.
    std::optional<Base::Instant> endByClaims;
    ScopeSet scopes;
    std::optional<QDateTime> claimedExpiry; ///< the JWT's `exp`, decoded, not verified
    QList<Note> notes;
    /// The keeper's count of the tokens it got, from 1. Two may have the same bytes: a tenant that signs twice within
    /// a second may well sign the same claims.
    quint64 serial = 0;

    [[nodiscard]] std::optional<std::chrono::nanoseconds> life() const;
    /// Time left at \a now, never negative; nullopt: unknown.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> remaining(Base::Instant now) const;
    /// Until when its life can be promised: the earlier of expiresAt and endByClaims; nullopt: unknown.
    [[nodiscard]] std::optional<Base::Instant> assuredUntil() const;
    /// The same as time left at \a now, never negative.
    [[nodiscard]] std::optional<std::chrono::nanoseconds> assuredLife(Base::Instant now) const;
    [[nodiscard]] bool isExpired(Base::Instant now) const;

    bool operator==(const AccessToken &) const = default;
};

} // namespace Tenantscope::OAuth
