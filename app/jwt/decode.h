// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Jwt {

/// In bytes. A longer one is not read.
inline constexpr qsizetype largestToken = 64 * 1024;

/// What a JSON Web Token says of itself, read without trust: nobody has checked its signature, its times or
/// whom it is for. Say "decoded" of it, never "verified".
struct DecodedToken
{
    QJsonObject header; ///< the JOSE header, RFC 7515 §4
    QJsonObject claims; ///< RFC 7519 §4, and whatever else is in there

    /// Header `alg`, RFC 7515 §4.1.1; empty when missing or no string, like the other texts.
    [[nodiscard]] QString algorithm() const;
    [[nodiscard]] QString keyId() const;   ///< header `kid`
    [[nodiscard]] QString issuer() const;  ///< `iss`
    [[nodiscard]] QString subject() const; ///< `sub`, with Auth0 `{client_id}@clients`
    /// `aud`, which is a string or an array of them (RFC 7519 §4.1.3); what is no string is left out.
    [[nodiscard]] QStringList audiences() const;
    /// The application the token was issued to: `azp`, or `client_id` as in RFC 9068 §2.2.
    [[nodiscard]] QString authorizedParty() const;

    /// `iat`, `exp`, `nbf` in UTC, to the millisecond. A NumericDate may be fractional (RFC 7519 §2); one
    /// that is no number, or outside the years 1 to 9999, counts as absent.
    [[nodiscard]] std::optional<QDateTime> issuedAt() const;
    [[nodiscard]] std::optional<QDateTime> expiresAt() const;
    [[nodiscard]] std::optional<QDateTime> notBefore() const;

    /// `scope`: names parted by blanks (RFC 8693 §4.2). nullopt: the token does not say, which is not the
    /// same as an empty scope. An array of names, as some servers write it, is joined by blanks.
    [[nodiscard]] std::optional<QString> scope() const;

    bool operator==(const DecodedToken &) const = default;
};

/// Reads \a token, a JWS in compact serialization (RFC 7515 §7.1) whose payload is a JSON object. nullopt
/// for everything else: opaque tokens, encrypted ones (RFC 7516, five parts), garbage, more than 64 KiB,
/// JSON nested deeper than 64. An unsecured token (`alg` none, empty signature) is read like any other.
/// Tokens of Auth0's Management API are opaque by contract: nothing may depend on this succeeding.
[[nodiscard]] std::optional<DecodedToken> decode(QByteArrayView token);

/// The same, whatever stands in the place of the signature: to show a token that was damaged there.
[[nodiscard]] std::optional<DecodedToken> decodeUnsigned(QByteArrayView token);

/// The header alone of \a token, a JWS or JWE in compact serialization: three or five parts.
[[nodiscard]] std::optional<QJsonObject> decodeHeader(QByteArrayView token);

} // namespace Tenantscope::Jwt
