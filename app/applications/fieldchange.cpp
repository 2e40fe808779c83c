// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/fieldchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

/// Members below which nothing is known of the meaning of an order: other services' settings, and the users' own.
constexpr QLatin1StringView unknownParts[] = {"addons"_L1, "client_metadata"_L1};
/// Lists of objects that are sets.
constexpr QLatin1StringView setsOfObjects[] = {
    "refresh_token.policies"_L1, "express_configuration.linked_clients"_L1};

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

QByteArrayList sortedTexts(const QJsonArray &list)
{
    QByteArrayList texts;
    for (const QJsonValue &element : list)
        texts.append(textOf(element));
    std::sort(texts.begin(), texts.end());
    return texts;
}

bool holdsContainer(const QJsonArray &list)
{
    return std::any_of(list.begin(), list.end(), [](const QJsonValue &element) {
        return element.isObject() || element.isArray();
    });
}

bool isPlainName(const QString &name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c == u'-';
    });
}

QString joined(const QString &path, const QString &name)
{
    if (!isPlainName(name)) {
        const QByteArray quoted = textOf(name); // a list of one
        return path + QString::fromUtf8(quoted);
    }
    return path.isEmpty() ? name : QString(path + u'.' + name);
}

QString elementPath(const QString &path, qsizetype index)
{
    return path + u'[' + QString::number(index) + u']';
}

/// Whether the order in \a list, which stands at \a path, means nothing.
bool isSet(const QString &path, const QJsonArray &list)
{
    const auto isBelow = [&path](QLatin1StringView part) {
        return path.startsWith(part)
            && (path.size() == part.size() || u".["_s.contains(path.at(part.size())));
    };
    if (std::any_of(std::begin(unknownParts), std::end(unknownParts), isBelow))
        return false;
    const auto isNamed = [&path](QLatin1StringView name) { return path == name; };
    return std::any_of(std::begin(setsOfObjects), std::end(setsOfObjects), isNamed)
        || !holdsContainer(list);
}

/// Collects the differences; goes as deep as its arguments, which readers of JSON have limited.
class FieldComparer final
{
public:
    void object(const QJsonObject &before, const QJsonObject &after, const QString &path)
    {
        for (auto member = before.begin(); member != before.end(); ++member)
            value(member.value(), after.value(member.key()), joined(path, member.key()));
        for (auto member = after.begin(); member != after.end(); ++member) {
            if (!before.contains(member.key()))
                value({}, member.value(), joined(path, member.key()));
        }
    }

    QList<FieldChange> m_changes{};

private:
    void value(const QJsonValue &before, const QJsonValue &after, const QString &path)
    {
        if (before.isObject() && after.isObject())
            return object(before.toObject(), after.toObject(), path);
        if (before.isArray() && after.isArray())
            return array(before.toArray(), after.toArray(), path);
        note(path, before, after);
    }

    void array(const QJsonArray &before, const QJsonArray &after, const QString &path)
    {
        if (before == after)
            return;
        if (isSet(path, before) && isSet(path, after)) {
            if (sortedTexts(before) != sortedTexts(after))
                note(path, before, after);
        } else if (before.size() == after.size() && holdsContainer(before)) {
            for (qsizetype i = 0; i < before.size(); ++i)
                value(before.at(i), after.at(i), elementPath(path, i));
        } else {
            note(path, before, after);
        }
    }

    void note(const QString &path, const QJsonValue &before, const QJsonValue &after)
    {
        const QJsonValue was = before.isUndefined() ? QJsonValue() : before;
        const QJsonValue is = after.isUndefined() ? QJsonValue() : after;
        if (was != is)
            m_changes.append({.field = path, .before = was, .after = is});
    }
};

QJsonValue canonical(const QJsonValue &value, const QString &path);

QJsonObject canonicalObject(const QJsonObject &members, const QString &path)
{
    QJsonObject result;
    for (auto member = members.begin(); member != members.end(); ++member) {
        if (!member.value().isNull())
            result.insert(member.key(), canonical(member.value(), joined(path, member.key())));
    }
    return result;
}

QJsonArray canonicalArray(const QJsonArray &list, const QString &path)
{
    QJsonArray result;
    if (isSet(path, list)) {
        for (const QByteArray &text : sortedTexts(list))
            result.append(QString::fromUtf8(text));
    } else {
        for (qsizetype i = 0; i < list.size(); ++i)
            result.append(canonical(list.at(i), elementPath(path, i)));
    }
    return result;
}

QJsonValue canonical(const QJsonValue &value, const QString &path)
{
    if (value.isObject())
        return canonicalObject(value.toObject(), path);
    return value.isArray() ? canonicalArray(value.toArray(), path) : value;
}

QJsonObject without(QJsonObject members, const QStringList &ignored)
{
    for (const QString &name : ignored)
        members.remove(name);
    return members;
}

/// Elements of \a list that \a other has not as often, in their order.
QList<QJsonValue> beyond(const QJsonArray &list, const QJsonArray &other)
{
    const auto textOf = [](const QJsonValue &element) {
        return QJsonDocument(QJsonArray{element}).toJson(QJsonDocument::Compact);
    };
    QHash<QByteArray, int> left;
    for (const QJsonValue &element : other)
        ++left[textOf(element)];
    QList<QJsonValue> more;
    for (const QJsonValue &element : list) {
        if (left[textOf(element)]-- <= 0)
            more.append(element);
    }
    return more;
}

} // namespace

QList<FieldChange> changesBetween(
    const QJsonObject &before, const QJsonObject &after, const QStringList &ignored)
{
    FieldComparer comparer;
    comparer.object(without(before, ignored), without(after, ignored), {});
    std::stable_sort(
        comparer.m_changes.begin(), comparer.m_changes.end(),
        [](const FieldChange &a, const FieldChange &b) { return a.field < b.field; });
    return std::move(comparer.m_changes);
}

QByteArray canonicalText(const QJsonObject &members, const QStringList &ignored)
{
    const QJsonObject canonicalMembers = canonicalObject(without(members, ignored), {});
    return QJsonDocument(canonicalMembers).toJson(QJsonDocument::Compact);
}

std::optional<ListChange> listChange(const FieldChange &change)
{
    if (!change.before.isArray() || !change.after.isArray())
        return std::nullopt;
    const QJsonArray before = change.before.toArray();
    const QJsonArray after = change.after.toArray();
    const ListChange result{.added = beyond(after, before), .removed = beyond(before, after)};
    if (result.added.isEmpty() && result.removed.isEmpty())
        return std::nullopt;
    return result;
}

} // namespace Tenantscope::Applications
