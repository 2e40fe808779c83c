// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

bool isText(const QJsonValue &value, QLatin1StringView text)
{
    return value.toString() == text; // no text at all is ""
}

/// Without `alg` the tenant signs with HS256 (auth0 docs: jwt_configuration), but the object must be there.
QStringList sharedKey(const Facts &facts)
{
    const QJsonObject &configuration = facts.jwtConfiguration();
    const QJsonValue algorithm = configuration.value("alg"_L1);
    if (isText(algorithm, "HS256"_L1))
        return {u"jwt_configuration.alg: HS256"_s};
    if (!configuration.isEmpty() && algorithm.isUndefined())
        return {u"jwt_configuration.alg: not set"_s};
    return {};
}

QStringList longIdToken(const Facts &facts)
{
    constexpr double day = 86'400;
    const double seconds = facts.jwtConfiguration().value("lifetime_in_seconds"_L1).toDouble();
    if (seconds <= day)
        return {};
    return {u"jwt_configuration.lifetime_in_seconds: "_s + QString::number(seconds, 'f', 0)};
}

/// Whether refresh tokens may be given out, and are not replaced at each use.
bool isUnrotated(const Facts &facts)
{
    return facts.hasGrant("refresh_token"_L1)
        && isText(facts.refreshToken().value("rotation_type"_L1), "non-rotating"_L1);
}

QStringList endlessRefreshToken(const Facts &facts)
{
    if (!isUnrotated(facts))
        return {};
    const QJsonObject &settings = facts.refreshToken();
    if (isText(settings.value("expiration_type"_L1), "non-expiring"_L1))
        return {
            u"refresh_token.rotation_type: non-rotating"_s,
            u"refresh_token.expiration_type: non-expiring"_s};
    if (settings.value("infinite_token_lifetime"_L1).toBool()
        && settings.value("infinite_idle_token_lifetime"_L1).toBool())
        return {
            u"refresh_token.rotation_type: non-rotating"_s,
            u"refresh_token.infinite_token_lifetime: true"_s,
            u"refresh_token.infinite_idle_token_lifetime: true"_s};
    return {};
}

QStringList unboundRefreshToken(const Facts &facts)
{
    if (!facts.isPublic() || !isUnrotated(facts)
        || facts.flag("require_proof_of_possession"_L1) == true)
        return {};
    return {u"refresh_token.rotation_type: non-rotating"_s};
}

constexpr Rule table[] = {
    {"token-hs256"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "ID tokens signed with HS256"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Whoever can check such a token, with the client secret, can make one. HS256 is what no algorithm at all means, too."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Let the application check RS256 with the tenant's public keys, then change the algorithm."),
     sharedKey},
    {"refresh-endless"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Refresh tokens that neither rotate nor expire"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "A stolen one opens the user's session for ever, and nobody notices."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Turn rotation on, or let them expire, when idle too."),
     endlessRefreshToken},
    {"refresh-unbound"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Refresh tokens of a public client that anybody can use"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Without a secret they must rotate or be bound to their sender (RFC 9700, section 2.2.2), or a stolen one works unseen."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Turn rotation on, or require proof of possession (DPoP)."),
     unboundRefreshToken},
    {"token-long-life"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "ID tokens that live longer than a day"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "An ID token tells that a user has just signed in; one kept for long is taken for a session that nobody can end."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Set 36,000 seconds, as Auth0 does, or fewer."),
     longIdToken},
};

} // namespace

std::span<const Rule> tokenRules()
{
    return table;
}

} // namespace Tenantscope::Applications
