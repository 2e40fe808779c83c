// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr auto clientCredentials = "client_credentials"_L1;
constexpr auto deviceCode = "urn:ietf:params:oauth:grant-type:device_code"_L1;

QStringList grantIf(bool applies, const Facts &facts, QLatin1StringView grantType)
{
    return applies && facts.hasGrant(grantType) ? QStringList(grantType) : QStringList();
}

/// Those of the application's grant types that are \a wanted.
template<typename Predicate>
QStringList grantsThat(const Facts &facts, Predicate wanted)
{
    QStringList found;
    for (const QString &grantType : facts.grantTypes()) {
        if (wanted(grantType) && !found.contains(grantType))
            found.append(grantType);
    }
    return found;
}

QStringList password(const Facts &facts)
{
    return grantsThat(facts, [](const QString &grantType) {
        return grantType == "password"_L1
            || grantType == "http://auth0.com/oauth/grant-type/password-realm"_L1;
    });
}

QStringList legacy(const Facts &facts)
{
    return grantsThat(facts, [](const QString &grantType) {
        return grantType.startsWith("http://auth0.com/oauth/legacy/"_L1);
    });
}

QStringList implicit(const Facts &facts)
{
    return grantIf(true, facts, "implicit"_L1);
}

QStringList machineAsPublic(const Facts &facts)
{
    return grantIf(facts.isPublic(), facts, clientCredentials);
}

/// A device has no browser: programs for it are of type Native.
QStringList deviceElsewhere(const Facts &facts)
{
    const bool isElsewhere = facts.isSinglePage() || facts.isRegularWeb() || facts.isMachine();
    return grantIf(isElsewhere, facts, deviceCode);
}

/// No user signs in to a machine-to-machine application.
QStringList usersOfMachine(const Facts &facts)
{
    if (!facts.isMachine())
        return {};
    return grantsThat(facts, [](const QString &grantType) {
        return grantType == "authorization_code"_L1 || grantType == "implicit"_L1
            || grantType == "refresh_token"_L1;
    });
}

constexpr Rule table[] = {
    {"grant-password"_L1, always(Severity::High),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Password grant"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "The application sees users' passwords, and whoever gets at it does too. RFC 9700, section 2.4, forbids it."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Move to Authorization Code with PKCE, then take the grant type away."),
     password},
    {"grant-implicit"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Implicit grant"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Tokens travel in the URL, where histories, logs and scripts see them. RFC 9700, section 2.1.2, advises against it."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Move to Authorization Code with PKCE, then take the grant type away. It is on by default, and may be unused."),
     implicit},
    {"grant-legacy"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Legacy grant"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "It opens endpoints that Auth0 has given up, delegation and /oauth/ro among them."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "See in the tenant's logs that nobody uses it, then take it away."),
     legacy},
    {"grant-public-credentials"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Client Credentials on a public client"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "The grant needs a secret, and this application runs where everybody can read what it holds."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Take the grant type away; give the machine an application of its own."),
     machineAsPublic},
    {"grant-device"_L1, always(Severity::Medium),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Device Code on an application for browsers or machines"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Users can be led to confirm a stranger's device (RFC 8628, section 5.4), and this type has no use for it."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Take the grant type away; give devices an application of type Native."),
     deviceElsewhere},
    {"grant-machine-users"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Machine-to-machine application that users may sign in to"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "What one application may do as itself and what it may do for users should not share a secret."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Take these grant types away, or give users an application of another type."),
     usersOfMachine},
};

} // namespace

std::span<const Rule> grantRules()
{
    return table;
}

} // namespace Tenantscope::Applications
