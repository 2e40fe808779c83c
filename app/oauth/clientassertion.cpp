// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/clientassertion.h"

#include "app/jwt/base64url.h"
#include "app/jwt/sign.h"

#include <QRandomGenerator>

#include <array>
#include <chrono>

using namespace Qt::StringLiterals;

namespace Tenantscope::OAuth {

using Base::Result;
using Base::Secret;

namespace {

// Auth0 docs, "Authenticate with Private Key JWT": at most 2,048 bytes; a minute of life is advised, `jti` has to 64.
constexpr qsizetype longestAssertion = 2'048;
constexpr std::chrono::seconds life{60};

/// 128 bits from the operating system: unique without anybody keeping count.
QString newIdentifier()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArrayView bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(Jwt::base64UrlEncode(bytes));
}

QJsonObject claimsFor(const Tenant::Credentials &credentials, const QDateTime &now)
{
    const qint64 issuedAt = now.toSecsSinceEpoch();
    return {
        {u"iss"_s, credentials.clientId},
        {u"sub"_s, credentials.clientId},
        {u"aud"_s, credentials.domain.url(u"/"_s).toString(QUrl::FullyEncoded)},
        {u"jti"_s, newIdentifier()},
        {u"iat"_s, issuedAt},
        {u"exp"_s, issuedAt + qint64(life.count())},
    };
}

} // namespace

Result<Secret> clientAssertion(const Tenant::Credentials &credentials, const QDateTime &now)
{
    Q_ASSERT(credentials.privateKey);
    const Tenant::PrivateKey &privateKey = *credentials.privateKey;
    const auto inFile = [&privateKey](Base::Error error) {
        error.subject = privateKey.file;
        return Base::failure(std::move(error));
    };
    const Result<Jwt::SigningKey> key = Jwt::SigningKey::fromPem(privateKey.pem.reveal());
    if (!key)
        return inFile(key.error());
    // No `kid`: Auth0 then tries the application's keys, and its own names for them are not known here.
    Result<QByteArray> token = key->sign(
        {{u"typ"_s, u"JWT"_s}}, claimsFor(credentials, now), privateKey.algorithm);
    if (!token)
        return inFile(token.error());
    if (token->size() > longestAssertion)
        return inFile(
            {.kind = Base::ErrorKind::InvalidPrivateKey, .detail = Jwt::KeyRule::tooLong});
    Secret assertion{QByteArrayView(*token)};
    Base::wipe(*token);
    return assertion;
}

} // namespace Tenantscope::OAuth
