// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchtext.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

using Management::valueText;

/// Members looked at whole, URLs or not: callbacks such as `localhost:3030/logout` are none.
constexpr QLatin1StringView wholeMembers[] = {
    "name"_L1,
    "client_id"_L1,
    "app_type"_L1,
    "description"_L1,
    "grant_types"_L1,
    "callbacks"_L1,
    "allowed_origins"_L1,
    "web_origins"_L1,
    "allowed_logout_urls"_L1,
    "allowed_clients"_L1,
    "client_aliases"_L1,
    "initiate_login_uri"_L1,
    "logo_uri"_L1,
    "external_client_id"_L1,
    "resource_server_identifier"_L1,
};
constexpr auto metadataMember = "client_metadata"_L1;

/// What tables show in place of the API's words.
QLatin1StringView typeWords(const QString &type)
{
    if (type == "spa"_L1)
        return "single page"_L1;
    if (type == "regular_web"_L1)
        return "regular web"_L1;
    if (type == "non_interactive"_L1)
        return "machine to machine"_L1;
    return type.isEmpty() ? "generic"_L1 : QLatin1StringView();
}

class Collector final
{
public:
    void add(QStringView text)
    {
        if (text.isEmpty())
            return;
        if (!m_text.isEmpty())
            m_text.append(char(fieldSeparator));
        m_text.append(fold(text));
    }

    /// Every text in \a value.
    void addAll(const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const QJsonValue &element : value.toArray())
                addAll(element);
        } else {
            add(valueText(value));
        }
    }

    /// Every text in \a value, at any depth, that holds a URL.
    void addUrls(const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const QJsonValue &element : value.toArray())
                addUrls(element);
        } else if (value.isObject()) {
            for (const QJsonValue &member : value.toObject())
                addUrls(member);
        } else if (value.isString()) {
            if (const QString text = value.toString(); text.contains("://"_L1))
                add(text);
        }
    }

    void addMetadata(const QJsonValue &value)
    {
        const QJsonObject metadata = value.toObject();
        for (auto member = metadata.begin(); member != metadata.end(); ++member)
            add(QString(member.key() + u'=' + valueText(member.value())));
    }

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    QByteArray m_text;
};

bool isWhole(const QString &member)
{
    return std::ranges::any_of(wholeMembers, [&member](auto name) { return member == name; });
}

} // namespace

QByteArray searchTextOf(const Management::Application &application)
{
    const QJsonObject &members = application.members();
    Collector collector;
    for (auto member = members.begin(); member != members.end(); ++member) {
        const QString name = member.key();
        if (name == metadataMember)
            collector.addMetadata(member.value());
        else if (isWhole(name))
            collector.addAll(member.value());
        else
            collector.addUrls(member.value());
    }
    collector.add(QString(typeWords(application.appType())));
    return collector.text();
}

} // namespace Tenantscope::Applications
