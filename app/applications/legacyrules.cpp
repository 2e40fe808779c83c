// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

QStringList notConformant(const Facts &facts)
{
    return facts.flag("oidc_conformant"_L1) == false ? QStringList(u"oidc_conformant: false"_s)
                                                     : QStringList();
}

/// SAML and WS-Federation are no leftovers: that is how Auth0 is an identity provider. Names only: the values may be secret.
QStringList addons(const Facts &facts)
{
    QStringList found;
    const QJsonObject addons = facts.object("addons"_L1);
    for (auto addon = addons.begin(); addon != addons.end(); ++addon) {
        if (addon.key() != "samlp"_L1 && addon.key() != "wsfed"_L1 && addon->isObject())
            found.append(u"addons."_s + addon.key());
    }
    return found;
}

QStringList delegation(const Facts &facts)
{
    return facts.texts("allowed_clients"_L1);
}

QStringList singleSignOn(const Facts &facts)
{
    return facts.flag("sso"_L1) == true ? QStringList(u"sso: true"_s) : QStringList();
}

constexpr Rule table[] = {
    {"legacy-oidc"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Not OIDC conformant"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "It signs users in by Auth0's older ways, which newer protections leave out."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Follow Auth0's guide to OIDC-conformant applications, then set oidc_conformant to true."),
     notConformant},
    {"legacy-addons"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Add-ons"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "They are Auth0's older way into other services, and keep those services' credentials."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "Turn off those that nobody uses, and rotate their credentials."),
     addons},
    {"legacy-delegation"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Delegation for other applications"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "The applications listed may trade their tokens for this one's, by an endpoint that Auth0 has given up."),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Empty allowed_clients."), delegation},
    {"legacy-sso"_L1, always(Severity::Low),
     QT_TRANSLATE_NOOP("Tenantscope::Applications", "Legacy single sign-on"),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications",
         "The application takes part in sessions by a setting of Classic Login that Universal Login does not know."),
     QT_TRANSLATE_NOOP(
         "Tenantscope::Applications", "Move to Universal Login, then set sso to false."),
     singleSignOn},
};

} // namespace

std::span<const Rule> legacyRules()
{
    return table;
}

} // namespace Tenantscope::Applications
