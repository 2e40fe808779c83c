// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

void writeLeftovers(ClientWriter &writer, const Profile &profile)
{
    writer.flag(Field::SsoDisabled, false);
    const bool isCrossOrigin = profile.dice(Field::CrossOriginAuthentication).chance(7);
    writer.flag(Field::CrossOriginAuthentication, isCrossOrigin);
    if (profile.dice(Field::CrossOriginAuth).chance(70))
        writer.flag(Field::CrossOriginAuth, isCrossOrigin);
    if (profile.dice(Field::Sso).chance(4))
        writer.flag(Field::Sso, true);
    writer.flag(Field::CustomLoginPageOn, true);

    // In no schema, yet in real answers.
    if (profile.dice(Field::CallbackUrlTemplate).chance(60))
        writer.flag(Field::CallbackUrlTemplate, false);
    if (profile.dice(Field::ConfigRoute).chance(1))
        writer.text(Field::ConfigRoute, "/configuration");
    if (Dice dice = profile.dice(Field::Owners); dice.chance(5))
        writer.raw(Field::Owners, QByteArray("[\"auth0|" + dice.letters(24).toLower() + "\"]"));
    if (profile.dice(Field::Encrypted).chance(2))
        writer.flag(Field::Encrypted, true);
    if (profile.dice(Field::OidcBackchannelLogout).chance(5))
        writer.raw(Field::OidcBackchannelLogout, "{}");
    if (profile.dice(Field::IdentityAssertionAuthorizationGrant).chance(2))
        writer.raw(Field::IdentityAssertionAuthorizationGrant, R"({"active":false})");
    if (profile.dice(Field::ProvisioningLineage).chance(2)) // and one that nobody has seen yet
        writer.raw(
            Field::ProvisioningLineage, R"({"copied_from":null,"waves":[1,2.5,3],"dry_run":true})");
}

} // namespace Tenantscope::Demo
