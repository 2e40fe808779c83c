// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/verify.h"

#include "app/jwt/claimcheck.h"
#include "app/jwt/compactjws.h"

#include <algorithm>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

using Keys = std::vector<const PublicKey *>;

/// Those of \a keys that the header of \a jws allows: by its name if it has one.
Keys namedBy(const CompactJws &jws, const std::vector<PublicKey> &keys)
{
    Keys named;
    for (const PublicKey &key : keys) {
        if (!jws.keyId || key.keyId() == jws.keyId)
            named.push_back(&key);
    }
    return named;
}

/// Why \a jws has no key in \a keys.
void blameKeys(const CompactJws &jws, const KeySet &keys, SignatureVerdict &verdict)
{
    const auto unusable = std::find_if(
        keys.unusable.begin(), keys.unusable.end(),
        [&jws](const UnusableKey &key) { return jws.keyId && key.keyId == jws.keyId; });
    if (unusable != keys.unusable.end()) {
        verdict.reason = Reason::UnusableKey;
        verdict.keyProblem = unusable->problem;
    } else {
        verdict.reason = keys.keys.empty() ? Reason::NoKeys : Reason::NoSuchKey;
    }
}

QString algorithmsOf(const Keys &keys)
{
    QStringList names;
    for (const PublicKey *key : keys) {
        for (const Algorithm algorithm : key->algorithms())
            names.append(nameOf(algorithm));
    }
    names.removeDuplicates();
    return names.join(u", "_s);
}

SignatureVerdict judge(const CompactJws &jws, const KeySet &keys)
{
    SignatureVerdict verdict{
        .algorithm = nameOf(jws.algorithm), .keyId = jws.keyId.value_or(QString())};
    const Keys named = namedBy(jws, keys.keys);
    Keys fitting;
    std::copy_if(
        named.begin(), named.end(), std::back_inserter(fitting),
        [&jws](const PublicKey *key) { return key->serves(jws.algorithm); });
    if (named.empty() || (fitting.empty() && !jws.keyId)) {
        blameKeys(jws, keys, verdict);
    } else if (fitting.empty()) {
        verdict.reason = Reason::KeyForOtherAlgorithm;
        verdict.detail = algorithmsOf(named);
    } else {
        const auto key = std::find_if(fitting.begin(), fitting.end(), [&jws](const PublicKey *one) {
            return one->verifies(jws.algorithm, jws.input, jws.signature);
        });
        const bool isFound = key != fitting.end();
        verdict.reason = isFound ? Reason::AllChecked : Reason::WrongSignature;
        verdict.thumbprint = isFound ? (*key)->thumbprint() : QString();
    }
    return verdict;
}

} // namespace

Outcome outcomeOf(Reason reason)
{
    switch (reason) {
    case Reason::NotAsked:
        return Outcome::Decoded;
    case Reason::AllChecked:
        return Outcome::Verified;
    case Reason::WrongSignature:
    case Reason::Expired:
    case Reason::NotYetValid:
    case Reason::WrongIssuer:
    case Reason::WrongAudience:
    case Reason::MalformedClaim:
    case Reason::DuplicateMember:
    case Reason::Malformed:
        return Outcome::Invalid;
    case Reason::Unsecured:
    case Reason::SymmetricAlgorithm:
    case Reason::OtherAlgorithm:
    case Reason::CriticalHeader:
    case Reason::NoKeys:
    case Reason::NoSuchKey:
    case Reason::UnusableKey:
    case Reason::KeyForOtherAlgorithm:
    case Reason::Encrypted:
        return Outcome::Unverifiable;
    }
    Q_UNREACHABLE();
}

SignatureVerdict verifySignature(QByteArrayView compact, const KeySet &keys)
{
    const tl::expected<CompactJws, SignatureVerdict> jws = readCompactJws(compact);
    return jws ? judge(*jws, keys) : jws.error();
}

Verdict verify(QByteArrayView compact, const KeySet &keys, const Expected &expected)
{
    const tl::expected<CompactJws, SignatureVerdict> jws = readCompactJws(compact);
    Verdict verdict{jws ? judge(*jws, keys) : jws.error()};
    if (verdict.outcome() == Outcome::Verified)
        checkClaims(jws->payload, expected, verdict);
    return verdict;
}

} // namespace Tenantscope::Jwt
