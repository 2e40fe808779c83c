// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/claimcheck.h"

#include "app/jwt/decode.h"
#include "app/jwt/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

void refuse(Verdict &verdict, Reason reason, const QString &detail = {})
{
    verdict.reason = reason;
    verdict.detail = detail;
}

/// A claim that is there but is not what RFC 7519 §4.1 says it is: taking it for absent would pass a token that means to
/// be limited. A null text: there is none.
QString mistyped(const DecodedToken &token)
{
    const QJsonObject &claims = token.claims;
    const QJsonValue audience = claims.value("aud"_L1);
    const QJsonArray list = audience.toArray();
    if (claims.contains("exp"_L1) && !token.expiresAt())
        return u"exp"_s;
    if (claims.contains("nbf"_L1) && !token.notBefore())
        return u"nbf"_s;
    if (claims.contains("iat"_L1) && !token.issuedAt())
        return u"iat"_s;
    if (claims.contains("iss"_L1) && !claims.value("iss"_L1).isString())
        return u"iss"_s;
    const bool isAudience = audience.isUndefined() || audience.isString()
        || (audience.isArray()
            && std::all_of(list.begin(), list.end(), [](const QJsonValue &value) {
                   return value.isString();
               }));
    return isAudience ? QString() : u"aud"_s;
}

bool isExpired(const DecodedToken &token, const Expected &expected)
{
    const std::optional<QDateTime> end = token.expiresAt();
    return end && expected.now >= end->addMSecs(std::chrono::milliseconds(expected.leeway).count());
}

bool isEarly(const DecodedToken &token, const Expected &expected)
{
    const std::optional<QDateTime> start = token.notBefore();
    return start
        && expected.now < start->addMSecs(-std::chrono::milliseconds(expected.leeway).count());
}

} // namespace

void checkClaims(QByteArrayView payload, const Expected &expected, Verdict &verdict)
{
    Q_ASSERT(expected.now.isValid());
    const std::optional<QJsonObject> claims = readObject(payload);
    if (!claims)
        return refuse(verdict, Reason::Malformed, Part::claims);
    if (const std::optional<QString> name = duplicateMember(payload, Reach::AllLevels))
        return refuse(verdict, Reason::DuplicateMember, *name);
    const DecodedToken token{.header = {}, .claims = *claims};
    if (const QString claim = mistyped(token); !claim.isNull())
        return refuse(verdict, Reason::MalformedClaim, claim);

    verdict.instant = token.expiresAt().value_or(QDateTime());
    if (isExpired(token, expected))
        return refuse(verdict, Reason::Expired);
    if (isEarly(token, expected)) {
        verdict.instant = *token.notBefore();
        return refuse(verdict, Reason::NotYetValid);
    }
    if (!expected.issuers.isEmpty() && !expected.issuers.contains(token.issuer())) {
        verdict.expected = expected.issuers.constFirst();
        return refuse(verdict, Reason::WrongIssuer, token.issuer());
    }
    verdict.isIssuerChecked = !expected.issuers.isEmpty();
    if (expected.audience && !token.audiences().contains(*expected.audience)) {
        verdict.expected = *expected.audience;
        return refuse(verdict, Reason::WrongAudience, token.audiences().join(u", "_s));
    }
    verdict.isAudienceChecked = expected.audience.has_value();
    if (verdict.instant.isValid() && expected.now >= verdict.instant)
        verdict.expiredFor = std::chrono::seconds(verdict.instant.secsTo(expected.now));
    verdict.reason = Reason::AllChecked;
}

} // namespace Tenantscope::Jwt
