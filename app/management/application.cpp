// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/application.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

Application::Application(QJsonObject members)
    : m_members(std::move(members))
{
}

QString Application::clientId() const
{
    return valueText(m_members.value("client_id"_L1));
}

QString Application::name() const
{
    return valueText(m_members.value("name"_L1));
}

QString Application::description() const
{
    return valueText(m_members.value("description"_L1));
}

QString Application::appType() const
{
    return valueText(m_members.value("app_type"_L1));
}

std::optional<bool> Application::isFirstParty() const
{
    const QJsonValue value = m_members.value("is_first_party"_L1);
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

bool Application::isGlobal() const
{
    return m_members.value("global"_L1).toBool(false);
}

QStringList Application::grantTypes() const
{
    return strings("grant_types"_L1);
}

QStringList Application::strings(QLatin1StringView name) const
{
    const QJsonArray array = m_members.value(name).toArray();
    QStringList strings;
    for (const QJsonValue &element : array) {
        if (element.isString())
            strings.append(element.toString());
    }
    return strings;
}

QString valueText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return {};
}

} // namespace Tenantscope::Management
