// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/style.h"
#include "ui/shared/stylepainting.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QStyleOption>

// Controls that people press or type into.
namespace Tenantscope::Ui::StylePainting {

using namespace Qt::StringLiterals;

namespace {

constexpr qreal radius = 4;
constexpr int iconGap = 8;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

QColor mixed(const QColor &ground, const QColor &over, qreal part)
{
    const auto mix = [part](int below, int above) { return int(below + (above - below) * part); };
    return QColor(
        mix(ground.red(), over.red()), mix(ground.green(), over.green()),
        mix(ground.blue(), over.blue()));
}

void rounded(QPainter &painter, const QRect &rect, const QColor &fill, const QColor &border)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, 1) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const qreal inset = border.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

/// A control's ground, given its resting colour, when the pointer is over it or presses it.
QColor reacting(const QStyleOption &option, const QColor &resting)
{
    const QColor text = option.palette.color(QPalette::ButtonText);
    if (!has(option, QStyle::State_Enabled))
        return resting;
    if (has(option, QStyle::State_Sunken))
        return mixed(resting, text, 0.16);
    if (has(option, QStyle::State_MouseOver))
        return mixed(resting, text, 0.07);
    return resting;
}

void flatButton(QPainter &painter, const QStyleOption &option, bool link)
{
    const bool touched = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    if (!link && touched && has(option, QStyle::State_Enabled))
        rounded(painter, option.rect, reacting(option, option.palette.color(QPalette::Window)), {});
}

void paintChevron(QPainter &painter, const QRect &rect, Qt::ArrowType type, const QColor &color)
{
    QString name = u"chevron-down"_s;
    if (type == Qt::UpArrow)
        name = u"chevron-up"_s;
    else if (type == Qt::RightArrow)
        name = u"chevron-right"_s;
    const int side = qMin(14, qMin(rect.width(), rect.height()));
    QRect place(0, 0, side, side);
    place.moveCenter(rect.center());
    const qreal ratio = painter.device()->devicePixelRatio();
    QPixmap pixmap = iconPixmap(name, place.size(), ratio, color);
    if (type == Qt::LeftArrow) {
        pixmap = iconPixmap(u"chevron-right"_s, place.size(), ratio, color)
                     .transformed(QTransform::fromScale(-1, 1));
        pixmap.setDevicePixelRatio(ratio);
    }
    painter.drawPixmap(place, pixmap);
}

QColor labelColor(const QStyleOption &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    if (isPrimary(widget) && enabled)
        return option.palette.color(QPalette::HighlightedText);
    if (isLink(widget) && enabled)
        return option.palette.color(QPalette::Link);
    return option.palette.color(
        enabled ? QPalette::Active : QPalette::Disabled, QPalette::ButtonText);
}

} // namespace

void button(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colors colors = colorsOf(option.palette);
    if (option.features.testFlag(QStyleOptionButton::Flat)) {
        flatButton(painter, option, isLink(widget));
        return;
    }
    if (isPrimary(widget) && has(option, QStyle::State_Enabled)) {
        rounded(
            painter, option.rect, reacting(option, option.palette.color(QPalette::Highlight)), {});
        return;
    }
    QColor fill = option.palette.color(QPalette::Button);
    if (has(option, QStyle::State_On))
        fill = mixed(fill, option.palette.color(QPalette::Highlight), 0.18);
    const bool enabled = has(option, QStyle::State_Enabled);
    rounded(
        painter, option.rect, enabled ? reacting(option, fill) : QColor(Qt::transparent),
        enabled ? colors.border : colors.line);
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    const int textWidth = option.fontMetrics.size(Qt::TextShowMnemonic, option.text).width();
    const bool hasIcon = !option.icon.isNull();
    const int gap = hasIcon && !option.text.isEmpty() ? iconGap : 0;
    const int iconWidth = hasIcon ? option.iconSize.width() : 0;
    QRect content(
        0, 0, qMin(iconWidth + gap + textWidth, option.rect.width()), option.rect.height());
    content.moveCenter(option.rect.center());
    if (hasIcon) {
        QIcon::Mode mode = enabled ? QIcon::Normal : QIcon::Disabled;
        if (isPrimary(widget) && enabled)
            mode = QIcon::Selected;
        QRect place(content.left(), 0, iconWidth, option.iconSize.height());
        place.moveCenter({place.center().x(), option.rect.center().y()});
        place = QStyle::visualRect(option.direction, content, place);
        option.icon.paint(&painter, place, Qt::AlignCenter, mode);
    }
    painter.setPen(labelColor(option, widget));
    const QRect text = QStyle::visualRect(
        option.direction, content, content.adjusted(iconWidth + gap, 0, 0, 0));
    painter.drawText(
        text, Qt::AlignCenter | Qt::TextHideMnemonic | Qt::TextSingleLine, option.text);
}

