// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/algorithm.h"

#include <QByteArrayView>

#include <memory>
#include <optional>

struct evp_pkey_st; // OpenSSL's own name for EVP_PKEY

namespace Tenantscope::Jwt {

/// Owns OpenSSL's handle of a public key and asks it about signatures: the arithmetic without the rules, which are
/// PublicKey's.
class EvpKey final
{
public:
    /// Numbers are big-endian. nullopt: OpenSSL does not take them.
    [[nodiscard]] static std::optional<EvpKey> fromRsa(
        QByteArrayView modulus, QByteArrayView exponent);
    /// Coordinates of 32 bytes each. nullopt: the point is not on P-256.
    [[nodiscard]] static std::optional<EvpKey> fromP256(QByteArrayView x, QByteArrayView y);

    /// \a algorithm must be of the key's type.
    [[nodiscard]] bool verifies(
        Algorithm algorithm, QByteArrayView input, QByteArrayView signature) const;

private:
    struct Free
    {
        void operator()(evp_pkey_st *key) const;
    };
    explicit EvpKey(evp_pkey_st *key);

    std::unique_ptr<evp_pkey_st, Free> m_key;
};

} // namespace Tenantscope::Jwt
