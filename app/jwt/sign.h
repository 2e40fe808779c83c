// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/signingalgorithm.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>
#include <QString>

#include <memory>

namespace Tenantscope::Jwt {

/// The rule a refused key breaks: the `detail` of an InvalidPrivateKey error.
namespace KeyRule {
inline constexpr QLatin1StringView notPem{"not-pem"}; ///< no private key in PEM form
inline constexpr QLatin1StringView encrypted{
    "encrypted"}; ///< and nobody is asked for its passphrase
inline constexpr QLatin1StringView notRsa{"not-rsa"};
inline constexpr QLatin1StringView tooShort{"too-short"}; ///< under 2,048 bits, RFC 7518 §3.3
inline constexpr QLatin1StringView tooLong{
    "too-long"}; ///< its signature would not fit where it is to go
} // namespace KeyRule

inline constexpr qsizetype longestPem = 64 * 1024;

/// Owns a private RSA key and signs tokens with it (RFC 7518 §3.3, §3.5). Its questions and sign() may be asked from
/// several threads at once.
class SigningKey final
{
public:
    /// A new random key of 2,048 bits, which takes a tenth of a second or more.
    [[nodiscard]] static Base::Result<SigningKey> generateRsa2048();
    /// The key in \a pem (PKCS#8 or PKCS#1). Error: InvalidPrivateKey, its `detail` a KeyRule.
    [[nodiscard]] static Base::Result<SigningKey> fromPem(QByteArrayView pem);

    SigningKey(SigningKey &&other) noexcept;
    SigningKey &operator=(SigningKey &&other) noexcept;
    ~SigningKey();

    /// The key's SHA-256 thumbprint in base64url, RFC 7638: `kid` of its tokens and of its JWK.
    [[nodiscard]] QString keyId() const;
    /// The public half as a JWK (RFC 7517): `kty`, `n`, `e`, `kid`, `use` sig, `alg` RS256.
    [[nodiscard]] QJsonObject publicJwk() const;

    /// \a claims as a JWS in compact serialization. The header is \a header with `alg` set to \a algorithm; `kid` and
    /// `typ` are the caller's. By RS256 and RS384 the same input gives the same bytes; PS256 salts with as many random
    /// bytes as its hash has (RFC 7518 §3.5). Fails only when OpenSSL does.
    [[nodiscard]] Base::Result<QByteArray> sign(
        const QJsonObject &header, const QJsonObject &claims,
        Base::SigningAlgorithm algorithm = Base::SigningAlgorithm::Rs256) const;

private:
    class Private;
    explicit SigningKey(std::unique_ptr<Private> privateKey);

    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Jwt
