// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/tablecolumns.h"

#include "ui/applications/applicationsmodel.h"

#include <QEvent>
#include <QHeaderView>

namespace Tenantscope::Ui {

using Applications::Column;
using Applications::SortOrder;

namespace {

constexpr int widthStep = 2;      // characters
constexpr int usualCharacter = 7; ///< pixels that one is wide at the usual text size

RowTable::ColumnWidth widthOf(Column column)
{
    switch (column) {
    case Column::Name:
        return {.least = 160, .share = 5};
    case Column::Type:
        return {.least = 148, .share = 0};
    case Column::ClientId:
        return {.least = 150, .share = 3};
    case Column::FirstParty:
    case Column::Callbacks:
        return {.least = 88, .share = 0};
    case Column::GrantTypes:
        return {.least = 112, .share = 5};
    case Column::Findings:
        return {.least = 108, .share = 0};
    case Column::Description:
        break;
    }
    return {.least = 150, .share = 3};
}

/// Of larger texts, too, as many letters are to be seen.
RowTable::ColumnWidth scaled(RowTable::ColumnWidth width, const QFontMetrics &metrics)
{
    width.least = std::max(width.least, width.least * metrics.averageCharWidth() / usualCharacter);
    return width;
}

ColumnLayout usualLayout()
{
    ColumnLayout layout;
    for (const Column column : ApplicationsModel::usualColumns)
        layout.columns.append({column});
    layout.order = {.column = Column::Name};
    return layout;
}

} // namespace

TableColumns::TableColumns(RowTable &table, ApplicationsModel &model, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_model(model)
{
    QHeaderView *header = table.horizontalHeader();
    header->setSectionsMovable(true);
    header->setSortIndicatorClearable(true); // ascending, descending, as the tenant has them
    header->setSortIndicator(0, Qt::AscendingOrder);
    table.setSortingEnabled(true);
    tellWidths();
    table.installEventFilter(this);
    connect(header, &QHeaderView::sectionMoved, this, &TableColumns::changed);
}

bool TableColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        tellWidths();
    return QObject::eventFilter(watched, event);
}

QList<Column> TableColumns::shown() const
{
    const QHeaderView &header = *m_table.horizontalHeader();
    QList<Column> columns;
    for (int place = 0; place < header.count(); ++place)
        columns.append(m_model.columnAt(header.logicalIndex(place)));
    return columns;
}

bool TableColumns::isShown(Column column) const
{
    return m_model.sectionOf(column) >= 0;
}

void TableColumns::setShown(Column column, bool isShown)
{
    if (isShown == this->isShown(column) || (!isShown && m_model.columnCount() == 1))
        return;
    const SortOrder before = order();
    if (isShown)
        m_model.addColumn(column);
    else
        m_model.removeColumn(column);
    tellWidths();
    sortBy(before);
    // A new column belongs to the rows that are selected.
    QItemSelectionModel &selection = *m_table.selectionModel();
    selection.select(
        selection.selection(), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    Q_EMIT changed();
}

void TableColumns::move(Column column, int step)
{
    QHeaderView &header = *m_table.horizontalHeader();
    const int section = m_model.sectionOf(column);
    if (section < 0)
        return;
    const int place = header.visualIndex(section);
    header.moveSection(place, std::clamp(place + step, 0, header.count() - 1));
}

void TableColumns::sort(Column column, Qt::SortOrder order)
{
    const SortOrder wanted{.column = column, .descending = order == Qt::DescendingOrder};
    sortBy(wanted == this->order() ? SortOrder() : wanted);
}

void TableColumns::widen(Column column, int steps)
{
    const int section = m_model.sectionOf(column);
    if (section < 0)
        return;
    const int step = widthStep * m_table.fontMetrics().averageCharWidth();
    const int least = m_table.horizontalHeader()->minimumSectionSize();
    m_table.setColumnWidth(section, std::max(least, m_table.columnWidth(section) + steps * step));
}

void TableColumns::fit()
{
    m_table.fit();
}

void TableColumns::reset()
{
    setLayout(usualLayout());
}

ColumnLayout TableColumns::layout() const
{
    ColumnLayout layout{.columns = {}, .order = order()};
    for (const Column column : shown()) {
        const int width = m_table.columnWidth(m_model.sectionOf(column));
        layout.columns.append({column, m_table.isSizedByHand() ? width : 0});
    }
    return layout;
}

void TableColumns::setLayout(const ColumnLayout &layout)
{
    {
        const QSignalBlocker quiet(this); // once, in the end
        apply(layout.columns.isEmpty() ? usualLayout() : layout);
    }
    Q_EMIT changed();
}

void TableColumns::apply(const ColumnLayout &wanted)
{
    for (const ColumnLayout::Shown &shown : wanted.columns)
        m_model.addColumn(shown.column);
    for (const Column column : shown()) {
        const bool stays = std::ranges::any_of(
            wanted.columns, [column](const auto &shown) { return shown.column == column; });
        if (!stays)
            m_model.removeColumn(column);
    }
    QHeaderView &header = *m_table.horizontalHeader();
    for (int place = 0; place < wanted.columns.size(); ++place) {
        const int section = m_model.sectionOf(wanted.columns[place].column);
        header.moveSection(header.visualIndex(section), place);
    }
    tellWidths();
    m_table.fit();
    for (const ColumnLayout::Shown &shown : wanted.columns) {
        if (shown.width > 0)
            m_table.setColumnWidth(m_model.sectionOf(shown.column), shown.width);
    }
    sortBy(wanted.order);
}

void TableColumns::tellWidths()
{
    QList<RowTable::ColumnWidth> widths;
    for (int section = 0; section < m_model.columnCount(); ++section)
        widths.append(scaled(widthOf(m_model.columnAt(section)), m_table.fontMetrics()));
    m_table.setColumnWidths(std::move(widths));
}

/// Of a column that is not shown: by none, as the tenant has them. A header alone tells nobody so when a column goes.
void TableColumns::sortBy(const SortOrder &order)
{
    const int section = order.column ? m_model.sectionOf(*order.column) : -1;
    m_table.horizontalHeader()->setSortIndicator(
        section, order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    m_table.sortByColumn(section, order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

SortOrder TableColumns::order() const
{
    const QHeaderView &header = *m_table.horizontalHeader();
    const int section = header.sortIndicatorSection();
    if (section < 0 || section >= m_model.columnCount())
        return {};
    return {
        .column = m_model.columnAt(section),
        .descending = header.sortIndicatorOrder() == Qt::DescendingOrder};
}

} // namespace Tenantscope::Ui
