// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/queryreader.h"

#include "app/demo/errors.h"
#include "app/jwt/base64url.h"

#include <QString>

#include <limits>

namespace Tenantscope::Demo {

namespace {

constexpr char checkpointPrefix[] = "checkpoint:";

} // namespace

std::optional<int> QueryReader::integer(QByteArrayView name, int minimum, int maximum)
{
    const std::optional<QByteArray> text = m_parameters.value(name);
    if (!text)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong number = text->toLongLong(&isNumber);
    if (!isNumber)
        object("Expected type integer but found type string", name);
    else if (number < minimum)
        object(
            QByteArray("Value " + *text + " is less than minimum " + QByteArray::number(minimum)),
            name);
    else if (number > maximum)
        object(
            QByteArray(
                "Value " + *text + " is greater than maximum " + QByteArray::number(maximum)),
            name);
    else
        return static_cast<int>(number);
    return std::nullopt;
}

std::optional<bool> QueryReader::boolean(QByteArrayView name)
{
    const std::optional<QByteArray> text = m_parameters.value(name);
    if (!text)
        return std::nullopt;
    if (*text == "true" || *text == "false")
        return *text == "true";
    object("Expected type boolean but found type string", name);
    return std::nullopt;
}

std::optional<int> QueryReader::position(QByteArrayView name)
{
    const std::optional<QByteArray> text = m_parameters.value(name);
    if (!text)
        return std::nullopt;
    const QByteArray plain = Jwt::base64UrlDecode(*text).value_or(QByteArray());
    bool isNumber = false;
    const int position = plain.mid(sizeof checkpointPrefix - 1).toInt(&isNumber);
    if (plain.startsWith(checkpointPrefix) && isNumber && position >= 0)
        return position;
    object("The checkpoint is invalid or has expired", name);
    return std::nullopt;
}

void QueryReader::expectOnly(const QList<QByteArray> &known)
{
    const QList<QByteArray> names = m_parameters.names();
    for (const QByteArray &name : names) {
        if (!known.contains(name))
            object(QByteArray("Additional properties not allowed: " + name));
    }
}

void QueryReader::object(const QByteArray &what, QByteArrayView name)
{
    if (m_error)
        return;
    QByteArray message = "Query validation error: '" + what + '\'';
    if (!name.isEmpty())
        message.append(" on property ").append(name);
    m_error = apiError(400, message, "invalid_query_string");
}

QByteArray checkpoint(int position)
{
    return Jwt::base64UrlEncode(QByteArray(checkpointPrefix + QByteArray::number(position)));
}

} // namespace Tenantscope::Demo
