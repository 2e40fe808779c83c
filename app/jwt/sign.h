// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace Tenantscope::Jwt {

/// Owns a private RSA key and signs tokens with it by RS256 (RFC 7518 §3.3). Its questions and sign() may be
/// asked from several threads at once.
class SigningKey final
{
public:
    /// A new random key of 2,048 bits, which takes a tenth of a second or more.
    [[nodiscard]] static Base::Result<SigningKey> generateRsa2048();
    /// The key in \a pem (PKCS#8 or PKCS#1). ErrorKind::Malformed when there is none, when it is encrypted
    /// (nobody is asked for a passphrase), no RSA key, or shorter than the 2,048 bits RS256 demands.
    [[nodiscard]] static Base::Result<SigningKey> fromPem(QByteArrayView pem);

    SigningKey(SigningKey &&other) noexcept;
    SigningKey &operator=(SigningKey &&other) noexcept;
    ~SigningKey();

    /// The key's SHA-256 thumbprint in base64url, RFC 7638: `kid` of its tokens and of its JWK.
    [[nodiscard]] QString keyId() const;
    /// The public half as a JWK (RFC 7517): `kty`, `n`, `e`, `kid`, `use` sig, `alg` RS256.
    [[nodiscard]] QJsonObject publicJwk() const;

    /// \a claims as a JWS in compact serialization. The header is \a header with `alg` set to what this key
    /// does; `kid` and `typ` are the caller's. The same input gives the same bytes: PKCS#1 v1.5 signatures
    /// hold no chance. Fails only when OpenSSL does.
    [[nodiscard]] Base::Result<QByteArray> sign(
        const QJsonObject &header, const QJsonObject &claims) const;

private:
    class Private;
    explicit SigningKey(std::unique_ptr<Private> d);

    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Jwt
