// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/jwt/publickey.h"

#include <vector>

namespace Tenantscope::Jwt {

/// The rule a body breaks that is no JWKS: the `detail` of readKeySet()'s error.
namespace KeySetRule {
inline constexpr QLatin1StringView tooLong{"too-long"}; ///< over 64 KiB
inline constexpr QLatin1StringView notJson{"not-json"}; ///< no JSON object, or nested too deeply
inline constexpr QLatin1StringView noKeys{"no-keys"};   ///< without an array `keys`, RFC 7517 §5
inline constexpr QLatin1StringView duplicateMember{"duplicate-member"}; ///< at its top level
inline constexpr QLatin1StringView tooMany{"too-many"};                 ///< over 100 keys
} // namespace KeySetRule

inline constexpr qsizetype largestKeySet = 64 * 1024;

/// A key of a set that is there, but cannot be used. Its texts are from outside.
struct UnusableKey
{
    std::optional<QString> keyId{}; ///< `kid`
    QString type{};                 ///< `kty`
    QString algorithm{};            ///< `alg`; empty: it names none
    KeyProblem problem;

    bool operator==(const UnusableKey &) const = default;
};

/// What a JWKS holds (RFC 7517 §5), in its order: the keys that can be used, and those that cannot, each with the reason.
struct KeySet
{
    std::vector<PublicKey> keys{};
    QList<UnusableKey> unusable{};

    /// True when a key, usable or not, is called \a keyId.
    [[nodiscard]] bool knows(QStringView keyId) const;
};

/// Reads \a body, a JWKS. One key that cannot be used never hides the others, so that a set may be without any usable
/// key. Error: Malformed, its `detail` a KeySetRule.
[[nodiscard]] Base::Result<KeySet> readKeySet(QByteArrayView body);

} // namespace Tenantscope::Jwt
