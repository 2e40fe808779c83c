// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/rowdelegate.h"

#include "ui/shared/plainlabel.h"
#include "ui/shared/rowtable.h"

#include <QHelpEvent>
#include <QToolTip>

namespace Tenantscope::Ui {

void RowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *table = qobject_cast<const RowTable *>(option.widget);
    const CellPainter cell(option, index);
    cell.paint(
        *painter, table && table->hoveredRow() == index.row(),
        highlights(cell.elidedText(), index));
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return CellPainter(option, index).sizeHint();
}

bool RowDelegate::helpEvent(
    QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString tip = index.data(Qt::ToolTipRole).toString();
    if (const CellPainter cell(option, index); tip.isEmpty() && cell.elidedText() != cell.text())
        tip = cell.text();
    QToolTip::showText(event->globalPos(), plainToolTip(tip), view);
    return true;
}

QList<TextSpan> RowDelegate::highlights(const QString &text, const QModelIndex &index) const
{
    Q_UNUSED(text)
    Q_UNUSED(index)
    return {};
}

} // namespace Tenantscope::Ui
