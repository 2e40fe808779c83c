// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr auto authMethod = "token_endpoint_auth_method"_L1;
constexpr auto complianceLevel = "compliance_level"_L1;
constexpr auto pushedRequests = "require_pushed_authorization_requests"_L1;
constexpr auto proofOfPossession = "require_proof_of_possession"_L1;

/// What an admin reads of a member that has this value.
QStringList shown(bool applies, QLatin1StringView member, const QString &value)
{
    return applies ? QStringList(member + u": "_s + value) : QStringList();
}

QStringList trustedIpHeader(const Facts &facts)
{
    constexpr auto member = "is_token_endpoint_ip_header_trusted"_L1;
    return shown(facts.flag(member) == true, member, u"true"_s);
}

QStringList crossOrigin(const Facts &facts)
{
    constexpr auto member = "cross_origin_authentication"_L1;
    constexpr auto oldMember = "cross_origin_auth"_L1;
    if (const auto isOn = facts.flag(member))
        return shown(*isOn, member, u"true"_s);
    return shown(facts.flag(oldMember) == true, oldMember, u"true"_s);
}

QStringList withoutAuthentication(const Facts &facts)
{
    const bool canKeepSecret = facts.isRegularWeb() || facts.isMachine();
    return shown(canKeepSecret && facts.authMethod() == "none"_L1, authMethod, u"none"_s);
}

QStringList secretInPublic(const Facts &facts)
{
    const QString &method = facts.authMethod();
    const bool hasSecret = method == "client_secret_post"_L1 || method == "client_secret_basic"_L1;
    return shown((facts.isNative() || facts.isSinglePage()) && hasSecret, authMethod, method);
}

/// Only what an answer with secrets shows. The secret is not told.
QStringList unneededSecret(const Facts &facts)
{
    constexpr auto member = "client_secret"_L1;
    return facts.isPublic() && !facts.text(member).isEmpty() ? QStringList(member) : QStringList();
}

QStringList permissive(const Facts &facts)
{
    constexpr auto member = "third_party_security_mode"_L1;
    const bool applies = facts.isThirdParty() && facts.text(member) == "permissive"_L1;
    return shown(applies, member, u"permissive"_s);
}

bool isFinancialGrade(const Facts &facts)
{
    return facts.text(complianceLevel).startsWith("fapi"_L1);
}

QStringList unpushed(const Facts &facts)
{
    return shown(
        isFinancialGrade(facts) && facts.flag(pushedRequests) == false, pushedRequests, u"false"_s);
}

/// The levels with mTLS bind access tokens to their sender.
QStringList unbound(const Facts &facts)
{
    const bool binds = isFinancialGrade(facts) && facts.text(complianceLevel).contains("mtls"_L1);
    return shown(binds && facts.flag(proofOfPossession) == false, proofOfPossession, u"false"_s);
}

/// A confidential third party could push its requests, and is told that it need not.
QStringList thirdPartyUnpushed(const Facts &facts)
{
    const bool applies = facts.isThirdParty() && !facts.isPublic()
        && facts.hasGrant("authorization_code"_L1) && !isFinancialGrade(facts);
    return shown(applies && facts.flag(pushedRequests) == false, pushedRequests, u"false"_s);
}

constexpr Rule table[] = {
    {"client-cross-origin"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Cross-origin authentication"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Users type passwords into the application's own pages, where every script there can read them."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Move to Universal Login, then turn it off."),
     crossOrigin},
    {"client-no-authentication"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Application on a server that does not authenticate"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "It could keep a secret, yet anybody who knows its client ID can ask for tokens in its name."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Have it authenticate by a private key or a secret, or correct its type."),
     withoutAuthentication},
    {"client-secret-public"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Public client that authenticates by a secret"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Everybody who has the application has its secret, so the secret proves nothing."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Set the authentication method to none and use PKCE, then rotate the secret."),
     secretInPublic},
    {"client-secret-unneeded"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Public client that has a secret"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Auth0 gives one to every application. Of a public one it must not be in the program, for everybody could read it there."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "See that no build holds it. If one did, rotate it."),
     unneededSecret},
    {"client-ip-header"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "IP addresses are taken on trust"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Whoever has the secret can name any address in auth0-forwarded-for, and so pass by the brute-force protection."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Turn it off, unless the application's server tells its users' addresses."),
     trustedIpHeader},
    {"client-permissive"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Third-party application in permissive mode"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "An application that is not yours is held to looser rules than new third parties are."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Try it in strict mode, then set third_party_security_mode to strict."),
     permissive},
    {"client-fapi-par"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "FAPI without pushed authorization requests"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Its compliance level asks for pushed authorization requests (RFC 9126), and they are not required."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Set require_pushed_authorization_requests to true."),
     unpushed},
    {"client-fapi-binding"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "FAPI without sender-constrained tokens"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Its compliance level asks for tokens bound to their sender, and they are not required: a stolen one works."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Set require_proof_of_possession to true."),
     unbound},
    {"client-third-party-par"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Third party without pushed authorization requests"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "What it asks for travels through users' browsers, where it can be changed (RFC 9126)."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "When the third party is ready for it, set require_pushed_authorization_requests to true."),
     thirdPartyUnpushed},
};

} // namespace

std::span<const Rule> clientRules()
{
    return table;
}

} // namespace Tenantscope::Applications
