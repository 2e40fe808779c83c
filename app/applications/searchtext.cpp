// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchtext.h"

#include "app/applications/searchkey.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

using Management::valueText;

constexpr auto addonsMember = "addons"_L1;

/// The same in every row, pages of HTML, or the application's own secrets.
constexpr QLatin1StringView leftOutMembers[] = {
    "tenant"_L1,         "custom_login_page"_L1, "custom_login_page_preview"_L1,
    "form_template"_L1,  "client_secret"_L1,     "signing_keys"_L1,
    "encryption_key"_L1,
};

constexpr char numberMark = '\x1f';
static_assert(isFieldMark(numberMark));

/// What tables show in place of the API's words, and what admins say.
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
    void add(SearchKey key, QStringView text)
    {
        if (text.isEmpty())
            return;
        m_text.append(char(key));
        m_text.append(fold(text));
    }

    /// \a value as a whole, or each element of a list.
    void addList(SearchKey key, const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const QJsonValue &element : value.toArray())
                addList(key, element);
        } else {
            add(key, valueText(value));
        }
    }

    void addMetadata(const QJsonObject &metadata)
    {
        for (auto member = metadata.begin(); member != metadata.end(); ++member)
            add(SearchKey::Meta, QString(member.key() + u'=' + valueText(member.value())));
    }

    /// Every text and number in \a value, at any depth.
    void addAll(const QJsonValue &value)
    {
        if (value.isArray()) {
            for (const QJsonValue &element : value.toArray())
                addAll(element);
        } else if (value.isObject()) {
            for (const QJsonValue &member : value.toObject())
                addAll(member);
        } else if (value.isString()) {
            add(SearchKey::Any, value.toString());
        } else if (value.isDouble()) {
            addNumber(valueText(value));
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
                add(SearchKey::Any, text);
        }
    }

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    void addNumber(const QString &number)
    {
        if (const QByteArray text = searchNumber(number.toLatin1()); !text.isEmpty())
            m_text.append(text);
        else
            add(SearchKey::Any, number);
    }

    QByteArray m_text;
};

void addMember(Collector &collector, const QString &name, const QJsonValue &value)
{
    switch (const SearchKey key = searchKeyOf(name)) {
    case SearchKey::Name:
    case SearchKey::Id:
    case SearchKey::Type:
        collector.add(key, valueText(value));
        break;
    case SearchKey::Meta:
        collector.addMetadata(value.toObject());
        break;
    case SearchKey::Any:
        if (name == addonsMember)
            collector.addUrls(value);
        else if (!isLeftOutOfSearch(name))
            collector.addAll(value);
        break;
    default:
        collector.addList(key, value);
    }
}

} // namespace

bool isLeftOutOfSearch(const QString &name)
{
    return std::ranges::find(leftOutMembers, name) != std::end(leftOutMembers);
}

QByteArray searchTextOf(const Management::Application &application)
{
    const QJsonObject &members = application.members();
    Collector collector;
    for (auto member = members.begin(); member != members.end(); ++member)
        addMember(collector, member.key(), member.value());
    const QString type = application.appType();
    collector.add(SearchKey::Type, QString(typeWords(type)));
    if (type == "non_interactive"_L1)
        collector.add(SearchKey::Type, u"m2m"_s);
    return collector.text();
}

QByteArray searchNumber(QByteArrayView number)
{
    const bool isPlain = std::ranges::any_of(number, [](char c) { return c >= '0' && c <= '9'; })
        && std::ranges::all_of(number, [](char c) {
                             return (c >= '0' && c <= '9') || c == '.' || c == '-';
                         });
    if (!isPlain)
        return {};
    QByteArray text(1, numberMark);
    for (const char c : number)
        text.append(
            char(c | 0x80)); // what no character of UTF-8 begins with: no word finds a part of it
    text.append(numberMark);
    return text;
}

} // namespace Tenantscope::Applications
