// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace Tenantscope::Jwt {

[[nodiscard]] inline bool isBlank(char c)
{
    return QByteArrayView(" \t\r\n").contains(c);
}

/// Of a variable's name, or a member's.
[[nodiscard]] inline bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Of a JWS or JWE in compact serialization (RFC 7515 §7.1, RFC 7516 §7.1).
[[nodiscard]] inline bool isCompactCharacter(char c)
{
    return isNameCharacter(c) || c == '-' || c == '.';
}

/// Of any bearer token (RFC 6750 §2.1).
[[nodiscard]] inline bool isTokenCharacter(char c)
{
    return isCompactCharacter(c) || QByteArrayView("~+/=").contains(c);
}

} // namespace Tenantscope::Jwt
