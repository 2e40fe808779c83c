// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/tenants/tenantdelegate.h"

#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"
#include "ui/tenants/tenantsmodel.h"

#include <QPainter>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int edge = 12; // in line with the pane's other texts
constexpr int gap = 8;
constexpr int iconSize = 16;
constexpr int padding = 6;
constexpr int headingSpace = 8;
constexpr int stripeWidth = 4;

QRect mirrored(const QStyleOptionViewItem &option, const QRect &rect)
{
    return QStyle::visualRect(option.direction, option.rect, rect);
}

bool isSelected(const QStyleOptionViewItem &option)
{
    return option.state & QStyle::State_Selected;
}

/// The colour for \a tone on this row; a selected row has one for all.
QColor colorFor(PlainLabel::Tone tone, const QStyleOptionViewItem &option)
{
    if (isSelected(option))
        return option.palette.color(QPalette::HighlightedText);
    return toneColor(tone, option.palette, colorsOf(option.palette).secondary);
}

void paintIcon(
    QPainter &painter, const QStyleOptionViewItem &option, const QString &name, const QRect &rect,
    const QColor &color)
{
    painter.drawPixmap(
        mirrored(option, rect),
        iconPixmap(name, QSizeF(iconSize, iconSize), painter.device()->devicePixelRatioF(), color));
}

void paintText(
    QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
    painter.drawText(
        mirrored(option, rect),
        int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)), shown);
}

} // namespace

void TenantDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (index.data(TenantsModel::IsHeadingRole).toBool())
        paintHeading(*painter, option, index);
    else
        paintTenant(*painter, option, index);
    painter->restore();
}

QSize TenantDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    if (index.data(TenantsModel::IsHeadingRole).toBool())
        return {edge, line + headingSpace + (index.row() > 0 ? headingSpace : 0)};
    return {edge, 2 * line + 2 * padding};
}

void TenantDelegate::paintHeading(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRect rect = option.rect.adjusted(edge, 0, -edge, -headingSpace / 2);
    rect.setTop(rect.bottom() - option.fontMetrics.height());
    QFont font = scaledFont(secondaryFactor);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colorsOf(option.palette).secondary);
    paintText(painter, option, rect, index.data().toString());
}

void TenantDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const Colors colors = colorsOf(option.palette);
    if (isSelected(option))
        painter.fillRect(option.rect, option.palette.color(QPalette::Highlight));
    else if (option.state & QStyle::State_MouseOver)
        painter.fillRect(option.rect, colors.hover);
    const bool isFocused = option.state & QStyle::State_HasFocus
        && option.state & QStyle::State_KeyboardFocusChange;
    if (isFocused) {
        painter.setPen(QPen(
            isSelected(option) ? option.palette.color(QPalette::HighlightedText) : colors.focus, 1,
            Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter.drawRect(option.rect.adjusted(2, 2, -3, -3));
    }
}

void TenantDelegate::paintTenant(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintGround(painter, option);
    const bool isProduction = index.data(TenantsModel::IsProductionRole).toBool();
    const QRect all = option.rect.adjusted(edge, padding, -edge, -padding);
    const int line = option.fontMetrics.height();
    if (isProduction)
        painter.fillRect(
            mirrored(
                option, QRect(option.rect.topLeft(), QSize(stripeWidth, option.rect.height()))),
            colorsOf(option.palette).error);

    const auto tone = PlainLabel::Tone(index.data(TenantsModel::StateToneRole).toInt());
    const QRect icon(all.left(), all.top() + (line - iconSize) / 2, iconSize, iconSize);
    paintIcon(
        painter, option, index.data(TenantsModel::StateIconRole).toString(), icon,
        colorFor(tone, option));

    QRect text = all.adjusted(iconSize + gap, 0, 0, 0);
    QRect name(text.topLeft(), QSize(text.width(), line));
    if (isProduction) {
        const QRect triangle(all.right() - iconSize + 1, icon.top(), iconSize, iconSize);
        paintIcon(
            painter, option, u"triangle-alert"_s, triangle,
            colorFor(PlainLabel::Tone::Error, option));
        name.setRight(triangle.left() - gap);
    }
    painter.setFont(option.font);
    painter.setPen(
        option.palette.color(isSelected(option) ? QPalette::HighlightedText : QPalette::Text));
    paintText(painter, option, name, index.data().toString());
    painter.setFont(scaledFont(secondaryFactor));
    painter.setPen(colorFor(tone, option));
    paintText(
        painter, option, QRect(text.left(), all.top() + line, text.width(), line),
        index.data(TenantsModel::StateRole).toString());
}

} // namespace Tenantscope::Ui
