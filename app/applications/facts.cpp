// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/facts.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

Facts::Facts(const Management::Application &application)
    : m_application(application)
    , m_type(text("app_type"_L1))
    , m_grantTypes(application.grantTypes())
{
    read(UrlUse::Callback, "callbacks"_L1);
    read(UrlUse::Logout, "allowed_logout_urls"_L1);
    read(UrlUse::Origin, "web_origins"_L1);
    read(UrlUse::Origin, "allowed_origins"_L1);
}

void Facts::read(UrlUse use, QLatin1StringView member)
{
    Urls &urls = m_urls[size_t(use)];
    const QStringList texts = m_application.strings(member);
    urls.all.reserve(urls.all.size() + size_t(texts.size()));
    for (const QString &text : texts) {
        const UrlFaults faults = faultsOf(text);
        urls.all.push_back({.text = text, .faults = faults});
        urls.faults |= faults;
    }
}

bool Facts::isPublic() const
{
    return isNative() || isSinglePage() || text("token_endpoint_auth_method"_L1) == "none"_L1;
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
    for (const Url &url : urls.all) {
        if ((url.faults & faults) && !found.contains(url.text))
            found.append(url.text);
    }
    return found;
}

} // namespace Tenantscope::Applications
