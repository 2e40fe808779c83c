// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/trait.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr KnownTrait traits[] = {
    {Trait::FirstParty, "first-party"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "yours: is_first_party is true")},
    {Trait::ThirdParty, "third-party"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "somebody else's: is_first_party is false")},
    {Trait::Public, "public"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search", "keeps no secret: token_endpoint_auth_method is none")},
    {Trait::Confidential, "confidential"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search", "authenticates at the token endpoint, by a secret or a key")},
    {Trait::OidcConformant, "oidc-conformant"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "oidc_conformant is true")},
    {Trait::Legacy, "legacy"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "oidc_conformant is false")},
    {Trait::CrossOrigin, "cross-origin"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "cross_origin_authentication is true")},
    {Trait::Rotating, "rotating"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "its refresh tokens rotate")},
    {Trait::Organizations, "organizations"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "organization_usage is allow or require")},
    {Trait::Par, "par"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "requires pushed authorization requests")},
    {Trait::SenderConstrained, "sender-constrained"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "requires proof of possession")},
};

/// Traits that say no more than that a member has a value.
constexpr struct
{
    QLatin1StringView member;
    QLatin1StringView value;
    Trait trait;
} memberTraits[] = {
    {"is_first_party"_L1, "true"_L1, Trait::FirstParty},
    {"is_first_party"_L1, "false"_L1, Trait::ThirdParty},
    {"token_endpoint_auth_method"_L1, "none"_L1, Trait::Public},
    {"oidc_conformant"_L1, "true"_L1, Trait::OidcConformant},
    {"oidc_conformant"_L1, "false"_L1, Trait::Legacy},
    {"cross_origin_authentication"_L1, "true"_L1, Trait::CrossOrigin},
    {"require_pushed_authorization_requests"_L1, "true"_L1, Trait::Par},
    {"require_proof_of_possession"_L1, "true"_L1, Trait::SenderConstrained},
};

/// With `private_key_jwt` and the like there is no `token_endpoint_auth_method`, but a list of keys.
bool isConfidential(const QJsonObject &members)
{
    const QString method = members.value("token_endpoint_auth_method"_L1).toString();
    return (!method.isEmpty() && method != "none"_L1)
        || !members.value("client_authentication_methods"_L1).toObject().isEmpty();
}

} // namespace

std::span<const KnownTrait> knownTraits()
{
    return traits;
}

Traits traitsBeginningWith(QStringView text)
{
    Traits found;
    for (const KnownTrait &known : traits) {
        if (known.name.startsWith(text, Qt::CaseInsensitive))
            found |= known.trait;
    }
    return found;
}

Traits traitsOf(const Management::Application &application)
{
    const QJsonObject &members = application.members();
    Traits found;
    for (const auto &known : memberTraits) {
        if (Management::valueText(members.value(known.member)) == known.value)
            found |= known.trait;
    }
    const QJsonObject refreshToken = members.value("refresh_token"_L1).toObject();
    const QString organizations = members.value("organization_usage"_L1).toString();
    found.setFlag(Trait::Confidential, isConfidential(members));
    found.setFlag(
        Trait::Rotating, refreshToken.value("rotation_type"_L1).toString() == "rotating"_L1);
    found.setFlag(
        Trait::Organizations, organizations == "allow"_L1 || organizations == "require"_L1);
    return found;
}

std::optional<Trait> traitFor(QAnyStringView member, QStringView value)
{
    for (const auto &known : memberTraits) {
        if (QAnyStringView::equal(member, known.member) && value == known.value)
            return known.trait;
    }
    return std::nullopt;
}

} // namespace Tenantscope::Applications
