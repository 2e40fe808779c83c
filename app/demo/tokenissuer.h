// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/sign.h"

#include <QHash>
#include <QStringList>

#include <chrono>
#include <future>
#include <mutex>

namespace Tenantscope::Demo {

/// Issues the demo tenant's access tokens and tells them from others. Safe to use from several threads.
class TokenIssuer final
{
public:
    /// What its tokens say.
    struct Terms
    {
        QString issuer{};
        QString audience{};
        QString clientId{};
        QStringList scopes{};
        std::chrono::seconds life{};
    };

    /// Starts to make a key in the background; the first that needs it waits for it.
    explicit TokenIssuer(Terms terms);

    [[nodiscard]] const Terms &terms() const { return m_terms; }

    /// A token of Auth0's own profile: RS256, no `jti`, so two of the same second are the same.
    [[nodiscard]] Base::Result<QByteArray> issue(qint64 unixSeconds);

    enum class Verdict { Valid, Malformed, BadSignature, Expired };
    struct Checked
    {
        Verdict verdict = Verdict::Malformed;
        QStringList scopes{}; ///< of a valid one
    };
    [[nodiscard]] Checked check(const QByteArray &token, qint64 unixSeconds);

    /// Its public key as a JWK Set, RFC 7517 §5.
    [[nodiscard]] Base::Result<QByteArray> jwks() const;

private:
    /// What a token of ours said.
    struct Known
    {
        qint64 expiresAt = 0;
        QStringList scopes{};
    };
    [[nodiscard]] Checked judge(const Known &known, qint64 unixSeconds) const;
    [[nodiscard]] bool isOurs(
        const QByteArray &token, const QJsonObject &header, const QJsonObject &claims) const;

    const Terms m_terms;
    const std::shared_future<Base::Result<Jwt::SigningKey>> m_key;
    std::mutex m_mutex;
    QHash<QByteArray, Known> m_known; // tokens already checked, guarded by m_mutex
};

} // namespace Tenantscope::Demo
