// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/selectiontext.h"

#include "app/applications/rowpieces.h"
#include "ui/applications/applicationcell.h"
#include "ui/applications/applicationsmodel.h"
#include "ui/shared/rowtable.h"

#include <QHeaderView>

#include <algorithm>

namespace Tenantscope::Ui {

using Applications::Column;
using Applications::RowFormat;
using Applications::RowWriter;

namespace {

std::vector<Column> visibleColumns(const QHeaderView &header, const ApplicationsModel &model)
{
    std::vector<Column> columns;
    columns.reserve(size_t(header.count()));
    for (int place = 0; place < header.count(); ++place)
        columns.push_back(model.columnAt(header.logicalIndex(place)));
    return columns;
}

} // namespace

int selectedCount(const QItemSelectionModel &selection)
{
    int count = 0;
    for (const QItemSelectionRange &range : selection.selection())
        count += range.height();
    return count;
}

std::vector<int> selectedRows(const QItemSelectionModel &selection)
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selection.selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    if (rows.empty() && selection.currentIndex().isValid())
        rows.push_back(selection.currentIndex().row());
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<int> storeRows(const ApplicationsModel &model, std::vector<int> rows)
{
    for (int &row : rows)
        row = model.storeRowAt(row);
    return rows;
}

RowWriter::Table shownTable(const RowTable &table, const ApplicationsModel &model)
{
    RowWriter::Table shown{
        .columns = visibleColumns(*table.horizontalHeader(), model),
        .titles = {},
        .text = [&model](int row, Column column) { return model.copyText(row, column); }};
    for (const Column column : shown.columns)
        shown.titles.append(columnHeader(column, Qt::DisplayRole).toString());
    return shown;
}

RowWriter writerFor(const RowTable &table, const ApplicationsModel &model, RowFormat format)
{
    return {model.store(), format, shownTable(table, model)};
}

FileExport::Pieces piecesOf(RowWriter writer, std::vector<int> storeRows)
{
    return [pieces = Applications::RowPieces(std::move(writer), std::move(storeRows))]() mutable {
        return pieces.next();
    };
}

QString selectionText(const RowTable &table, const ApplicationsModel &model)
{
    const std::vector<int> rows = selectedRows(*table.selectionModel());
    if (rows.size() == 1 && table.currentIndex().isValid())
        return model.copyText(
            model.storeRowAt(rows.front()), model.columnAt(table.currentIndex().column()));
    // Without titles: what was selected, no more.
    QByteArray text = writerFor(table, model, RowFormat::Tsv).rows(storeRows(model, rows));
    text.chop(1);
    return QString::fromUtf8(text);
}

} // namespace Tenantscope::Ui
