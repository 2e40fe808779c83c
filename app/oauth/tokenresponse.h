// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/http/response.h"
#include "app/oauth/accesstoken.h"

namespace Tenantscope::OAuth {

/// Why an answer brought no token that can be used, or none that meets a need: the `detail` of an error of
/// kind Malformed, TokenUnusable, NoToken or TokenRefused.
namespace TokenProblem {
inline constexpr QLatin1StringView missing{
    "token-missing"}; ///< Malformed: absent, empty or no text
inline constexpr QLatin1StringView tooLong{"token-too-long"}; ///< Malformed: over 64 KiB
inline constexpr QLatin1StringView character{
    "token-character"}; ///< TokenUnusable: RFC 6750 §2.1 forbids one
inline constexpr QLatin1StringView type{"token-type"}; ///< TokenUnusable: `subject` is the type
inline constexpr QLatin1StringView expiredOnArrival{
    "expired-on-arrival"}; ///< TokenUnusable or NoToken
inline constexpr QLatin1StringView lifeTooShort{
    "life-too-short"}; ///< NoToken: a new one lives shorter than needed
inline constexpr QLatin1StringView noCredentials{
    "no-credentials"}; ///< NoToken: nothing to ask with
inline constexpr QLatin1StringView expired{
    "expired"}; ///< NoToken: it expired, and no new one was got
inline constexpr QLatin1StringView assertionRefused{
    "assertion-refused"}; ///< TokenRefused: the request was signed by a private key
} // namespace TokenProblem

/// Reads a 2xx answer of the token endpoint (RFC 6749 §5.1) and wipes its body. Errors: Malformed (no
/// `access_token`: absent, empty, over 64 KiB), TokenUnusable (characters RFC 6750 §2.1 forbids, or a `token_type`
/// other than Bearer); `detail` is a TokenProblem. Odd but usable members become notes.
[[nodiscard]] Base::Result<AccessToken> readTokenResponse(Http::Response &&response);

/// An error answer of the token endpoint: 400, 401 and 403 are a refusal by the authorization server.
[[nodiscard]] Base::Error tokenError(Base::Error error);

} // namespace Tenantscope::OAuth
