// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/colors.h"
#include "ui/shared/stylepainting.h"

#include <QPainter>
#include <QStyleOption>

// What lies behind and around content: bars, headers, tabs, panels.
namespace Tenantscope::Ui::StylePainting {

namespace {

void fillLine(QPainter &painter, const QRect &rect, const QStyleOption &option)
{
    painter.fillRect(rect, colorsOf(option.palette).line);
}

QRect bottomLine(const QRect &rect)
{
    return {rect.left(), rect.bottom(), rect.width(), 1};
}

void pill(QPainter &painter, const QRectF &rect, const QColor &color)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    const qreal radius = qMin(rect.width(), rect.height()) / 2;
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

} // namespace

void panelFrame(QPainter &painter, const QStyleOption &option)
{
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(&option);
    if (frame && frame->lineWidth <= 0)
        return;
    painter.save();
    painter.setPen(colorsOf(option.palette).line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void header(QPainter &painter, const QStyleOption &option, bool last)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    fillLine(painter, bottomLine(option.rect), option);
    if (last)
        return;
    const int x = option.direction == Qt::RightToLeft ? option.rect.left() : option.rect.right();
    fillLine(painter, {x, option.rect.top() + 8, 1, option.rect.height() - 16}, option);
}

void menuBar(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    fillLine(painter, bottomLine(option.rect), option);
}

void menuBarItem(QPainter &painter, const QStyleOptionMenuItem &option, const QStyle &style)
{
    menuBar(painter, option);
    const bool open = option.state.testFlag(QStyle::State_Sunken);
    const bool hovered = option.state.testFlag(QStyle::State_Selected);
    QPalette::ColorRole text = QPalette::WindowText;
    if (open || hovered) {
        const QRectF place = QRectF(option.rect).adjusted(0, 3, 0, -4);
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(
            open ? option.palette.color(QPalette::Highlight) : colorsOf(option.palette).badge);
        painter.drawRoundedRect(place, 4, 4);
        painter.restore();
        if (open)
            text = QPalette::HighlightedText;
    }
    int flags = Qt::AlignCenter | Qt::TextShowMnemonic | Qt::TextDontClip | Qt::TextSingleLine;
    if (!style.styleHint(QStyle::SH_UnderlineShortcut, &option))
        flags |= Qt::TextHideMnemonic;
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    style.drawItemText(&painter, option.rect, flags, option.palette, enabled, option.text, text);
}

void menuPanel(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    painter.save();
    painter.setPen(colorsOf(option.palette).border);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(0, 0, -1, -1));
    painter.restore();
}

void tab(QPainter &painter, const QStyleOptionTab &option)
{
    if (!option.state.testFlag(QStyle::State_Selected))
        return;
    const QRect rect = option.rect;
    painter.fillRect(
        QRect(rect.left() + 4, rect.bottom() - 1, rect.width() - 8, 2),
        option.palette.color(QPalette::Highlight));
}

void tabBase(QPainter &painter, const QStyleOption &option)
{
    fillLine(painter, bottomLine(option.rect), option);
}

void progressBar(QPainter &painter, const QStyleOptionProgressBar &option)
{
    painter.fillRect(option.rect, colorsOf(option.palette).line);
    const qint64 span = qint64(option.maximum) - option.minimum;
    const QColor color = option.palette.color(QPalette::Highlight);
    if (span
        <= 0) { // nobody knows how much there is: a still, paler bar, for nothing here moves by itself
        QColor pale = color;
        pale.setAlphaF(0.45F);
        painter.fillRect(option.rect, pale);
        return;
    }
    const qint64 done = qBound<qint64>(0, qint64(option.progress) - option.minimum, span);
    QRect filled = option.rect;
    filled.setWidth(int(option.rect.width() * done / span));
    painter.fillRect(QStyle::visualRect(option.direction, option.rect, filled), color);
}

void scrollBar(QPainter &painter, const QStyleOptionSlider &option, const QRect &slider)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Base));
    if (option.maximum <= option.minimum)
        return;
    const Colors colors = colorsOf(option.palette);
    QColor color = colors.border;
    const bool pressed = option.state.testFlag(QStyle::State_Sunken);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    color.setAlphaF(pressed ? 1.0F : hovered ? 0.85F : 0.6F);
    const QRectF place = option.orientation == Qt::Vertical ? QRectF(slider).adjusted(3, 2, -3, -2)
                                                            : QRectF(slider).adjusted(2, 3, -2, -3);
    pill(painter, place, color);
}

void statusBar(QPainter &painter, const QStyleOption &option)
{
    painter.fillRect(option.rect, option.palette.color(QPalette::Window));
    fillLine(painter, {option.rect.left(), option.rect.top(), option.rect.width(), 1}, option);
}

} // namespace Tenantscope::Ui::StylePainting
