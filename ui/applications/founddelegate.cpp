// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/founddelegate.h"

#include "ui/applications/highlight.h"
#include "ui/shared/colors.h"

#include <QApplication>
#include <QPainter>
#include <QTextFormat>
#include <QTextOption>

namespace Tenantscope::Ui {

namespace {

/// Of the field that \a item is, or is in a list of.
QString fieldPathOf(QModelIndex item)
{
    while (item.isValid() && item.data(fieldPathRole).toString().isEmpty())
        item = item.parent();
    return item.data(fieldPathRole).toString();
}

} // namespace

void FoundDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item(option);
    initStyleOption(&item, index);
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &item, option.widget) + 1;
    const QRect rect = style->subElementRect(QStyle::SE_ItemViewItemText, &item, option.widget)
                           .adjusted(margin, 0, -margin, 0);
    const QString shown = QFontMetrics(item.font).elidedText(
        item.text, item.textElideMode, rect.width());
    const QList<TextSpan> spans = foundSpans(shown, wordsAt(index));
    if (spans.isEmpty())
        return QStyledItemDelegate::paint(painter, option, index);
    item.text.clear();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    const bool isSelected = option.state & QStyle::State_Selected;
    painter->save();
    painter->setFont(item.font);
    painter->setPen(item.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text));
    QTextOption layout(QStyle::visualAlignment(item.direction, item.displayAlignment));
    layout.setTextDirection(item.direction);
    layout.setWrapMode(QTextOption::NoWrap);
    drawMarkedText(
        *painter, rect, shown, layout, spans, foundFormat(isSelected, isDark(item.palette)));
    painter->restore();
}

/// A value belongs to the member that it is in at the outermost, and for `field:` to its own path.
QByteArrayList FoundDelegate::wordsAt(const QModelIndex &index) const
{
    QModelIndex member = index.siblingAtColumn(0);
    while (member.parent().isValid())
        member = member.parent();
    const Applications::SearchKey key = Applications::searchKeyOf(member.data().toString());
    // Of metadata the names are searched, too.
    const bool isSearched = index.column() == 1
        || (key == Applications::SearchKey::Meta && index.parent().isValid());
    QByteArrayList words = isSearched ? m_query.wordsIn(key) : QByteArrayList();
    if (index.column() == 1)
        words += m_query.wordsAt(fieldPathOf(index.siblingAtColumn(0)));
    return words;
}

} // namespace Tenantscope::Ui
