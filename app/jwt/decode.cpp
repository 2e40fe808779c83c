// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/decode.h"

#include "app/jwt/base64url.h"
#include "app/jwt/strictjson.h"

#include <QJsonArray>

#include <cmath>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

// Seconds since 1970 of 0001-01-01T00:00:00Z and of 9999-12-31T23:59:59Z.
constexpr double firstSecond = -62'135'596'800.0;
constexpr double lastSecond = 253'402'300'799.0;

std::optional<QJsonObject> decodeObject(QByteArrayView part)
{
    const std::optional<QByteArray> json = base64UrlDecode(part);
    return json ? readObject(*json) : std::nullopt;
}

std::optional<QDateTime> numericDate(const QJsonValue &value)
{
    if (!value.isDouble())
        return std::nullopt;
    const double seconds = value.toDouble();
    if (!(seconds >= firstSecond && seconds <= lastSecond))
        return std::nullopt;
    return QDateTime::fromMSecsSinceEpoch(std::llround(std::floor(seconds * 1000)), Qt::UTC);
}

QStringList strings(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue &value : array) {
        if (value.isString())
            texts.append(value.toString());
    }
    return texts;
}

} // namespace

QString DecodedToken::algorithm() const
{
    return header.value("alg"_L1).toString();
}

QString DecodedToken::keyId() const
{
    return header.value("kid"_L1).toString();
}

QString DecodedToken::issuer() const
{
    return claims.value("iss"_L1).toString();
}

QString DecodedToken::subject() const
{
    return claims.value("sub"_L1).toString();
}

QStringList DecodedToken::audiences() const
{
    const QJsonValue audience = claims.value("aud"_L1);
    return audience.isString() ? QStringList{audience.toString()} : strings(audience.toArray());
}

QString DecodedToken::authorizedParty() const
{
    const QJsonValue party = claims.value("azp"_L1);
    return party.isString() ? party.toString() : claims.value("client_id"_L1).toString();
}

std::optional<QDateTime> DecodedToken::issuedAt() const
{
    return numericDate(claims.value("iat"_L1));
}

std::optional<QDateTime> DecodedToken::expiresAt() const
{
    return numericDate(claims.value("exp"_L1));
}

std::optional<QDateTime> DecodedToken::notBefore() const
{
    return numericDate(claims.value("nbf"_L1));
}

std::optional<QString> DecodedToken::scope() const
{
    const QJsonValue scope = claims.value("scope"_L1);
    if (scope.isString())
        return scope.toString();
    if (scope.isArray())
        return strings(scope.toArray()).join(u' ');
    return std::nullopt;
}

std::optional<DecodedToken> decode(QByteArrayView token)
{
    std::optional<DecodedToken> decoded = decodeUnsigned(token);
    if (!decoded || !base64UrlDecode(token.sliced(token.lastIndexOf('.') + 1)))
        return std::nullopt;
    return decoded;
}

std::optional<DecodedToken> decodeUnsigned(QByteArrayView token)
{
    if (token.size() > largestToken || token.count('.') != 2)
        return std::nullopt;
    const qsizetype headerEnd = token.indexOf('.');
    const std::optional<QJsonObject> header = decodeObject(token.first(headerEnd));
    const std::optional<QJsonObject> claims = decodeObject(
        token.sliced(headerEnd + 1, token.lastIndexOf('.') - headerEnd - 1));
    if (!header || !claims)
        return std::nullopt;
    return DecodedToken{*header, *claims};
}

std::optional<QJsonObject> decodeHeader(QByteArrayView token)
{
    const qsizetype dots = token.size() > largestToken ? 0 : token.count('.');
    return dots == 2 || dots == 4 ? decodeObject(token.first(token.indexOf('.'))) : std::nullopt;
}

} // namespace Tenantscope::Jwt
