// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenresponse.h"

#include "app/jwt/decode.h"

#include <QJsonObject>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::OAuth {

namespace {

using std::chrono::seconds;
using Note = AccessToken::Note;

constexpr auto accessTokenMember = "access_token"_L1;
constexpr auto tokenTypeMember = "token_type"_L1;
constexpr auto expiresInMember = "expires_in"_L1;
constexpr auto scopeMember = "scope"_L1;

constexpr qsizetype longestToken = 64 * 1024;
constexpr seconds longestLife{2'592'000}; // 30 days, the most an API can be set to at Auth0

tl::unexpected<Base::Error> unusable(
    Base::ErrorKind kind, QLatin1StringView detail, const QString &subject = {})
{
    return Base::failure({.kind = kind, .subject = subject, .detail = detail});
}

/// The token itself: RFC 6750 §2.1's b64token, or it would not survive an Authorization header.
Base::Result<Base::Secret> readValue(const QJsonValue &value)
{
    QString text = value.toString();
    Base::Secret token = Base::Secret::fromText(text);
    Base::wipe(text);
    if (token.isEmpty())
        return unusable(Base::ErrorKind::Malformed, TokenProblem::missing);
    if (token.size() > longestToken)
        return unusable(Base::ErrorKind::Malformed, TokenProblem::tooLong);
    QByteArrayView rest = token.reveal();
    while (rest.endsWith('='))
        rest.chop(1);
    const auto isAllowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._~+/").contains(c);
    };
    if (rest.isEmpty() || !std::all_of(rest.begin(), rest.end(), isAllowed))
        return unusable(Base::ErrorKind::TokenUnusable, TokenProblem::character);
    return token;
}

/// `expires_in` as a number of seconds, if it is one in any way; \a isText tells that it came as a string.
std::optional<double> secondsIn(const QJsonValue &value, bool &isText)
{
    isText = value.isString();
    if (value.isDouble())
        return value.toDouble();
    if (!isText)
        return {};
    const QString text = value.toString().trimmed();
    const auto isDecimal = [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
    };
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    if (!isNumber || !std::all_of(text.begin(), text.end(), isDecimal))
        return {};
    return number;
}

/// The life that the JWT states of itself, exp − iat.
std::optional<seconds> claimedLife(const std::optional<Jwt::DecodedToken> &decoded)
{
    if (!decoded || !decoded->expiresAt() || !decoded->issuedAt())
        return {};
    const seconds life(decoded->issuedAt()->secsTo(*decoded->expiresAt()));
    if (life < seconds(1) || life > longestLife)
        return {};
    return life;
}

/// Sets the token's expiry from `expires_in`, else from its claims.
void readLife(
    AccessToken &token, const QJsonValue &value, const std::optional<Jwt::DecodedToken> &decoded)
{
    bool isText = false;
    const std::optional<double> stated = secondsIn(value, isText);
    const std::optional<seconds> claimed = claimedLife(decoded);
    const bool isSane = stated && std::floor(*stated) <= double(longestLife.count());
    if (isSane) {
        const seconds life(qint64(std::max(std::floor(*stated), 0.0)));
        token.expiresAt = token.issuedAt + life;
        if (isText)
            token.notes << Note::LifeWasText;
        if (life == seconds(0))
            token.notes << Note::ExpiredOnArrival;
        else if (claimed && std::chrono::abs(*claimed - life) > std::chrono::minutes(1))
            token.notes << Note::LifesDiffer;
        if (claimed && token.notes.contains(Note::LifesDiffer) && *claimed < life)
            token.endByClaims = token.issuedAt + *claimed;
    } else if (claimed) {
        token.expiresAt = token.issuedAt + *claimed;
        token.notes << Note::LifeFromClaims;
    } else {
        token.notes << Note::LifeUnknown;
    }
}

void readScopes(
    AccessToken &token, const QJsonValue &value, const std::optional<Jwt::DecodedToken> &decoded)
{
    if (value.isString()) {
        token.scopes = ScopeSet::fromText(value.toString());
    } else if (const auto claim = decoded ? decoded->scope() : std::nullopt) {
        token.scopes = ScopeSet::fromText(*claim);
        token.notes << Note::ScopeFromClaim;
    } else {
        token.notes << Note::ScopesUnknown;
    }
}

} // namespace

Base::Result<AccessToken> readTokenResponse(Http::Response &&response)
{
    const Http::Response answer = [&] {
        Http::Response taken = std::move(response);
        Base::wipe(taken.body);
        return taken;
    }();
    const QJsonObject members = answer.json.object();

    Base::Result<Base::Secret> value = readValue(members.value(accessTokenMember));
    if (!value)
        return Base::failure(std::move(value.error()));
    const QJsonValue type = members.value(tokenTypeMember);
    const bool lacksType = type.isUndefined() || type.isNull();
    if (!lacksType && type.toString().compare("bearer"_L1, Qt::CaseInsensitive) != 0)
        return unusable(
            Base::ErrorKind::TokenUnusable, TokenProblem::type, type.toVariant().toString());

    const std::optional<Jwt::DecodedToken> decoded = Jwt::decode(value->reveal());
    AccessToken token;
    token.value = std::move(*value);
    token.issuedAt = answer.sentAt;
    if (lacksType)
        token.notes << Note::TypeMissing;
    if (decoded)
        token.claimedExpiry = decoded->expiresAt();
    readLife(token, members.value(expiresInMember), decoded);
    readScopes(token, members.value(scopeMember), decoded);
    return token;
}

Base::Error tokenError(Base::Error error)
{
    if (error.status == 400 || error.status == 401 || error.status == 403)
        error.kind = Base::ErrorKind::TokenRefused;
    return error;
}

} // namespace Tenantscope::OAuth
