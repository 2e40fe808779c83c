// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/acrosstenants.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

using Management::Application;

namespace {

constexpr auto tenantKey = "tenant"_L1;
constexpr auto clientIdKey = "client_id"_L1;

/// The one that all applications carry; empty: there is none.
QString tenantOf(const Snapshot &snapshot)
{
    QString tenant;
    for (const Application &application : snapshot.applications) {
        const QString its = application.members().value(tenantKey).toString();
        if (its.isEmpty() || (!tenant.isEmpty() && its != tenant))
            return {};
        tenant = its;
    }
    return tenant;
}

bool isUnderAuth0(const QString &domain)
{
    return domain.endsWith(".auth0.com"_L1, Qt::CaseInsensitive);
}

void removeProfiles(QJsonObject &members)
{
    members.remove("user_attribute_profile_id"_L1);
    members.remove("connection_profile_id"_L1);
}

template<typename Change>
void change(QJsonObject &members, QLatin1StringView name, Change change)
{
    const QJsonValue value = members.value(name);
    if (!value.isObject())
        return;
    QJsonObject changed = value.toObject();
    change(changed);
    members.insert(name, changed);
}

} // namespace

bool areOfOneTenant(const Snapshot &one, const Snapshot &other)
{
    if (one.domain.compare(other.domain, Qt::CaseInsensitive) == 0 && !one.domain.isEmpty())
        return true;
    if (isUnderAuth0(one.domain) && isUnderAuth0(other.domain))
        return false; // of two regions, perhaps, each of which may have that name
    const QString tenant = tenantOf(one);
    return !tenant.isEmpty() && tenant == tenantOf(other);
}

void AcrossTenants::learn(const Application &application)
{
    m_names.insert(application.clientId(), application.name());
}

Application AcrossTenants::comparable(const Application &application) const
{
    QJsonObject members = application.members();
    members.remove(tenantKey);
    members.remove("owners"_L1);
    if (const QJsonValue clients = members.value("allowed_clients"_L1); clients.isArray())
        members.insert("allowed_clients"_L1, named(clients.toArray()));
    change(members, "default_organization"_L1, [](QJsonObject &organization) {
        organization.remove("organization_id"_L1);
    });
    change(members, "express_configuration"_L1, [this](QJsonObject &express) {
        removeProfiles(express);
        if (const QJsonValue clients = express.value("linked_clients"_L1); clients.isArray())
            express.insert("linked_clients"_L1, named(clients.toArray()));
        nameIn(express, "okta_oin_client_id"_L1);
    });
    change(members, "my_organization_configuration"_L1, removeProfiles);
    return Application(members);
}

QJsonValue AcrossTenants::named(const QJsonValue &clientId) const
{
    const QString name = m_names.value(clientId.toString());
    return name.isEmpty() ? clientId : name;
}

/// A list of client IDs, or of objects that have one.
QJsonArray AcrossTenants::named(const QJsonArray &list) const
{
    QJsonArray names;
    for (const QJsonValue &element : list) {
        QJsonObject members = element.toObject();
        nameIn(members, clientIdKey);
        names.append(element.isObject() ? QJsonValue(members) : named(element));
    }
    return names;
}

void AcrossTenants::nameIn(QJsonObject &members, QLatin1StringView name) const
{
    if (members.contains(name))
        members.insert(name, named(members.value(name)));
}

} // namespace Tenantscope::Applications
