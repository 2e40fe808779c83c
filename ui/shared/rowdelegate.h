// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/cellpainter.h"

#include <QStyledItemDelegate>

namespace Tenantscope::Ui {

/// Draws the cells of a RowTable and tells, as plain text, what they had no room for.
class RowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Shows the model's tool tip, else the whole text of a cell that was cut.
    bool helpEvent(
        QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;

protected:
    /// What of \a text, as the cell of \a index shows it, to highlight.
    [[nodiscard]] virtual QList<TextSpan> highlights(
        const QString &text, const QModelIndex &index) const;
};

} // namespace Tenantscope::Ui
