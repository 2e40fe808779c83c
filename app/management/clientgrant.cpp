// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/clientgrant.h"

#include "app/management/application.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

ClientGrant::ClientGrant(QJsonObject members)
    : m_members(std::move(members))
{
}

QString ClientGrant::id() const
{
    return valueText(m_members.value("id"_L1));
}

QString ClientGrant::clientId() const
{
    return valueText(m_members.value("client_id"_L1));
}

QString ClientGrant::audience() const
{
    return valueText(m_members.value("audience"_L1));
}

QStringList ClientGrant::scopes() const
{
    const QJsonValue value = m_members.value("scope"_L1);
    if (value.isString()) // as a token request and a token have them
        return value.toString().split(u' ', Qt::SkipEmptyParts);
    QStringList scopes;
    for (const QJsonValue &element : value.toArray()) {
        if (element.isString())
            scopes.append(element.toString());
    }
    return scopes;
}

bool ClientGrant::allowsAllScopes() const
{
    return m_members.value("allow_all_scopes"_L1).toBool(false);
}

QString ClientGrant::subjectType() const
{
    return valueText(m_members.value("subject_type"_L1));
}

QString ClientGrant::organizationUsage() const
{
    return valueText(m_members.value("organization_usage"_L1));
}

QString ClientGrant::defaultFor() const
{
    return valueText(m_members.value("default_for"_L1));
}

bool ClientGrant::isSystem() const
{
    return m_members.value("is_system"_L1).toBool(false);
}

bool ClientGrant::grants(const QString &scope) const
{
    return allowsAllScopes() || scopes().contains(scope);
}

} // namespace Tenantscope::Management
