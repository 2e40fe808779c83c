// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/jsonstrings.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Tenantscope::Ui {

namespace {

/// Where the string whose opening quote stands at \a start ends: its closing quote, or the end of its line.
qsizetype endOfString(QStringView text, qsizetype start)
{
    qsizetype at = start + 1;
    while (at < text.size() && text[at] != u'"' && text[at] != u'\n')
        at += text[at] == u'\\' && at + 1 < text.size() && text[at + 1] != u'\n' ? 2 : 1;
    return at;
}

/// What stands between the quotes of a string, \a inside, says.
std::optional<QString> decoded(QStringView inside)
{
    if (!inside.contains(u'\\'))
        return inside.toString();
    const auto document = QJsonDocument::fromJson("[\"" + inside.toUtf8() + "\"]");
    return document.isArray() ? std::optional(document.array().at(0).toString()) : std::nullopt;
}

JsonString stringAt(QStringView text, qsizetype start)
{
    const qsizetype end = endOfString(text, start);
    const bool isClosed = end < text.size() && text[end] == u'"';
    return {
        .offset = start,
        .size = end - start + (isClosed ? 1 : 0),
        .text = decoded(text.sliced(start + 1, end - start - 1))};
}

} // namespace

QList<JsonString> jsonStrings(QStringView text)
{
    QList<JsonString> strings;
    for (qsizetype at = text.indexOf(u'"'); at >= 0; at = text.indexOf(u'"', at)) {
        strings.append(stringAt(text, at));
        at += strings.last().size;
    }
    return strings;
}

QString jsonLiteral(const QString &text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.sliced(1, array.size() - 2)); // without its brackets
}

QStringList jsonNames(QStringView text)
{
    QStringList names;
    const QList<JsonString> strings = jsonStrings(text);
    for (qsizetype i = 0; i + 1 < strings.size(); ++i) {
        const JsonString &member = strings[i];
        const JsonString &value = strings[i + 1];
        const qsizetype end = member.offset + member.size;
        const bool isMember = text.sliced(end, value.offset - end).trimmed() == u":";
        if (isMember && (member.text == u"name" || member.text == u"description"))
            names.append(value.text.value_or(QString()));
    }
    names.removeAll({});
    names.removeDuplicates();
    return names;
}

} // namespace Tenantscope::Ui
