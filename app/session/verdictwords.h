// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/verify.h"

namespace Tenantscope::Session {

/// "Verified" and its like: the word for a badge.
[[nodiscard]] QString outcomeText(Jwt::Outcome outcome);

/// Why a token is what \a verdict says it is, in one or two sentences, for a reader who knows Auth0 but no RFC; what was not
/// checked is told too. Plain text on one line, neutralised.
[[nodiscard]] QString verdictText(const Jwt::Verdict &verdict);

/// What can be said against the signature of \a token, a JWS, before any key is asked for: there is none, its algorithm is not
/// checked here, its header is damaged or ambiguous. Empty: nothing, a key has to tell.
[[nodiscard]] QString keylessObjection(QByteArrayView token);

/// Why a key of a set cannot be used: the part of a sentence behind a colon.
[[nodiscard]] QString keyProblemText(Jwt::KeyProblem problem);

/// Why a file or an answer is no JWKS, by the KeySetRule that it breaks.
[[nodiscard]] QString keySetRuleText(QStringView rule);

} // namespace Tenantscope::Session
