// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/tenant/dashboardlink.h"

#include "app/tenant/audience.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Tenant {

namespace {

struct Place
{
    QString region;
    QString tenant;
};

/// Where the tenant of \a host lives; nullopt: not under auth0.com, or in a Private Cloud there.
std::optional<Place> placeOf(const QString &host)
{
    constexpr QLatin1StringView publicRegions[] = {"us"_L1, "eu"_L1, "au"_L1,
                                                   "jp"_L1, "uk"_L1, "ca"_L1};
    const QStringList labels = host.toLower().split(u'.');
    const qsizetype count = labels.size();
    if (count < 3 || count > 4 || labels.at(count - 2) != "auth0"_L1
        || labels.at(count - 1) != "com"_L1)
        return std::nullopt;
    if (count == 3) // the old form in the United States
        return Place{u"us"_s, labels.first()};
    // `us-3` and its like are sub-localities of the public cloud.
    const QString locality = labels.at(1).section(u'-', 0, 0);
    const bool isPublic = std::find(std::begin(publicRegions), std::end(publicRegions), locality)
        != std::end(publicRegions);
    return isPublic ? std::optional(Place{labels.at(1), labels.first()}) : std::nullopt;
}

QString pathOf(DashboardPage page, const QString &clientId)
{
    switch (page) {
    case DashboardPage::Application:
        if (!clientId.isEmpty())
            return "applications/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(clientId))
                + "/settings"_L1;
        break;
    case DashboardPage::Applications:
        break;
    case DashboardPage::Apis:
        return u"apis"_s;
    case DashboardPage::Logs:
        return u"logs"_s;
    case DashboardPage::CustomDomains:
        return u"tenant/custom_domains"_s;
    }
    return u"applications"_s;
}

} // namespace

QUrl dashboardLink(
    DashboardPage page, const Domain &domain, const QString &audience, const QString &clientId)
{
    if (domain.isEmpty() || domain.isLoopback())
        return {};
    std::optional<Place> place = placeOf(domain.host());
    if (!place && isManagementAudience(audience)) {
        const auto named = Domain::parse(hostOfAudience(audience));
        place = named ? placeOf(named->domain.host()) : std::nullopt;
    }
    if (!place)
        return {};
    return QUrl::fromEncoded(
        QString(
            "https://manage.auth0.com/dashboard/"_L1 + place->region + u'/' + place->tenant + u'/'
            + pathOf(page, clientId))
            .toLatin1(),
        QUrl::StrictMode);
}

} // namespace Tenantscope::Tenant
