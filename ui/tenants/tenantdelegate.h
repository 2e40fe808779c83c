// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace Tenantscope::Ui {

/// Draws a row of the tenants' list: a heading, or a state's icon, a name, and the state below it. Production has a stripe
/// and a triangle besides its word.
class TenantDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintHeading(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option);
    static void paintTenant(
        QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
};

} // namespace Tenantscope::Ui
