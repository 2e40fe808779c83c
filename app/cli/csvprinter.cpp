// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/csvprinter.h"

#include "app/applications/csv.h"
#include "app/base/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

QString jsonOf(const QJsonValue &value)
{
    // QJsonDocument writes arrays and objects only.
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

bool holdsOnlyTexts(const QJsonArray &list)
{
    return std::all_of(list.begin(), list.end(), [](const QJsonValue &v) { return v.isString(); });
}

} // namespace

CsvPrinter::CsvPrinter(const Applications::ApplicationStore &store, bool secrets, bool neutralises)
    : RowPrinter(store)
    , m_fields(
          {u"client_id"_s, u"name"_s, u"app_type"_s, u"description"_s, u"is_first_party"_s,
           u"token_endpoint_auth_method"_s, u"grant_types"_s, u"callbacks"_s,
           u"allowed_logout_urls"_s, u"web_origins"_s, u"allowed_origins"_s})
    , m_neutralises(neutralises)
{
    if (secrets)
        m_fields.append(u"client_secret"_s);
}

QByteArray CsvPrinter::head(const std::vector<int> &)
{
    return Applications::csvRecord(m_fields);
}

QByteArray CsvPrinter::row(int row)
{
    const QJsonObject members = store().application(row).members();
    QStringList cells;
    cells.reserve(m_fields.size());
    for (const QString &field : m_fields) {
        const QString text = cellText(members.value(field));
        cells.append(m_neutralises ? Base::plainLine(text, text.size()) : text);
    }
    return Applications::csvRecord(cells);
}

QString cellText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return {};
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array: {
        const QJsonArray list = value.toArray();
        if (!holdsOnlyTexts(list))
            return jsonOf(value);
        QStringList texts;
        for (const QJsonValue &text : list)
            texts.append(text.toString());
        return texts.join(u' ');
    }
    case QJsonValue::Bool:
    case QJsonValue::Double:
    case QJsonValue::Object:
        break;
    }
    return jsonOf(value);
}

} // namespace Tenantscope::Cli
