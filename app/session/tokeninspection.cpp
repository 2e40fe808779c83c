// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokeninspection.h"

#include "app/session/tenantsession.h"

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = TokenDifference::Kind;

namespace {

/// Auth0's issuer is the domain that was asked, with a slash behind it.
QString issuerOf(const Tenant::Domain &domain)
{
    return domain.url(u"/"_s).toString(QUrl::FullyEncoded);
}

/// A tenant on loopback may call itself by the usual form.
bool isIssuer(const QString &said, const Tenant::Domain &domain)
{
    const QString expected = issuerOf(domain);
    return said == expected
        || (domain.isLoopback() && said == QString(expected).replace("http:"_L1, "https:"_L1));
}

/// A token may name its application twice; each is held against who asked.
QList<TokenDifference> partyDifferences(const Jwt::DecodedToken &token, const TokenContext &context)
{
    QList<TokenDifference> differences;
    for (const QLatin1StringView claim : {"azp"_L1, "client_id"_L1}) {
        const QString party = token.claims.value(claim).toString();
        if (!party.isEmpty() && !context.clientId.isEmpty() && party != context.clientId)
            differences.append(
                {.kind = Kind::Party, .said = party, .expected = context.clientId, .claim = claim});
    }
    return differences;
}

} // namespace

QList<TokenDifference> differencesOf(
    const Jwt::DecodedToken &token, const TokenContext &context, const QDateTime &now)
{
    QList<TokenDifference> differences;
    const auto differ = [&differences](Kind kind, const QString &said, const QString &expected) {
        differences.append({.kind = kind, .said = said, .expected = expected});
    };
    if (const QString issuer = token.issuer();
        !issuer.isEmpty() && !context.domain.isEmpty() && !isIssuer(issuer, context.domain))
        differ(Kind::Issuer, issuer, issuerOf(context.domain));
    if (const QStringList audiences = token.audiences(); !audiences.isEmpty()
        && !context.audience.isEmpty() && !audiences.contains(context.audience))
        differ(Kind::Audience, audiences.join(u", "_s), context.audience);
    differences.append(partyDifferences(token, context));
    const auto expiry = token.expiresAt();
    if (expiry && context.expiry) {
        const std::chrono::seconds by(context.expiry->secsTo(*expiry));
        if (std::chrono::abs(by) > clockTolerance)
            differences.append({.kind = Kind::Expiry, .by = by});
    }
    if (const auto scope = token.scope();
        scope && context.scopes.isKnown() && OAuth::ScopeSet::fromText(*scope) != context.scopes)
        differ(Kind::Scope, *scope, context.scopes.names().join(u' '));
    if (context.clockSkew && std::chrono::abs(*context.clockSkew) > clockTolerance)
        differences.append({.kind = Kind::ClockSkew, .by = *context.clockSkew});
    if (const auto issued = token.issuedAt();
        issued && now.secsTo(*issued) > clockTolerance.count())
        differences.append(
            {.kind = Kind::IssuedLater, .by = std::chrono::seconds(now.secsTo(*issued))});
    return differences;
}

TokenContext contextOf(const TenantSession &session, const OAuth::AccessToken &token)
{
    TokenContext context{
        .domain = session.domain(),
        .audience = session.audience(),
        .clientId = session.clientId(),
        .clockSkew = session.http().clockSkew()};
    if (token.expiresAt) {
        const std::chrono::seconds skew = context.clockSkew.value_or(0s);
        context.expiry = session.clock().wallAt(*token.expiresAt).addSecs(-skew.count());
    }
    if (!token.notes.contains(OAuth::AccessToken::Note::ScopeFromClaim))
        context.scopes = token.scopes;
    return context;
}

} // namespace Tenantscope::Session
