// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopedelegate.h"

#include "ui/scopes/kindmark.h"
#include "ui/scopes/scopecell.h"
#include "ui/scopes/scopewords.h"
#include "ui/shared/icons.h"

#include <QPainter>

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 16;
constexpr int gap = 4;
constexpr int usualWidth = 72;

QColor markColor(const QStyleOptionViewItem &option, Management::ScopeKind kind, bool isHeld)
{
    if (option.state & QStyle::State_Selected)
        return option.palette.color(QPalette::Active, QPalette::HighlightedText);
    return kindColor(option.palette, kind, isHeld);
}

} // namespace

int ScopeDelegate::leastWidth(const QFontMetrics &metrics, bool isCompared)
{
    if (!isCompared)
        return usualWidth;
    int text = 0;
    for (const Holding holding : {Holding::Here, Holding::There, Holding::Both})
        text = std::max(text, metrics.horizontalAdvance(holdingText(holding, isCompared)));
    return std::max(usualWidth, padding + iconSize + gap + text + scopeMarkRoom + padding);
}

void ScopeDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    RowDelegate::paint(painter, option, index);
    const QVariant kindValue = index.data(scopeKindRole);
    if (!kindValue.isValid())
        return;
    const auto kind = Management::ScopeKind(kindValue.toInt());
    // The marks of a column stand below each other, unless a word is in the way.
    const int text = option.fontMetrics.horizontalAdvance(index.data(Qt::DisplayRole).toString());
    const bool hasIcon = index.data(cellStyleRole).value<CellStyle>().icon != nullptr;
    const int before = std::max(iconSize, (hasIcon ? iconSize + (text > 0 ? gap : 0) : 0) + text);
    QRect rect(0, 0, iconSize, iconSize);
    rect.moveCenter(option.rect.center());
    const int lastPlace = option.rect.width() - padding - iconSize; // what is held gives way to it
    rect.moveLeft(option.rect.left() + std::min(padding + before + padding, lastPlace));
    rect = QStyle::visualRect(option.direction, option.rect, rect);
    painter->drawPixmap(
        rect.topLeft(),
        kindPixmap(
            kind, markColor(option, kind, index.data(scopeHeldRole).toBool()),
            painter->device()->devicePixelRatioF()));
}

} // namespace Tenantscope::Ui
