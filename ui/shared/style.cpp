// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/style.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/stylepainting.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr const char *wrongProperty = "tenantscopeWrong";

} // namespace

void markWrong(QWidget *field, bool wrong)
{
    field->setProperty(wrongProperty, wrong);
    field->update();
}

bool isMarkedWrong(const QWidget *field)
{
    return field && field->property(wrongProperty).toBool();
}

Style::Style()
    : QProxyStyle(u"Fusion"_s)
{
}

void Style::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return StylePainting::button(*painter, *button, widget);
        break;
    case PE_PanelButtonTool:
        return StylePainting::toolButton(*painter, *option);
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_FrameTabWidget:
    case PE_PanelMenuBar:
        return;
    case PE_PanelLineEdit:
    case PE_FrameLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            return StylePainting::field(*painter, *option, widget);
        break;
    case PE_FrameFocusRect:
        return StylePainting::focusRing(*painter, *option, widget);
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return StylePainting::checkBox(*painter, *option);
    case PE_IndicatorArrowDown:
        return StylePainting::arrow(*painter, *option, Qt::DownArrow);
    case PE_IndicatorArrowUp:
        return StylePainting::arrow(*painter, *option, Qt::UpArrow);
    case PE_IndicatorArrowLeft:
        return StylePainting::arrow(*painter, *option, Qt::LeftArrow);
    case PE_IndicatorArrowRight:
        return StylePainting::arrow(*painter, *option, Qt::RightArrow);
    case PE_IndicatorHeaderArrow:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            // An ascending order's arrow points up, as in the file managers people know.
            return StylePainting::arrow(
                *painter, *option,
                header->sortIndicator == QStyleOptionHeader::SortDown ? Qt::UpArrow
                                                                      : Qt::DownArrow);
        }
        break;
    case PE_Frame:
        return StylePainting::panelFrame(*painter, *option);
    case PE_PanelMenu:
    case PE_FrameMenu:
        return StylePainting::menuPanel(*painter, *option);
    case PE_FrameTabBarBase:
        return StylePainting::tabBase(*painter, *option);
    case PE_PanelStatusBar:
        return StylePainting::statusBar(*painter, *option);
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, option->palette.color(QPalette::Base));
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return StylePainting::button(*painter, *button, widget);
        break;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return StylePainting::buttonLabel(*painter, *button, widget);
        break;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return drawHeader(*header, painter, widget);
        break;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            const bool last = header->position == QStyleOptionHeader::End
                || header->position == QStyleOptionHeader::OnlyOneSection;
            return StylePainting::header(*painter, *option, last);
        }
        break;
    case CE_HeaderEmptyArea:
        return StylePainting::header(*painter, *option, true);
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return StylePainting::menuBarItem(*painter, *item, *proxy());
        break;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return drawMenuItem(*item, painter, widget);
        break;
    case CE_MenuBarEmptyArea:
        return StylePainting::menuBar(*painter, *option);
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return StylePainting::tab(*painter, *tab);
        break;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return StylePainting::progressBar(*painter, *bar);
        break;
    case CE_Splitter:
        painter->fillRect(option->rect, colorsOf(option->palette).line);
        return;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawHeader(
    const QStyleOptionHeader &header, QPainter *painter, const QWidget *widget) const
{
    // Qt's own would not ask this style where the parts are.
    painter->save();
    painter->setClipRect(header.rect, Qt::IntersectClip);
    drawControl(CE_HeaderSection, &header, painter, widget);
    QStyleOptionHeader part = header;
    part.rect = subElementRect(SE_HeaderLabel, &header, widget);
    drawControl(CE_HeaderLabel, &part, painter, widget);
    if (header.sortIndicator != QStyleOptionHeader::None) {
        part.rect = subElementRect(SE_HeaderArrow, &header, widget);
        drawPrimitive(PE_IndicatorHeaderArrow, &part, painter, widget);
    }
    painter->restore();
}

void Style::drawMenuItem(
    const QStyleOptionMenuItem &option, QPainter *painter, const QWidget *widget) const
{
    QStyleOptionMenuItem item = option;
    // Fusion paints a chosen item's icon as an active one, which is not yet one on the selection's ground.
    if (item.state.testFlag(State_Selected) && item.state.testFlag(State_Enabled)
        && !item.icon.isNull()) {
        const int side = pixelMetric(PM_SmallIconSize, &option, widget);
        const qreal ratio = painter->device()->devicePixelRatio();
        item.icon = QIcon(item.icon.pixmap(QSize(side, side), ratio, QIcon::Selected));
    }
    QProxyStyle::drawControl(CE_MenuItem, &item, painter, widget);
}

void Style::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
    const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        return StylePainting::comboBox(*painter, *option, arrow);
    }
    if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        slider && control == CC_ScrollBar) {
        const QRect thumb = subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget);
        return StylePainting::scrollBar(*painter, *slider, thumb);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon Style::standardIcon(
    StandardPixmap standardIcon, const QStyleOption *option, const QWidget *widget) const
{
    // Qt's own costs milliseconds at start-up: it searches the desktop's icon themes and loads an image plugin.
    if (standardIcon == SP_LineEditClearButton)
        return icon(u"x"_s);
    if (standardIcon == SP_ToolBarHorizontalExtensionButton) // a menu bar asks for it, however wide
        return icon(u"chevron-right"_s);
    return QProxyStyle::standardIcon(standardIcon, option, widget);
}

} // namespace Tenantscope::Ui
