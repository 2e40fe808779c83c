// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/tokenendpoint.h"

#include "app/demo/errors.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>
#include <array>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;

namespace {

// What an Enterprise tenant in production has.
constexpr double tokensPerSecond = 100;
constexpr int bucketSize = 100;

/// Grants that Auth0 knows and the demo tenant's application does not have.
constexpr std::array<QByteArrayView, 7> otherGrants{
    "authorization_code",
    "refresh_token",
    "password",
    "implicit",
    "urn:ietf:params:oauth:grant-type:device_code",
    "http://auth0.com/oauth/grant-type/password-realm",
    "http://auth0.com/oauth/grant-type/passwordless/otp"};

/// The body's parameters, which may come as a form or as JSON.
std::optional<Parameters> bodyParameters(const Request &request)
{
    if (request.contentType.startsWith("application/json"))
        return Parameters::fromJson(request.body);
    if (request.contentType.startsWith("application/x-www-form-urlencoded"))
        return Parameters::fromForm(request.body);
    return std::nullopt;
}

/// The cookie that tells devices apart; a client that sends it back is a mistaken one.
QByteArray deviceCookie()
{
    return "did=s%3Av0%3A" + QUuid::createUuid().toByteArray(QUuid::WithoutBraces)
        + "; Max-Age=31557600; Path=/; HttpOnly; Secure; SameSite=None";
}

Answer serverFailure()
{
    return oauthError(500, "server_error", "The demo tenant has no key to sign with");
}

} // namespace

TokenEndpoint::TokenEndpoint(TokenIssuer &issuer, QByteArray clientSecret)
    : m_issuer(issuer)
    , m_clientSecret(std::move(clientSecret))
    , m_bucket(tokensPerSecond, bucketSize)
{
}

Answer TokenEndpoint::answer(const Request &request, const Moment &moment)
{
    TokenBucket::Outcome outcome;
    {
        const std::lock_guard lock(m_mutex);
        outcome = m_bucket.take(moment.elapsed);
    }
    Answer answer = outcome.isGranted
        ? grant(request, moment)
        : oauthError(
            429, "too_many_requests",
            "Too many requests. Check the X-RateLimit-Limit, X-RateLimit-Remaining and "
            "X-RateLimit-Reset headers.");
    addRateLimit(answer, outcome, moment);
    answer.addHeader("Cache-Control", "no-store");
    answer.addHeader("Pragma", "no-cache");
    answer.addHeader("Set-Cookie", deviceCookie());
    return answer;
}

Answer TokenEndpoint::grant(const Request &request, const Moment &moment)
{
    const std::optional<Parameters> parameters = bodyParameters(request);
    if (!parameters)
        return oauthError(400, "invalid_request", "The body is neither a form nor a JSON object");
    if (const std::optional<Answer> refused = refusal(*parameters))
        return *refused;

    const Base::Result<QByteArray> token = m_issuer.issue(moment.unixSeconds());
    if (!token)
        return serverFailure();
    const QJsonObject body{
        {u"access_token"_s, QString::fromLatin1(*token)},
        {u"scope"_s, m_issuer.terms().scopes.join(u' ')},
        {u"expires_in"_s, static_cast<qint64>(m_issuer.terms().life.count())},
        {u"token_type"_s, u"Bearer"_s},
    };
    return {.body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

/// Why the request is refused, in the order Auth0 looks: what is missing, the application, the grant, the API.
std::optional<Answer> TokenEndpoint::refusal(const Parameters &parameters) const
{
    for (const char *name : {"grant_type", "client_id", "client_secret", "audience"}) {
        const bool isOfThisGrant = QByteArrayView(name) == QByteArrayView("grant_type")
            || parameters.value("grant_type") == QByteArray("client_credentials");
        if (isOfThisGrant && parameters.value(name).value_or(QByteArray()).isEmpty())
            return oauthError(
                400, "invalid_request",
                QByteArray(QByteArray("Missing required parameter: ") + name));
    }
    const TokenIssuer::Terms &terms = m_issuer.terms();
    const QByteArray grant = *parameters.value("grant_type");
    const bool isKnownGrant = std::ranges::find(otherGrants, QByteArrayView(grant))
        != otherGrants.end();
    if (grant != "client_credentials" && !isKnownGrant)
        return oauthError(400, "unsupported_grant_type", "Grant type not supported");
    if (parameters.value("client_id") != terms.clientId.toUtf8()
        || parameters.value("client_secret") != m_clientSecret)
        return oauthError(401, "access_denied", "Unauthorized");
    if (isKnownGrant)
        return oauthError(
            403, "unauthorized_client",
            QByteArray("Grant type '" + grant + "' not allowed for the client."),
            "https://auth0.com/docs/clients/client-grant-types");
    const QByteArray audience = *parameters.value("audience");
    if (audience != terms.audience.toUtf8())
        return oauthError(
            403, "access_denied", QByteArray("Service not enabled within domain: " + audience));
    return std::nullopt;
}

} // namespace Tenantscope::Demo
