// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/audience.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

constexpr auto managementPath = "/api/v2/"_L1;
constexpr auto auth0Hosts = ".auth0.com"_L1; // of the public cloud

/// An audience taken for a URL.
struct AudienceUrl
{
    QStringView authority; ///< host and port; empty: no URL
    QStringView path;      ///< and all after it
};

AudienceUrl asUrl(QStringView audience)
{
    for (const QLatin1StringView scheme : {"https://"_L1, "http://"_L1}) {
        if (!audience.startsWith(scheme))
            continue;
        const QStringView rest = audience.sliced(scheme.size());
        const qsizetype slash = rest.indexOf(u'/');
        return {
            slash < 0 ? rest : rest.first(slash), slash < 0 ? QStringView() : rest.sliced(slash)};
    }
    return {};
}

/// \a path with one slash where there are several, and one at its end.
QString tidiedPath(QStringView path)
{
    QString tidied;
    for (const QChar c : path) {
        if (c != u'/' || !tidied.endsWith(u'/'))
            tidied.append(c);
    }
    return tidied.endsWith(u'/') ? tidied : QString(tidied + u'/');
}

/// For an audience of another host than \a domain's.
Hint hintOnHost(QStringView authority, const Domain &domain)
{
    const bool areTenants = authority.endsWith(auth0Hosts, Qt::CaseInsensitive)
        && domain.host().endsWith(auth0Hosts);
    return areTenants ? Hint::AudienceOfAnotherTenant : Hint::AudienceOfAnotherHost;
}

} // namespace

QList<Hint> hintsOnAudience(const QString &audience, const Domain &domain)
{
    const auto [authority, path] = asUrl(audience);
    if (authority.isEmpty() || tidiedPath(path) != managementPath)
        return {Hint::AudienceOfAnotherApi};
    QList<Hint> hints;
    if (path.contains("//"_L1))
        hints << Hint::AudienceDoubledSlash;
    else if (path != managementPath)
        hints << Hint::AudienceWithoutSlash;
    // The API of a tenant without TLS, which is on loopback, may be named by the address it is reached at.
    const bool isItsOwn = (audience.startsWith("https://"_L1) || !domain.isEncrypted())
        && authority == hostOfAudience(domain.defaultAudience());
    if (!isItsOwn)
        hints << hintOnHost(authority, domain);
    if (isItsOwn && !domain.isLoopback() && !domain.host().endsWith(auth0Hosts))
        hints << Hint::CustomDomainDefaultAudience;
    return hints;
}

QString tidiedAudience(const QString &audience)
{
    const auto [authority, path] = asUrl(audience);
    if (authority.isEmpty() || tidiedPath(path) != managementPath)
        return audience;
    return audience.chopped(path.size()) + managementPath;
}

QString hostOfAudience(QStringView audience)
{
    return asUrl(audience).authority.toString();
}

bool isManagementAudience(QStringView audience)
{
    const auto [authority, path] = asUrl(audience);
    return !authority.isEmpty() && path == managementPath;
}

} // namespace Tenantscope::Tenant
