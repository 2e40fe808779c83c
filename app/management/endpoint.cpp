// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/endpoint.h"

#include "app/oauth/scopeset.h"

#include <algorithm>

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

QString Endpoint::name() const
{
    return method + u' ' + path;
}

QStringList Endpoint::scopes() const
{
    QStringList all;
    for (const QStringList &way : ways)
        all += way;
    all.removeDuplicates();
    return all;
}

bool Endpoint::isOpenTo(const OAuth::ScopeSet &granted) const
{
    return std::any_of(ways.begin(), ways.end(), [&granted](const QStringList &way) {
        return std::all_of(way.begin(), way.end(), [&granted](const QString &scope) {
            return granted.contains(scope);
        });
    });
}

QString nameOf(Lifecycle lifecycle)
{
    switch (lifecycle) {
    case Lifecycle::GeneralAvailability:
        return u"GA"_s;
    case Lifecycle::EarlyAccess:
        return u"EA"_s;
    case Lifecycle::Beta:
        return u"beta"_s;
    case Lifecycle::Unknown:
        break;
    }
    return {};
}

} // namespace Tenantscope::Management
