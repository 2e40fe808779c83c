// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/oauth/accesstoken.h"

#include <QMetaType>

#include <optional>
#include <variant>

namespace Tenantscope::OAuth {

/// What became of the last attempt to renew, while the old token still lives.
struct RenewalFailure
{
    Base::Error error;
    int failures = 1;                          ///< in a row
    std::optional<Base::Instant> nextTry = {}; ///< nullopt: not tried again by itself

    bool operator==(const RenewalFailure &) const = default;
};

struct NoToken
{
    std::optional<Base::Error> error =
        {}; ///< why the last request brought none, when it was no refusal

    bool operator==(const NoToken &) const = default;
};
struct Requesting
{
    bool operator==(const Requesting &) const = default;
};
struct Valid
{
    AccessToken token;
    std::optional<Base::Instant> renewsAt =
        {}; ///< next try unasked; nullopt: not renewed by itself
    std::optional<RenewalFailure> renewalFailure = {};
    bool rejected = false; ///< the API answers 401 to it even after a renewal

    bool operator==(const Valid &) const = default;
};
struct Renewing
{
    AccessToken token; ///< the old one, usable meanwhile
    std::optional<Base::Instant> renewsAt =
        {}; ///< as it was planned: stands again when this one is cancelled
    std::optional<RenewalFailure> lastFailure = {};
    bool rejected = false;

    bool operator==(const Renewing &) const = default;
};
struct Refused
{
    Base::Error error;

    bool operator==(const Refused &) const = default;
};
struct Expired
{
    Base::Instant expiredAt;
    std::optional<RenewalFailure> renewalFailure = {};
    bool onArrival = false;
    bool asking = false; ///< its renewal is, still or again, under way

    bool operator==(const Expired &) const = default;
};

/// Where a session stands with its token. A token is held only while it is Valid or Renewing.
using TokenState = std::variant<NoToken, Requesting, Valid, Renewing, Refused, Expired>;

/// The token of \a state, if it holds one.
[[nodiscard]] const AccessToken *tokenOf(const TokenState &state);
/// True while a request is in flight.
[[nodiscard]] bool isAsking(const TokenState &state);

/// When the keeper asks unasked, be it to renew or to try a renewal anew; nullopt: it does not.
[[nodiscard]] std::optional<Base::Instant> nextTryOf(const TokenState &state);

/// What became of the last tries to renew, while or after a token lived; null: nothing went wrong.
[[nodiscard]] const RenewalFailure *renewalFailureOf(const TokenState &state);

// What happens to a state.
struct RequestSent
{
    bool unasked = false;
}; ///< unasked: by the keeper itself, to renew
struct TokenArrived
{
    AccessToken token;
    std::optional<Base::Instant> renewsAt = {};
};
struct RequestRefused
{
    Base::Error error;
};
struct RequestFailed
{
    Base::Error error;
    std::optional<Base::Instant> nextTry = {};
};
struct RequestCancelled
{
    Base::Instant now;
};
struct TokenRejected
{
}; ///< a fresh token met a 401
struct TimePassed
{
    Base::Instant now;
};
struct Forgotten
{
};
using TokenEvent = std::variant<
    RequestSent, TokenArrived, RequestRefused, RequestFailed, RequestCancelled, TokenRejected,
    TimePassed, Forgotten>;

/// The one transition function: the state after \a event. An event that does not fit leaves the state as it is.
[[nodiscard]] TokenState next(TokenState state, const TokenEvent &event);

} // namespace Tenantscope::OAuth
