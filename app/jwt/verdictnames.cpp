// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/verify.h"

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

QLatin1StringView nameOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Decoded:
        return "decoded"_L1;
    case Outcome::Verified:
        return "verified"_L1;
    case Outcome::Invalid:
        return "invalid"_L1;
    case Outcome::Unverifiable:
        return "unverifiable"_L1;
    }
    Q_UNREACHABLE();
}

QLatin1StringView nameOf(Reason reason)
{
    switch (reason) {
    case Reason::NotAsked:
        return "not-asked"_L1;
    case Reason::AllChecked:
        return "all-checked"_L1;
    case Reason::WrongSignature:
        return "wrong-signature"_L1;
    case Reason::Expired:
        return "expired"_L1;
    case Reason::NotYetValid:
        return "not-yet-valid"_L1;
    case Reason::WrongIssuer:
        return "wrong-issuer"_L1;
    case Reason::WrongAudience:
        return "wrong-audience"_L1;
    case Reason::MalformedClaim:
        return "malformed-claim"_L1;
    case Reason::DuplicateMember:
        return "duplicate-member"_L1;
    case Reason::Malformed:
        return "malformed"_L1;
    case Reason::Unsecured:
        return "unsecured"_L1;
    case Reason::SymmetricAlgorithm:
        return "symmetric-algorithm"_L1;
    case Reason::OtherAlgorithm:
        return "other-algorithm"_L1;
    case Reason::CriticalHeader:
        return "critical-header"_L1;
    case Reason::NoKeys:
        return "no-keys"_L1;
    case Reason::NoSuchKey:
        return "no-such-key"_L1;
    case Reason::UnusableKey:
        return "unusable-key"_L1;
    case Reason::KeyForOtherAlgorithm:
        return "key-for-other-algorithm"_L1;
    case Reason::Encrypted:
        return "encrypted"_L1;
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Jwt
