// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"

#include <QJsonArray>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

Facts::Facts(const Management::Application &application)
    : m_application(application)
    , m_type(text("app_type"_L1))
    , m_authMethod(text("token_endpoint_auth_method"_L1))
    , m_isPublic(isNative() || isSinglePage() || m_authMethod == "none"_L1)
    , m_isThirdParty(application.isFirstParty() == false)
    , m_grantTypes(application.grantTypes())
    , m_jwtConfiguration(object("jwt_configuration"_L1))
    , m_refreshToken(object("refresh_token"_L1))
{
    read(UrlUse::Callback, "callbacks"_L1);
    read(UrlUse::Logout, "allowed_logout_urls"_L1);
    read(UrlUse::Origin, "web_origins"_L1);
    read(UrlUse::Origin, "allowed_origins"_L1);
}

/// Asked of every page as it arrives: what is sound is not kept.
void Facts::read(UrlUse use, QLatin1StringView member)
{
    const UrlFaults kept = use == UrlUse::Origin ? ~UrlFaults() : ~UrlFaults(UrlFault::Path);
    Urls &urls = m_urls[size_t(use)];
    const QJsonArray array = m_application.members().value(member).toArray();
    for (const QJsonValueConstRef element : array) {
        if (!element.isString())
            continue;
        QString text = element.toString();
        if (const UrlFaults faults = faultsOf(text) & kept) {
            urls.faulty.push_back({.text = std::move(text), .faults = faults});
            urls.faults |= faults;
        }
    }
}

bool Facts::hasGrant(QLatin1StringView grantType) const
{
    return m_grantTypes.contains(grantType);
}

std::optional<bool> Facts::flag(QLatin1StringView member) const
{
    const QJsonValue value = m_application.members().value(member);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

QString Facts::text(QLatin1StringView member) const
{
    return m_application.members().value(member).toString();
}

QJsonObject Facts::object(QLatin1StringView member) const
{
    return m_application.members().value(member).toObject();
}

QStringList Facts::texts(QLatin1StringView member) const
{
    return m_application.strings(member);
}

QStringList Facts::urls(UrlUse use, UrlFaults faults) const
{
    const Urls &urls = m_urls[size_t(use)];
    QStringList found;
    if (!(urls.faults & faults))
        return found;
    for (const Url &url : urls.faulty) {
        if ((url.faults & faults) && !found.contains(url.text))
            found.append(url.text);
    }
    return found;
}

} // namespace Tenantscope::Applications