void toolButton(QPainter &painter, const QStyleOption &option)
{
    if (has(option, QStyle::State_On)) {
        const QColor fill = mixed(
            option.palette.color(QPalette::Window), option.palette.color(QPalette::Highlight),
            0.18);
        rounded(painter, option.rect, reacting(option, fill), {});
        return;
    }
    flatButton(painter, option, false);
}

void field(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Colors colors = colorsOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focused = has(option, QStyle::State_HasFocus) && enabled;
    const QColor base = option.palette.color(
        enabled ? QPalette::Active : QPalette::Disabled, QPalette::Base);
    rounded(painter, option.rect, base, enabled ? colors.border : colors.line);
    const bool wrong = isMarkedWrong(widget);
    if (!focused && !wrong)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(wrong ? colors.error : colors.focus, 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), radius - 0.5, radius - 0.5);
    painter.restore();
}

void comboBox(QPainter &painter, const QStyleOptionComplex &option, const QRect &arrowRect)
{
    const Colors colors = colorsOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    rounded(
        painter, option.rect, reacting(option, option.palette.color(QPalette::Button)),
        enabled ? colors.border : colors.line);
    paintChevron(painter, arrowRect, Qt::DownArrow, enabled ? colors.secondary : colors.line);
    if (has(option, QStyle::State_HasFocus))
        focusRing(painter, option, nullptr);
}

void checkBox(QPainter &painter, const QStyleOption &option)
{
    const Colors colors = colorsOf(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor mark = option.palette.color(
        enabled ? QPalette::Active : QPalette::Disabled, QPalette::Highlight);
    if (!on) {
        rounded(
            painter, option.rect, reacting(option, option.palette.color(QPalette::Base)),
            enabled ? colors.border : colors.line);
        return;
    }
    rounded(painter, option.rect, mark, {});
    const QRect inner = option.rect.adjusted(2, 2, -2, -2);
    painter.drawPixmap(
        inner,
        iconPixmap(u"check"_s, inner.size(), painter.device()->devicePixelRatio(), Qt::white));
}

void focusRing(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const bool cell = qobject_cast<const QAbstractItemView *>(widget);
    const bool selected = has(option, QStyle::State_Selected);
    const QColor color = cell && selected ? option.palette.color(QPalette::HighlightedText)
                                          : colorsOf(option.palette).focus;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, cell ? 1 : 2));
    const qreal inset = cell ? 0.5 : 1;
    painter.drawRoundedRect(
        QRectF(option.rect).adjusted(inset, inset, -inset, -inset), cell ? 1 : radius - 0.5,
        cell ? 1 : radius - 0.5);
    // A filled button is of the ring's colour: a thin line inside keeps the two apart.
    if (isPrimary(widget)) {
        painter.setPen(QPen(option.palette.color(QPalette::Window), 1));
        painter.drawRoundedRect(
            QRectF(option.rect).adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2);
    }
    painter.restore();
}

void arrow(QPainter &painter, const QStyleOption &option, Qt::ArrowType type)
{
    const bool enabled = has(option, QStyle::State_Enabled);
    QColor color = option.palette.color(
        enabled ? QPalette::Active : QPalette::Disabled, QPalette::Text);
    if (has(option, QStyle::State_Selected))
        color = option.palette.color(QPalette::HighlightedText);
    paintChevron(painter, option.rect, type, color);
}

} // namespace Tenantscope::Ui::StylePainting
