// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/clientfields.h"

#include <array>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;

namespace {

struct Member
{
    const char *name;
    Tier tier;
};

/// In the order of Field.
constexpr std::array<Member, fieldCount> members{{
    {"tenant", Tier::Clients},
    {"global", Tier::Clients},
    {"client_id", Tier::Summary},
    {"name", Tier::Summary},
    {"description", Tier::Summary},
    {"app_type", Tier::Summary},
    {"logo_uri", Tier::Clients},
    {"is_first_party", Tier::Clients},
    {"oidc_conformant", Tier::Clients},
    {"callbacks", Tier::Clients},
    {"allowed_origins", Tier::Clients},
    {"web_origins", Tier::Clients},
    {"client_aliases", Tier::Clients},
    {"allowed_clients", Tier::Clients},
    {"allowed_logout_urls", Tier::Clients},
    {"session_transfer", Tier::Clients},
    {"oidc_logout", Tier::Clients},
    {"grant_types", Tier::Clients},
    {"jwt_configuration", Tier::Clients},
    {"client_secret", Tier::Keys},
    {"signing_keys", Tier::Keys},
    {"encryption_key", Tier::Keys},
    {"sso", Tier::Clients},
    {"sso_disabled", Tier::Clients},
    {"cross_origin_authentication", Tier::Clients},
    {"cross_origin_loc", Tier::Clients},
    {"custom_login_page_on", Tier::Clients},
    {"custom_login_page", Tier::Clients},
    {"form_template", Tier::Clients},
    {"addons", Tier::Clients},
    {"token_endpoint_auth_method", Tier::Clients},
    {"is_token_endpoint_ip_header_trusted", Tier::Clients},
    {"client_metadata", Tier::Clients},
    {"mobile", Tier::Clients},
    {"initiate_login_uri", Tier::Clients},
    {"native_social_login", Tier::Clients},
    {"refresh_token", Tier::Clients},
    {"organization_usage", Tier::Clients},
    {"organization_require_behavior", Tier::Clients},
    {"client_authentication_methods", Tier::Keys},
    {"require_pushed_authorization_requests", Tier::Clients},
    {"external_client_id", Tier::Clients},
    {"resource_server_identifier", Tier::Clients},
    {"third_party_security_mode", Tier::Clients},
    {"token_quota", Tier::Clients},
    {"cross_origin_auth", Tier::Clients},
    {"callback_url_template", Tier::Clients},
    {"config_route", Tier::Clients},
    {"owners", Tier::Clients},
    {"encrypted", Tier::Clients},
    {"oidc_backchannel_logout", Tier::Clients},
    {"identity_assertion_authorization_grant", Tier::Clients},
    {"provisioning_lineage", Tier::Clients},
}};

const Member &member(Field field)
{
    return members[static_cast<size_t>(field)];
}

template<typename Condition>
std::bitset<fieldCount> fieldsWhere(Condition condition)
{
    std::bitset<fieldCount> fields;
    for (size_t i = 0; i < members.size(); ++i)
        fields[i] = condition(members[i]);
    return fields;
}

} // namespace

QByteArrayView fieldName(Field field)
{
    return member(field).name;
}

Tier fieldTier(Field field)
{
    return member(field).tier;
}

std::optional<Field> fieldNamed(QByteArrayView name)
{
    for (size_t i = 0; i < members.size(); ++i) {
        if (name == QByteArrayView(members[i].name))
            return static_cast<Field>(i);
    }
    return std::nullopt;
}

Projection Projection::all()
{
    Projection projection;
    projection.m_fields.set();
    return projection;
}

Projection Projection::visibleTo(const QStringList &scopes)
{
    const bool hasClients = scopes.contains("read:clients"_L1);
    const bool hasKeys = scopes.contains("read:client_keys"_L1);
    const bool hasCredentials = scopes.contains("read:client_credentials"_L1);
    const bool hasSummary = scopes.contains("read:client_summary"_L1);
    Projection projection;
    projection.m_fields = fieldsWhere([&](const Member &member) {
        switch (member.tier) {
        case Tier::Summary:
            return hasClients || hasKeys || hasCredentials || hasSummary;
        case Tier::Clients:
            return hasClients || hasKeys;
        case Tier::Keys:
            return hasKeys || hasCredentials;
        }
        return false;
    });
    return projection;
}

Projection Projection::named(QByteArrayView list)
{
    Projection projection;
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView name = comma < 0 ? list : list.first(comma);
        if (const std::optional<Field> field = fieldNamed(name.trimmed()))
            projection.m_fields[static_cast<size_t>(*field)] = true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return projection;
}

Projection Projection::operator&(const Projection &other) const
{
    Projection both;
    both.m_fields = m_fields & other.m_fields;
    return both;
}

Projection Projection::without(const Projection &other) const
{
    Projection rest;
    rest.m_fields = m_fields & ~other.m_fields;
    return rest;
}

} // namespace Tenantscope::Demo
