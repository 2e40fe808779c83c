// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenverifier.h"

#include "app/http/client.h"
#include "app/jwt/decode.h"
#include "app/oauth/keysource.h"
#include "app/oauth/tenanttime.h"

#include <QPointer>

#include <utility>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> keyIdOf(QByteArrayView token)
{
    const QJsonValue keyId = Jwt::decodeHeader(token).value_or(QJsonObject()).value("kid"_L1);
    return keyId.isString() ? std::optional(keyId.toString()) : std::nullopt;
}

} // namespace

Jwt::Expected expectedOf(
    const Tenant::Domain &domain, const QString &audience, const QDateTime &now)
{
    Jwt::Expected expected{.now = now};
    QUrl issuer = domain.isEmpty() ? QUrl() : domain.url(u"/"_s);
    if (!issuer.isEmpty())
        expected.issuers.append(issuer.toString(QUrl::FullyEncoded));
    if (issuer.scheme()
        == "http"_L1) { // a tenant on loopback, which may call itself by the usual form all the same
        issuer.setScheme(u"https"_s);
        expected.issuers.append(issuer.toString(QUrl::FullyEncoded));
    }
    if (!audience.isEmpty())
        expected.audience = audience;
    return expected;
}

TokenVerifier::TokenVerifier(
    Http::Client &client, Base::Clock &clock, Tenant::Domain domain, QString audience,
    QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_domain(std::move(domain))
    , m_audience(std::move(audience))
    , m_client(client)
    , m_keys(std::make_unique<OAuth::KeySource>(m_client, clock, m_domain))
{
}

TokenVerifier::TokenVerifier(
    Base::Clock &clock, Base::Random &random, const QString &caFile, Tenant::Domain domain,
    QString audience, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_domain(std::move(domain))
    , m_audience(std::move(audience))
    , m_ownClient(std::make_unique<Http::Client>(clock, random, caFile))
    , m_client(*m_ownClient)
    , m_keys(std::make_unique<OAuth::KeySource>(m_client, clock, m_domain))
{
}

TokenVerifier::~TokenVerifier() = default;

void TokenVerifier::verify(const Base::Secret &token, QObject *context, Receiver receiver)
{
    Q_ASSERT(context && receiver);
    const Jwt::Verdict offline = judge(token, {});
    if (offline.reason != Jwt::Reason::NoKeys) {
        const auto tell = [self = QPointer(this), receiver = std::move(receiver), offline] {
            if (self)
                receiver(offline);
        };
        QMetaObject::invokeMethod(context, tell, Qt::QueuedConnection);
        return;
    }
    m_keys->ask(
        keyIdOf(token.reveal()), context,
        [this, token, receiver = std::move(receiver)](const auto &keys) {
            if (keys)
                receiver(judge(token, **keys));
            else
                receiver(Base::failure(keys.error()));
        });
}

QDateTime TokenVerifier::now() const
{
    return OAuth::TenantTime(m_client, m_clock).now();
}

std::optional<std::chrono::seconds> TokenVerifier::clockSkew() const
{
    return m_client.clockSkew();
}

Jwt::Verdict TokenVerifier::judge(const Base::Secret &token, const Jwt::KeySet &keys) const
{
    return Jwt::verify(token.reveal(), keys, expectedOf(m_domain, m_audience, now()));
}

} // namespace Tenantscope::Session
