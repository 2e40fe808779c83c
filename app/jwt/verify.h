// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/keyset.h"

#include <QByteArrayView>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace Tenantscope::Jwt {

/// What was found out about a token.
enum class Outcome {
    Decoded,      ///< read, and nobody asked for more
    Verified,     ///< signature and all claims that were to be checked are right
    Invalid,      ///< it was checked, and must not be accepted
    Unverifiable, ///< it cannot be checked here: it may be right or not
};

/// Why a token has its Outcome. The list is closed: `session/verdictwords.h` words each one.
enum class Reason {
    NotAsked,   ///< Decoded
    AllChecked, ///< Verified

    // Invalid
    WrongSignature,
    Expired,        ///< at or past `exp` and the leeway, RFC 7519 §4.1.4
    NotYetValid,    ///< before `nbf` less the leeway, §4.1.5
    WrongIssuer,    ///< `iss` missing or another, §4.1.1
    WrongAudience,  ///< `aud` missing or without the one expected, §4.1.3
    MalformedClaim, ///< a claim, `detail`, is not of its type
    DuplicateMember, ///< the header or the claims, `detail`, name a member twice, RFC 7515 §4, RFC 7519 §4
    Malformed, ///< no compact JWS, or not JSON within; `detail` is the part

    // Unverifiable
    Unsecured,          ///< `alg` none, RFC 7518 §3.6
    SymmetricAlgorithm, ///< HS256 and its like: checking would take the secret
    OtherAlgorithm,     ///< not one of ours
    CriticalHeader, ///< `crit` or `b64`: an extension, `detail`, that is not understood, RFC 7515 §4.1.11
    NoKeys,         ///< the set has no key that can be used
    NoSuchKey,            ///< no key with the token's `kid`, or none that serves its algorithm
    UnusableKey,          ///< the key is there but cannot be used
    KeyForOtherAlgorithm, ///< the key does not serve the token's algorithm
    Encrypted,            ///< a JWE, RFC 7516
};

[[nodiscard]] Outcome outcomeOf(Reason reason);

/// "verified" and its like, "wrong-signature" and its like: what scripts are told.
[[nodiscard]] QLatin1StringView nameOf(Outcome outcome);
[[nodiscard]] QLatin1StringView nameOf(Reason reason);

/// What is malformed: the `detail` of Reason::Malformed.
namespace Part {
inline constexpr QLatin1StringView size{"size"};   ///< over 64 KiB
inline constexpr QLatin1StringView parts{"parts"}; ///< not three of them
inline constexpr QLatin1StringView header{"header"};
inline constexpr QLatin1StringView payload{"payload"}; ///< no base64url
inline constexpr QLatin1StringView signature{"signature"};
inline constexpr QLatin1StringView claims{"claims"}; ///< no JSON object
inline constexpr QLatin1StringView alg{"alg"};       ///< a member of the header, like the next
inline constexpr QLatin1StringView kid{"kid"};
inline constexpr QLatin1StringView crit{"crit"};
} // namespace Part

/// What became of a signature. Texts are the token's own: from outside.
struct SignatureVerdict
{
    Reason reason = Reason::NotAsked;
    QString detail{};                       ///< as the Reason says
    std::optional<KeyProblem> keyProblem{}; ///< UnusableKey: why
    QString algorithm{};                    ///< header `alg`, once it was read
    QString keyId{};                        ///< header `kid`; empty: none
    /// Of the key whose signature it is (RFC 7638); empty: of none that is known.
    QString thumbprint{};

    [[nodiscard]] Outcome outcome() const { return outcomeOf(reason); }

    bool operator==(const SignatureVerdict &) const = default;
};

/// Checks the signature of \a compact, a JWS in compact serialization (RFC 7515 §5.2) with any payload, with \a keys and
/// nothing else: `jwk`, `jku`, `x5c` and `x5u` of its header are not looked at. By `kid` where the header has one;
/// without, by the one key whose signature it is, of those that serve the algorithm.
[[nodiscard]] SignatureVerdict verifySignature(QByteArrayView compact, const KeySet &keys);

/// What a token has to say to be accepted.
struct Expected
{
    QStringList issuers{};             ///< any of them will do; empty: not checked
    std::optional<QString> audience{}; ///< nullopt: not checked
    QDateTime now;                     ///< the wall clock
    std::chrono::seconds leeway{60};   ///< by which `exp` and `nbf` may be missed
};

/// What became of a token.
struct Verdict : SignatureVerdict
{
    QString expected{};  ///< WrongIssuer, WrongAudience: what should stand where `detail` stands
    QDateTime instant{}; ///< NotYetValid: `nbf`; Expired, Verified: `exp`, if there is one
    std::optional<std::chrono::seconds>
        expiredFor{}; ///< Verified: how long `exp` is past, which the leeway allows; nullopt: it is not
    bool isIssuerChecked = false; ///< so that Verified does not say more than was looked at
    bool isAudienceChecked = false;

    bool operator==(const Verdict &) const = default;
};

/// Checks \a compact as a JWT (RFC 7519 §7.2, RFC 8725): its signature first, and only then what it says. A claim that
/// is absent is not missed, but for `iss` and `aud` where one is expected.
[[nodiscard]] Verdict verify(QByteArrayView compact, const KeySet &keys, const Expected &expected);

} // namespace Tenantscope::Jwt
