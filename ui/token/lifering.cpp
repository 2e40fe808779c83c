// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/lifering.h"

#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/token/liferingaccessible.h"

#include <QAccessible>
#include <QPainter>

namespace Tenantscope::Ui {

namespace {

constexpr int side = 104;
constexpr int thickness = 6;

/// \a font, made smaller until \a text is no wider than \a width.
QFont fitting(QFont font, const QString &text, int width)
{
    while (QFontMetrics(font).horizontalAdvance(text) > width && font.pointSizeF() > 6)
        font.setPointSizeF(font.pointSizeF() - 0.5);
    return font;
}

} // namespace

LifeRing::LifeRing(QWidget *parent)
    : QWidget(parent)
{
    installLifeRingInterface();
    setFixedSize(side, side);
    setAccessibleName(tr("Life of the token that is left"));
}

void LifeRing::show(const Look &look)
{
    if (look == m_look)
        return;
    m_look = look;
    update();
}

void LifeRing::speak(const QString &words)
{
    const int percent = qRound(m_look.part * 100);
    if (percent == m_spokenPercent && words == m_spokenWords)
        return;
    m_spokenPercent = percent;
    m_spokenWords = words;
    QAccessibleValueChangeEvent event(this, percent);
    QAccessible::updateAccessibility(&event);
}

void LifeRing::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colors colors = colorsOf(palette());
    const QRectF circle = QRectF(rect()).adjusted(thickness, thickness, -thickness, -thickness);
    painter.setPen(QPen(colors.line, thickness));
    painter.drawEllipse(circle);
    constexpr int fullCircle = 360 * 16;
    const int span = qRound(m_look.part * fullCircle);
    if (span > 0) {
        const QColor color = toneColor(m_look.tone, palette(), colors.border);
        painter.setPen(QPen(color, thickness, Qt::SolidLine, Qt::RoundCap));
        painter.drawArc(circle, fullCircle / 4, -span); // from the top, clockwise as it runs out
    }
    paintTexts(painter);
}

void LifeRing::paintTexts(QPainter &painter) const
{
    const int inner = side - 5 * thickness;
    QFont large = scaledFont(countdownFactor);
    large.setWeight(QFont::DemiBold);
    large = fitting(large, m_look.text, inner);
    const QFont small = fitting(scaledFont(secondaryFactor), m_look.subtext, inner);
    const int largeHeight = QFontMetrics(large).height();
    const int smallHeight = m_look.subtext.isEmpty() ? 0 : QFontMetrics(small).height();
    const int top = (height() - largeHeight - smallHeight) / 2;

    painter.setFont(large);
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(0, top, width(), largeHeight), Qt::AlignCenter, m_look.text);
    painter.setFont(small);
    painter.setPen(colorsOf(palette()).secondary);
    painter.drawText(
        QRect(0, top + largeHeight, width(), smallHeight), Qt::AlignCenter, m_look.subtext);
}

} // namespace Tenantscope::Ui
