// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/jwt/verify.h"
#include "app/tenant/domain.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Tenantscope::Http {
class Client;
} // namespace Tenantscope::Http

namespace Tenantscope::OAuth {
class KeySource;
} // namespace Tenantscope::OAuth

namespace Tenantscope::Session {

/// What a token of the tenant \a domain has to say; empty ones are not checked. Auth0's issuer is `https://{domain}/`.
[[nodiscard]] Jwt::Expected expectedOf(
    const Tenant::Domain &domain, const QString &audience, const QDateTime &now);

/// Checks tokens with the keys of one tenant, which it fetches when a token needs them.
class TokenVerifier final : public QObject
{
    Q_OBJECT

public:
    /// Asks by \a client. All references must outlive the verifier; an empty \a audience is not checked.
    TokenVerifier(
        Http::Client &client, Base::Clock &clock, Tenant::Domain domain, QString audience,
        QObject *parent = nullptr);
    /// Asks by a client of its own, \a caFile as there.
    TokenVerifier(
        Base::Clock &clock, Base::Random &random, const QString &caFile, Tenant::Domain domain,
        QString audience, QObject *parent = nullptr);
    ~TokenVerifier() override;

    using Receiver = std::function<void(const Base::Result<Jwt::Verdict> &)>;
    /// Tells \a receiver what \a token is; the error says why there are no keys. A token that no key can save fetches
    /// none. Called once, never from within this function, not after \a context or the verifier is gone.
    void verify(const Base::Secret &token, QObject *context, Receiver receiver);

    /// The time by which it judges: the wall clock's, put right by what the tenant's answers tell of it.
    [[nodiscard]] QDateTime now() const;
    /// As Http::Client::clockSkew().
    [[nodiscard]] std::optional<std::chrono::seconds> clockSkew() const;

private:
    [[nodiscard]] Jwt::Verdict judge(const Base::Secret &token, const Jwt::KeySet &keys) const;

    Base::Clock &m_clock;
    Tenant::Domain m_domain;
    QString m_audience;
    std::unique_ptr<Http::Client> m_ownClient;
    Http::Client &m_client; ///< it, or the one that was given
    std::unique_ptr<OAuth::KeySource> m_keys;
};

} // namespace Tenantscope::Session
