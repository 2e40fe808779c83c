// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/parameters.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace Tenantscope::Demo {

namespace {

QByteArray decoded(QByteArrayView text)
{
    return QByteArray::fromPercentEncoding(text.toByteArray().replace('+', ' '));
}

} // namespace

Parameters Parameters::fromForm(QByteArrayView text)
{
    Parameters parameters;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&');
        const QByteArrayView pair = end < 0 ? text : text.first(end);
        text = end < 0 ? QByteArrayView() : text.sliced(end + 1);
        const qsizetype equals = pair.indexOf('=');
        if (equals >= 0)
            parameters.m_pairs.append(
                {decoded(pair.first(equals)), decoded(pair.sliced(equals + 1))});
        else if (!pair.isEmpty())
            parameters.m_pairs.append({decoded(pair), {}});
    }
    return parameters;
}

std::optional<Parameters> Parameters::fromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return std::nullopt;
    Parameters parameters;
    const QJsonObject object = document.object();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member->isString())
            parameters.m_pairs.append({member.key().toUtf8(), member->toString().toUtf8()});
    }
    return parameters;
}

std::optional<QByteArray> Parameters::value(QByteArrayView name) const
{
    for (const auto &[ownName, value] : m_pairs) {
        if (ownName == name)
            return value;
    }
    return std::nullopt;
}

QList<QByteArray> Parameters::values(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[ownName, value] : m_pairs) {
        if (ownName == name)
            values.append(value);
    }
    return values;
}

QList<QByteArray> Parameters::names() const
{
    QList<QByteArray> names;
    for (const auto &[name, value] : m_pairs)
        names.append(name);
    return names;
}

} // namespace Tenantscope::Demo
