// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/badge.h"

#include "ui/shared/colors.h"

#include <QPainter>

namespace Tenantscope::Ui {

namespace {

void paintPill(QPainter &painter, const QRectF &rect, const QColor &ground)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(rect, 4, 4);
}

} // namespace

Badge::Badge(const QString &text, QWidget *parent)
    : PlainLabel(text, Style::Secondary, parent)
{
    setAlignment(Qt::AlignCenter);
    setForegroundRole(QPalette::WindowText);
}

void Badge::setStrong(bool strong)
{
    m_strong = strong;
    update();
}

QSize Badge::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {
        metrics.horizontalAdvance(paintedText()) + 2 * padding, qMax(height, metrics.height() + 4)};
}

QSize Badge::minimumSizeHint() const
{
    return sizeHint();
}

void Badge::paint(
    QPainter &painter, const QRect &rect, const QString &text, const QPalette &palette,
    const QFont &font)
{
    painter.save();
    painter.setFont(font);
    const int wanted = QFontMetrics(font).horizontalAdvance(text) + 2 * padding;
    QRect pill(rect.left(), 0, qMin(wanted, rect.width()), qMin(height, rect.height()));
    pill.moveCenter({pill.center().x(), rect.center().y()});
    paintPill(painter, pill, colorsOf(palette).badge);
    painter.setPen(palette.color(QPalette::Text));
    const QString line = QFontMetrics(font).elidedText(
        text, Qt::ElideRight, pill.width() - 2 * padding);
    painter.drawText(pill, Qt::AlignCenter, line);
    painter.restore();
}

void Badge::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colors colors = colorsOf(palette());
    paintPill(painter, rect(), m_strong ? colors.caution : colors.badge);
    painter.setFont(font());
    painter.setPen(
        m_strong ? palette().color(QPalette::Base) : palette().color(QPalette::WindowText));
    painter.drawText(rect(), Qt::AlignCenter, paintedText());
}

} // namespace Tenantscope::Ui
