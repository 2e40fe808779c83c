// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/tokenissuer.h"

#include "app/jwt/decode.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;
using Base::Result;
using Jwt::SigningKey;

TokenIssuer::TokenIssuer(Terms terms)
    : m_terms(std::move(terms))
    , m_key(std::async(std::launch::async, SigningKey::generateRsa2048).share())
{
}

Result<QByteArray> TokenIssuer::issue(qint64 unixSeconds)
{
    const Result<SigningKey> &key = m_key.get();
    if (!key)
        return Base::failure(key.error());
    const QJsonObject header{{u"typ"_s, u"JWT"_s}, {u"kid"_s, key->keyId()}};
    const QString subject = m_terms.clientId + "@clients"_L1;
    const qint64 expiresAt = unixSeconds + m_terms.life.count();
    const QJsonObject claims{
        {u"iss"_s, m_terms.issuer},   {u"sub"_s, subject},
        {u"aud"_s, m_terms.audience}, {u"iat"_s, unixSeconds},
        {u"exp"_s, expiresAt},        {u"scope"_s, m_terms.scopes.join(u' ')},
        {u"azp"_s, m_terms.clientId}, {u"gty"_s, u"client-credentials"_s},
    };
    return key->sign(header, claims);
}

TokenIssuer::Checked TokenIssuer::check(const QByteArray &token, qint64 unixSeconds)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_known.constFind(token); known != m_known.constEnd())
            return judge(*known, unixSeconds);
    }
    // Without its signature: one that was cut when pasted is a wrong one, as at Auth0.
    const QByteArray unsignedToken = token.left(token.lastIndexOf('.') + 1);
    const std::optional<Jwt::DecodedToken> decoded = Jwt::decode(unsignedToken);
    if (!decoded)
        return {Verdict::Malformed, {}};
    if (!isOurs(token, decoded->header, decoded->claims))
        return {Verdict::BadSignature, {}};

    const Known known{
        decoded->claims.value("exp"_L1).toInteger(),
        decoded->scope().value_or(QString()).split(u' ', Qt::SkipEmptyParts)};
    constexpr qsizetype mostKnown = 256;
    const std::lock_guard lock(m_mutex);
    if (m_known.size() >= mostKnown)
        m_known.clear();
    m_known.insert(token, known);
    return judge(known, unixSeconds);
}

Result<QByteArray> TokenIssuer::jwks() const
{
    const Result<SigningKey> &key = m_key.get();
    if (!key)
        return Base::failure(key.error());
    const QJsonObject set{{u"keys"_s, QJsonArray{key->publicJwk()}}};
    return QJsonDocument(set).toJson(QJsonDocument::Compact);
}

TokenIssuer::Checked TokenIssuer::judge(const Known &known, qint64 unixSeconds) const
{
    if (unixSeconds >= known.expiresAt)
        return {Verdict::Expired, {}};
    return {Verdict::Valid, known.scopes};
}

/// RS256 signatures hold no chance, so signing again and comparing is as good as verifying.
bool TokenIssuer::isOurs(
    const QByteArray &token, const QJsonObject &header, const QJsonObject &claims) const
{
    const Result<SigningKey> &key = m_key.get();
    return key && key->sign(header, claims).value_or(QByteArray()) == token;
}

} // namespace Tenantscope::Demo
