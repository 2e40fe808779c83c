// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientparts.h"

namespace Tenantscope::Demo {

namespace {

constexpr QByteArrayView lastingRefreshToken =
    R"({"expiration_type":"non-expiring","leeway":0,"infinite_token_lifetime":true,)"
    R"("infinite_idle_token_lifetime":true,"token_lifetime":31557600,)"
    R"("idle_token_lifetime":2592000,"rotation_type":"non-rotating"})";
constexpr QByteArrayView rotatingRefreshToken =
    R"({"expiration_type":"expiring","leeway":30,"infinite_token_lifetime":false,)"
    R"("infinite_idle_token_lifetime":false,"token_lifetime":2592000,)"
    R"("idle_token_lifetime":1296000,"rotation_type":"rotating"})";

constexpr QByteArrayView sessionTransfer =
    R"({"can_create_session_transfer_token":false,"enforce_cascade_revocation":true,)"
    R"("allowed_authentication_methods":["cookie","query"],"enforce_device_binding":"ip",)"
    R"("allow_refresh_token":false,"enforce_online_refresh_tokens":true})";

QByteArrayView grantTypes(const Profile &profile, Dice &dice)
{
    switch (profile.traits.purpose) {
    case Purpose::Machine:
        return R"(["client_credentials"])";
    case Purpose::SinglePage:
        return dice.chance(35)
            ? QByteArrayView(R"(["authorization_code","implicit","refresh_token"])")
            : QByteArrayView(R"(["authorization_code","refresh_token"])");
    case Purpose::Native:
        return R"(["authorization_code","refresh_token",)"
               R"("urn:ietf:params:oauth:grant-type:device_code"])";
    case Purpose::Other:
        return R"(["authorization_code","implicit","refresh_token","client_credentials"])";
    case Purpose::Generic:
    case Purpose::RegularWeb:
        break;
    }
    return dice.chance(12)
        ? QByteArrayView(R"(["authorization_code","implicit","refresh_token","client_credentials",)"
                         R"("password","http://auth0.com/oauth/grant-type/password-realm"])")
        : QByteArrayView(
            R"(["authorization_code","implicit","refresh_token","client_credentials"])");
}

/// Absent on a quarter, as on real ones.
void writeAuthMethod(ClientWriter &writer, const Profile &profile)
{
    Dice dice = profile.dice(Field::TokenEndpointAuthMethod);
    if (!dice.chance(77))
        return;
    const Purpose purpose = profile.traits.purpose;
    if (purpose == Purpose::SinglePage || purpose == Purpose::Native)
        writer.text(Field::TokenEndpointAuthMethod, "none");
    else
        writer.text(
            Field::TokenEndpointAuthMethod,
            dice.chance(15) ? "client_secret_basic" : "client_secret_post");
}

void writeTokens(ClientWriter &writer, const Profile &profile)
{
    if (Dice dice = profile.dice(Field::JwtConfiguration); dice.chance(6))
        writer.raw(
            Field::JwtConfiguration,
            R"({"alg":"HS256","lifetime_in_seconds":36000,"secret_encoded":true})");
    else if (dice.chance(2)) // fractions stand where the schema says integer
        writer.raw(
            Field::JwtConfiguration,
            R"({"alg":"RS256","lifetime_in_seconds":3600.0166666666664,"secret_encoded":false})");
    else
        writer.raw(
            Field::JwtConfiguration,
            R"({"alg":"RS256","lifetime_in_seconds":36000,"secret_encoded":false,"scopes":{}})");
    if (Dice dice = profile.dice(Field::RefreshToken); dice.chance(3))
        writer.raw(Field::RefreshToken, "null");
    else
        writer.raw(
            Field::RefreshToken, dice.chance(40) ? rotatingRefreshToken : lastingRefreshToken);
    if (profile.dice(Field::SessionTransfer).chance(75))
        writer.raw(Field::SessionTransfer, sessionTransfer);
    if (profile.dice(Field::TokenQuota).chance(1))
        writer.raw(
            Field::TokenQuota,
            R"({"client_credentials":{"enforce":true,"per_day":100,"per_hour":20}})");
}

void writeOrganizations(ClientWriter &writer, const Profile &profile)
{
    constexpr std::array<QByteArrayView, 3> usages{"deny", "allow", "require"};
    constexpr std::array<QByteArrayView, 3> prompts{
        "no_prompt", "pre_login_prompt", "post_login_prompt"};
    Dice dice = profile.dice(Field::OrganizationUsage);
    if (!dice.chance(12))
        return;
    writer.text(Field::OrganizationUsage, dice.pick(usages));
    writer.text(Field::OrganizationRequireBehavior, dice.pick(prompts));
}

void writeMobile(ClientWriter &writer, const Profile &profile)
{
    if (profile.traits.purpose == Purpose::Native) {
        writer.raw(
            Field::Mobile,
            R"({"android":{"app_package_name":"com.example.app","sha256_cert_fingerprints":[]},)"
            R"("ios":{"app_bundle_identifier":"com.example.app","team_id":"A1B2C3D4E5"}})");
    }
    if (profile.dice(Field::NativeSocialLogin).chance(90))
        writer.raw(
            Field::NativeSocialLogin,
            R"({"apple":{"enabled":false},"facebook":{"enabled":false},"google":{"enabled":false}})");
}

} // namespace

void writeBehaviour(ClientWriter &writer, const Profile &profile)
{
    writer.flag(Field::OidcConformant, !profile.dice(Field::OidcConformant).chance(15));
    if (Dice dice = profile.dice(Field::GrantTypes); !profile.traits.isGlobal)
        writer.raw(Field::GrantTypes, grantTypes(profile, dice));
    writeTokens(writer, profile);
    if (profile.traits.isGlobal)
        return;
    writeAuthMethod(writer, profile);
    writeOrganizations(writer, profile);
    writeMobile(writer, profile);
    writer.flag(Field::IsTokenEndpointIpHeaderTrusted, false);
    if (Dice dice = profile.dice(Field::OidcLogout); dice.chance(8))
        writer.raw(
            Field::OidcLogout,
            dice.chance(50) ? QByteArrayView(R"({"backchannel_logout_urls":[]})")
                            : QByteArrayView("{}"));
    if (profile.dice(Field::RequirePushedAuthorizationRequests).chance(3))
        writer.flag(Field::RequirePushedAuthorizationRequests, true);
    if (!profile.traits.isFirstParty) {
        writer.text(Field::ThirdPartySecurityMode, "strict");
        writer.text(
            Field::ExternalClientId, QByteArray("https://" + profile.host + "/client.json"));
    }
    if (profile.traits.appType == QByteArrayView("resource_server"))
        writer.text(
            Field::ResourceServerIdentifier, QByteArray("https://" + profile.host + "/api"));
}

} // namespace Tenantscope::Demo
