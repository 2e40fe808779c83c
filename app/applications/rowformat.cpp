// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/rowformat.h"

#include "app/applications/applicationstore.h"
#include "app/applications/csv.h"
#include "app/applications/fieldvalue.h"
#include "app/base/plaintext.h"

#include <QJsonDocument>

#include <utility>

namespace Tenantscope::Applications {

using namespace Qt::StringLiterals;

namespace {

/// \a cell without what would end it, or its row.
QString tsvCell(QString cell, bool isDefused)
{
    const bool isGuarded = isDefused && isFormula(cell); // before its tab becomes a blank
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        cell.replace(separator, u' ');
    return isGuarded ? QString(u'\'' + cell) : cell;
}

QByteArray tsvLine(const QStringList &cells, const std::vector<Column> &columns)
{
    QStringList ready;
    for (qsizetype i = 0; i < cells.size(); ++i)
        ready.append(tsvCell(cells[i], columns[size_t(i)] != Column::ClientId));
    return QString(ready.join(u'\t') + u'\n').toUtf8();
}

/// \a cell as plain text, whatever Markdown or HTML is in it.
QString markdownCell(const QString &cell)
{
    QString ready;
    for (const QChar c : Base::plainLine(cell, cell.size())) {
        if (QStringView(u"\\|`*_<>[]~&").contains(c))
            ready.append(u'\\');
        ready.append(c);
    }
    return ready;
}

QByteArray markdownLine(const QStringList &cells)
{
    QStringList ready;
    for (const QString &cell : cells)
        ready.append(markdownCell(cell));
    return QString(u"| " + ready.join(" | "_L1) + u" |\n").toUtf8();
}

} // namespace

RowWriter::RowWriter(const ApplicationStore &store, RowFormat format, Table table)
    : m_store(store)
    , m_format(format)
    , m_table(std::move(table))
{
}

QByteArray RowWriter::head() const
{
    switch (m_format) {
    case RowFormat::Csv:
        return csvRecord(m_table.titles);
    case RowFormat::Tsv:
        return tsvLine(m_table.titles, m_table.columns);
    case RowFormat::Markdown:
        return markdownLine(m_table.titles) + "|"
            + QByteArray(" --- |").repeated(m_table.titles.size()) + "\n";
    case RowFormat::Json:
    case RowFormat::JsonAllFields:
        return "[";
    case RowFormat::IdLines:
    case RowFormat::IdList:
        break;
    }
    return {};
}

QByteArray RowWriter::rows(std::span<const int> storeRows)
{
    QByteArray text;
    for (const int storeRow : storeRows)
        append(text, row(storeRow));
    return text;
}

void RowWriter::append(QByteArray &text, QByteArrayView row)
{
    if (!std::exchange(m_isFirst, false))
        text += separator();
    if (unpacksPages())
        text += "\n  ";
    text += row;
}

QByteArray RowWriter::row(int storeRow) const
{
    switch (m_format) {
    case RowFormat::Csv:
        return csvRecord(cellsOf(storeRow));
    case RowFormat::Tsv:
        return tsvLine(cellsOf(storeRow), m_table.columns);
    case RowFormat::Markdown:
        return markdownLine(cellsOf(storeRow));
    case RowFormat::Json:
        return jsonOf(storeRow);
    case RowFormat::JsonAllFields:
        return m_store.json(storeRow);
    case RowFormat::IdLines:
    case RowFormat::IdList:
        break;
    }
    return m_store.clientIdUtf8(storeRow).toByteArray();
}

qsizetype RowWriter::unpackedSize(int storeRow) const
{
    return m_store.jsonSize(storeRow);
}

QByteArray RowWriter::separator() const
{
    switch (m_format) {
    case RowFormat::Json:
    case RowFormat::JsonAllFields:
        return ",";
    case RowFormat::IdLines:
        return "\n";
    case RowFormat::IdList:
        return ", ";
    case RowFormat::Csv:
    case RowFormat::Tsv:
    case RowFormat::Markdown:
        break;
    }
    return {};
}

QByteArray RowWriter::foot() const
{
    if (!unpacksPages())
        return {};
    return m_isFirst ? "]\n" : "\n]\n";
}

QStringList RowWriter::cellsOf(int storeRow) const
{
    QStringList cells;
    cells.reserve(qsizetype(m_table.columns.size()));
    for (const Column column : m_table.columns)
        cells.append(m_table.text(storeRow, column));
    return cells;
}

QByteArray RowWriter::jsonOf(int storeRow) const
{
    const QJsonObject members = m_store.application(storeRow).members();
    QJsonObject seen;
    for (const Column column : m_table.columns) {
        const QString path = memberOf(column);
        if (const QJsonValue value = valueAt(members, path); !value.isUndefined())
            seen.insert(path, value);
        else if (column == Column::Findings)
            seen.insert("findings"_L1, m_store.text(storeRow, column));
    }
    return QJsonDocument(seen).toJson(QJsonDocument::Compact);
}

} // namespace Tenantscope::Applications
