// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actionbutton.h"
#include "ui/shared/style.h"

#include <QStyleOption>

// How large things are, and where their parts lie.
namespace Tenantscope::Ui {

namespace {

constexpr int comboArrowWidth = 28;
constexpr int headerInset = 8;
constexpr int headerArrow = 16;
constexpr int textInset = 6; ///< on top of QLineEdit's own 2: 8 between border and text

QSize buttonSize(const QStyleOption *option, const QSize &contents, const QWidget *widget)
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    const bool bare = button && button->text.isEmpty();
    const int sides = bare ? 4 : isLink(widget) ? 8 : 24;
    // Between icon and text Qt counts 4 pixels, we paint 8.
    const int gap = button && !bare && !button->icon.isNull() ? 4 : 0;
    const QSize size = contents + QSize(sides + gap, 8);
    return size.expandedTo({Style::controlHeight, Style::controlHeight});
}

QRect comboPart(const QStyleOptionComplex *option, QStyle::SubControl part)
{
    QRect rect = option->rect;
    if (part == QStyle::SC_ComboBoxArrow)
        rect.setLeft(rect.right() + 1 - comboArrowWidth);
    else if (part == QStyle::SC_ComboBoxEditField)
        rect.adjust(textInset, 1, -comboArrowWidth, -1);
    return QStyle::visualRect(option->direction, option->rect, rect);
}

/// A header's text has the section's whole height; its arrow stands beside it, in the middle.
QRect headerPart(const QStyleOptionHeader &header, QStyle::SubElement part)
{
    QRect rect = header.rect.adjusted(headerInset, 0, -headerInset, 0);
    if (part == QStyle::SE_HeaderArrow)
        rect = QRect(
            rect.right() + 1 - headerArrow, rect.center().y() - headerArrow / 2, headerArrow,
            headerArrow);
    else if (header.sortIndicator != QStyleOptionHeader::None)
        rect.setRight(rect.right() - headerArrow);
    return QStyle::visualRect(header.direction, header.rect, rect);
}

QRect scrollPart(const QStyleOptionSlider *bar, QStyle::SubControl part)
{
    const bool vertical = bar->orientation == Qt::Vertical;
    const int length = vertical ? bar->rect.height() : bar->rect.width();
    int thumb = length;
    if (bar->maximum > bar->minimum) {
        const qint64 range = qint64(bar->maximum) - bar->minimum;
        thumb = qBound(
            qMin(32, length), int(qint64(bar->pageStep) * length / (range + bar->pageStep)),
            length);
    }
    const int start = QStyle::sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - thumb, bar->upsideDown);
    int from = 0;
    int size = 0;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        from = start;
        size = thumb;
        break;
    case QStyle::SC_ScrollBarSubPage:
        size = start;
        break;
    case QStyle::SC_ScrollBarAddPage:
        from = start + thumb;
        size = length - from;
        break;
    case QStyle::SC_ScrollBarGroove:
        size = length;
        break;
    default: // no arrows
        return {};
    }
    const QRect rect = vertical ? QRect(0, from, bar->rect.width(), size)
                                : QRect(from, 0, size, bar->rect.height());
    return QStyle::visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
}

} // namespace

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    if (type == CT_PushButton)
        return buttonSize(option, size, widget);
    if (type == CT_ComboBox)
        return QSize(
            size.width() + 2 * textInset + comboArrowWidth, qMax(controlHeight, size.height() + 8));
    const QSize stock = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit:
    case CT_ToolButton:
        return stock.expandedTo({controlHeight, controlHeight});
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
            item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {stock.width(), 9};
        return {stock.width() + 8, qMax(26, stock.height())};
    case CT_MenuBarItem:
        return {stock.width() + 4, qMax(30, stock.height())};
    case CT_CheckBox:
        return stock.expandedTo({0, 24});
    case CT_HeaderSection:
        return {stock.width(), qMax(30, stock.height())};
    case CT_TabBarTab:
        return {stock.width(), qMax(32, stock.height())};
    default:
        return stock;
    }
}

QRect Style::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        header && (element == SE_HeaderLabel || element == SE_HeaderArrow))
        return headerPart(*header, element);
    switch (element) {
    case SE_LineEditContents:
        return option->rect.adjusted(textInset, 1, -textInset, -1);
    case SE_PushButtonFocusRect:
        return option->rect;
    case SE_PushButtonContents:
        return option->rect.adjusted(4, 2, -4, -2);
    case SE_ProgressBarGroove:
    case SE_ProgressBarContents:
        return option->rect;
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
    const QWidget *widget) const
{
    if (control == CC_ComboBox
        && (subControl == SC_ComboBoxArrow || subControl == SC_ComboBoxEditField))
        return comboPart(option, subControl);
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar)
        return scrollPart(bar, subControl);
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
        return 16;
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_SplitterWidth:
        return 1;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
        return 8;
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_HeaderMargin:
        return headerInset;
    case PM_HeaderMarkSize:
        return headerArrow;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration: // no busy timers
    case SH_Widget_Animate:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace Tenantscope::Ui
