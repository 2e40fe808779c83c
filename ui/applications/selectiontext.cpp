// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/selectiontext.h"

#include "ui/applications/applicationsmodel.h"
#include "ui/shared/rowtable.h"

#include <QHeaderView>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

QString separated(QString text, Applications::Column column)
{
    for (const QChar separator : {u'\t', u'\n', u'\r'})
        text.replace(separator, u' ');
    if (column == Applications::Column::ClientId || text.isEmpty())
        return text;
    return u"=+-@＝＋－＠"_s.contains(text.front()) ? QString(u'\'' + text) : text;
}

QList<int> visibleColumns(const QHeaderView &header)
{
    QList<int> columns;
    for (int visual = 0; visual < header.count(); ++visual) {
        const int column = header.logicalIndex(visual);
        if (!header.isSectionHidden(column))
            columns.append(column);
    }
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

QString selectionText(const RowTable &table, const ApplicationsModel &model)
{
    const std::vector<int> rows = selectedRows(*table.selectionModel());
    if (rows.size() == 1 && table.currentIndex().isValid())
        return model.copyText(model.index(rows.front(), table.currentIndex().column()));
    const QList<int> columns = visibleColumns(*table.horizontalHeader());
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns) {
            cells.append(
                separated(model.copyText(model.index(row, column)), model.columnAt(column)));
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

QString selectedClientIds(const RowTable &table, const ApplicationsModel &model)
{
    QStringList ids;
    for (const int row : selectedRows(*table.selectionModel()))
        ids.append(model.clientIdAt(row));
    return ids.join(u'\n');
}

} // namespace Tenantscope::Ui
