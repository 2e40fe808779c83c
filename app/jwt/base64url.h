// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace Tenantscope::Jwt {

/// \a bytes in base64url without padding, RFC 7515 §2.
[[nodiscard]] QByteArray base64UrlEncode(QByteArrayView bytes);

/// The bytes that base64UrlEncode() turns into exactly \a text; nullopt for anything it never writes:
/// padding, `+`, `/`, blanks and other foreign characters, a length of 4n + 1, and trailing bits that are
/// not zero (RFC 4648 §3.5), so that no two texts mean the same bytes. Empty text is empty bytes.
[[nodiscard]] std::optional<QByteArray> base64UrlDecode(QByteArrayView text);

} // namespace Tenantscope::Jwt
