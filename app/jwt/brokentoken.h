// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/foundtoken.h"

namespace Tenantscope::Jwt {

/// What \a text is, one run of characters; nullopt: neither a JWS nor a JWE.
[[nodiscard]] std::optional<TokenForm> compactForm(QByteArrayView text);

/// Whether the last part of \a text, a JWS or JWE, is as long as its algorithm makes it.
[[nodiscard]] bool isWholeToken(QByteArrayView text);

/// The JWS or JWE that \a text begins with, put together again where blanks and line ends within it are a terminal's or a
/// mail's. It ends where its signature, or its tag, has the length that its algorithm gives it. When that is nowhere, it is
/// the whole text, so long as that has no characters but a bearer token's.
[[nodiscard]] std::optional<FoundToken> brokenToken(QByteArrayView text);

} // namespace Tenantscope::Jwt
