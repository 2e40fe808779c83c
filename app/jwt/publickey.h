// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/jwt/algorithm.h"

#include <QByteArrayView>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

namespace Tenantscope::Jwt {

/// Why a key of a set is not used. The list is closed.
enum class KeyProblem {
    Malformed,        ///< no object, or a `kid` or `kty` that is no text
    DuplicateMember,  ///< RFC 7517 §4
    OtherType,        ///< `kty` is neither RSA nor EC; a shared secret (`oct`) is among these
    OtherCurve,       ///< EC, but not P-256
    NotForSignatures, ///< `use` or `key_ops` say so, RFC 7517 §4.2, §4.3
    OtherAlgorithm,   ///< `alg` is none of ours, or not of its type
    BadNumber,        ///< a member missing, not base64url, with leading zeros, or out of range
    TooShort,         ///< under 2,048 bits, RFC 7518 §3.3
    TooLong,          ///< over 8,192 bits: checking one would take a noticeable time
    Guessable,        ///< its private half can be computed, CVE-2017-15361
    OffCurve,         ///< its point is not on P-256
    Private,          ///< it holds private members: everybody may sign with what is published
};

/// Owns a public key and decides which signatures are its own.
///
/// The algorithms it serves are its own matter (RFC 8725 §3.1): the `alg` of its JWK where there is one, else those of
/// its type. A token's header can choose among them, never add to them. Its questions may be asked from several threads.
class PublicKey final
{
public:
    /// The key in \a jwk (RFC 7517, RFC 7518 §6): RSA, or EC on P-256. Certificates (`x5c`, `x5u`) are not looked at.
    [[nodiscard]] static tl::expected<PublicKey, KeyProblem> fromJwk(const QJsonObject &jwk);

    PublicKey(PublicKey &&other) noexcept;
    PublicKey &operator=(PublicKey &&other) noexcept;
    ~PublicKey();

    [[nodiscard]] const std::optional<QString> &keyId() const; ///< `kid`; nullopt: it has none
    [[nodiscard]] QString thumbprint() const;                  ///< SHA-256 in base64url, RFC 7638
    [[nodiscard]] const QList<Algorithm> &algorithms() const;
    [[nodiscard]] bool serves(Algorithm algorithm) const
    {
        return algorithms().contains(algorithm);
    }

    /// True when \a signature, as RFC 7518 §3 writes it, was made over \a input with this key by \a algorithm; false
    /// for any algorithm that it does not serve.
    [[nodiscard]] bool verifies(
        Algorithm algorithm, QByteArrayView input, QByteArrayView signature) const;

private:
    class Private;
    explicit PublicKey(std::unique_ptr<Private> publicKey);

    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Jwt
