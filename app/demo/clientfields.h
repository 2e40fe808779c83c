// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>
#include <QStringList>

#include <bitset>
#include <optional>

namespace Tenantscope::Demo {

/// The members of the demo tenant's client objects. The last ones are in no schema of Auth0's, as real
/// objects have them.
enum class Field {
    Tenant,
    Global,
    ClientId,
    Name,
    Description,
    AppType,
    LogoUri,
    IsFirstParty,
    OidcConformant,
    Callbacks,
    AllowedOrigins,
    WebOrigins,
    ClientAliases,
    AllowedClients,
    AllowedLogoutUrls,
    SessionTransfer,
    OidcLogout,
    GrantTypes,
    JwtConfiguration,
    ClientSecret,
    SigningKeys,
    EncryptionKey,
    Sso,
    SsoDisabled,
    CrossOriginAuthentication,
    CrossOriginLoc,
    CustomLoginPageOn,
    CustomLoginPage,
    FormTemplate,
    Addons,
    TokenEndpointAuthMethod,
    IsTokenEndpointIpHeaderTrusted,
    ClientMetadata,
    Mobile,
    InitiateLoginUri,
    NativeSocialLogin,
    RefreshToken,
    OrganizationUsage,
    OrganizationRequireBehavior,
    ClientAuthenticationMethods,
    RequirePushedAuthorizationRequests,
    ExternalClientId,
    ResourceServerIdentifier,
    ThirdPartySecurityMode,
    TokenQuota,
    CrossOriginAuth,
    CallbackUrlTemplate,
    ConfigRoute,
    Owners,
    Encrypted,
    OidcBackchannelLogout,
    IdentityAssertionAuthorizationGrant,
    ProvisioningLineage,
};
inline constexpr int fieldCount = static_cast<int>(Field::ProvisioningLineage) + 1;

/// Which scopes reveal a member; https://auth0.com/docs/api/management/v2/clients/get-clients.
enum class Tier {
    Summary, ///< any scope that opens the endpoint
    Clients, ///< read:clients, read:client_keys
    Keys,    ///< read:client_keys, read:client_credentials
};

[[nodiscard]] QByteArrayView fieldName(Field field);
[[nodiscard]] Tier fieldTier(Field field);
[[nodiscard]] std::optional<Field> fieldNamed(QByteArrayView name);

/// A set of members: those an answer shows.
class Projection final
{
public:
    [[nodiscard]] static Projection none() { return {}; }
    [[nodiscard]] static Projection all();
    /// What a token with \a scopes may see; nothing when none of them opens the endpoint.
    [[nodiscard]] static Projection visibleTo(const QStringList &scopes);
    /// The members named in \a list, parted by commas. Names of no member count for nothing.
    [[nodiscard]] static Projection named(QByteArrayView list);

    [[nodiscard]] bool has(Field field) const { return m_fields[static_cast<size_t>(field)]; }
    [[nodiscard]] bool isEmpty() const { return m_fields.none(); }
    [[nodiscard]] Projection operator&(const Projection &other) const;
    [[nodiscard]] Projection without(const Projection &other) const;
    bool operator==(const Projection &) const = default;

private:
    std::bitset<fieldCount> m_fields;
};

} // namespace Tenantscope::Demo
