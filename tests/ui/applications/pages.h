// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/page.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace Tenantscope::Test {

/// A page of the list, read from the text of an answer, as the program reads one.
inline Management::Page pageOf(const QJsonArray &clients, int total = 1'000'000)
{
    Http::Response response;
    response.status = 200;
    const QJsonObject answer{
        {QStringLiteral("total"), total},
        {QStringLiteral("start"), 0},
        {QStringLiteral("limit"), 100},
        {QStringLiteral("clients"), clients},
    };
    response.json = QJsonDocument(answer);
    response.body = response.json.toJson(QJsonDocument::Compact);
    return Management::readPage(response).value();
}

/// One application with what is given.
inline QJsonObject client(
    const QString &id, const QString &name, const QString &type = {}, const QJsonObject &more = {})
{
    QJsonObject members = more;
    members.insert(QStringLiteral("client_id"), id);
    members.insert(QStringLiteral("name"), name);
    if (!type.isEmpty())
        members.insert(QStringLiteral("app_type"), type);
    return members;
}

} // namespace Tenantscope::Test
