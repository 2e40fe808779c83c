// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldpaths.h"

#include "app/applications/applicationstore.h"
#include "app/management/listquery.h"

#include <QSet>

#include <algorithm>

namespace Tenantscope::Applications {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView documented[] = {
    "addons"_L1,
    "allowed_clients"_L1,
    "allowed_logout_urls"_L1,
    "allowed_origins"_L1,
    "app_type"_L1,
    "async_approval_notification_channels"_L1,
    "callbacks"_L1,
    "client_aliases"_L1,
    "client_id"_L1,
    "client_metadata"_L1,
    "compliance_level"_L1,
    "cross_origin_authentication"_L1,
    "cross_origin_loc"_L1,
    "custom_login_page_on"_L1,
    "default_organization"_L1,
    "description"_L1,
    "external_client_id"_L1,
    "external_metadata_type"_L1,
    "grant_types"_L1,
    "initiate_login_uri"_L1,
    "is_first_party"_L1,
    "is_token_endpoint_ip_header_trusted"_L1,
    "jwks_uri"_L1,
    "jwt_configuration.alg"_L1,
    "jwt_configuration.lifetime_in_seconds"_L1,
    "logo_uri"_L1,
    "name"_L1,
    "native_social_login"_L1,
    "oidc_conformant"_L1,
    "oidc_logout"_L1,
    "organization_require_behavior"_L1,
    "organization_usage"_L1,
    "owners"_L1,
    "par_request_expiry"_L1,
    "redirection_policy"_L1,
    "refresh_token.expiration_type"_L1,
    "refresh_token.idle_token_lifetime"_L1,
    "refresh_token.leeway"_L1,
    "refresh_token.rotation_type"_L1,
    "refresh_token.token_lifetime"_L1,
    "require_proof_of_possession"_L1,
    "require_pushed_authorization_requests"_L1,
    "resource_server_identifier"_L1,
    "session_transfer"_L1,
    "sso"_L1,
    "sso_disabled"_L1,
    "tenant"_L1,
    "third_party_security_mode"_L1,
    "token_endpoint_auth_method"_L1,
    "token_exchange"_L1,
    "token_quota"_L1,
    "web_origins"_L1,
};

/// So many applications are looked into: some milliseconds.
constexpr int sampleSize = 300;

void addPaths(const QJsonObject &members, const QString &prefix, QSet<QString> &paths)
{
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (member.key().isEmpty())
            continue;
        const QString path = prefix + member.key();
        paths.insert(path);
        if (member.value().isObject() && prefix.isEmpty()) // one step in is what anybody compares
            addPaths(member.value().toObject(), path + u'.', paths);
    }
}

} // namespace

QStringList fieldPaths(const ApplicationStore &store)
{
    QSet<QString> paths;
    for (const QLatin1StringView path : documented)
        paths.insert(QString(path));
    const int step = std::max(1, store.size() / sampleSize);
    for (int row = 0; row < store.size(); row += step)
        addPaths(store.application(row).members(), {}, paths);
    paths.removeIf([](const QString &path) { return !isListed(path); });
    QStringList sorted(paths.begin(), paths.end());
    sorted.sort();
    return sorted;
}

bool isListed(QStringView path)
{
    static const QStringList excluded = Management::excludedMembers({});
    return std::ranges::none_of(excluded, [path](const QString &member) {
        return path == member || path.startsWith(QString(member + u'.'));
    });
}

} // namespace Tenantscope::Applications
