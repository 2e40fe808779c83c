// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/cellpainter.h"

#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/icons.h"

#include <QHeaderView>
#include <QPainter>
#include <QPixmapCache>
#include <QTableView>
#include <QTextFormat>
#include <QTextOption>

#include <algorithm>

namespace Tenantscope::Ui {

namespace {

constexpr int padding = 8;
constexpr int iconSize = 16;
constexpr int badgeHeight = 20;

/// A column may show the same icon in every row: drawn once.
QPixmap cachedIcon(const char *name, const QSize &size, qreal ratio, const QColor &color)
{
    const QString key = QString::asprintf(
        "cell/%s/%d@%f/%08x", name, size.width(), ratio, color.rgba());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = iconPixmap(QString::fromLatin1(name), size, ratio, color);
        QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
}

/// Whether it is seen first in its row: columns move.
bool isFirst(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *table = qobject_cast<const QTableView *>(option.widget);
    const int section = index.column();
    return (table ? table->horizontalHeader()->visualIndex(section) : section) == 0;
}

} // namespace

CellPainter::CellPainter(const QStyleOptionViewItem &option, const QModelIndex &index)
    : m_option(option)
    , m_style(index.data(cellStyleRole).value<CellStyle>())
    , m_text(index.data(Qt::DisplayRole).toString())
    , m_alignment(Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()))
    , m_font(m_style.fixedWidth ? fixedFont() : option.font)
    , m_isFirst(isFirst(option, index))
{
    if (m_style.shape == CellStyle::Shape::Badge)
        m_font = scaledFont(secondaryFactor);
    m_alignment &= Qt::AlignHorizontal_Mask;
    m_alignment |= m_alignment ? Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignVCenter;
}

QString CellPainter::elidedText() const
{
    return QFontMetrics(m_font).elidedText(m_text, m_style.elide, textRect().width());
}

QSize CellPainter::sizeHint() const
{
    const QFontMetrics metrics(m_font);
    const int sides = leadingPadding()
        + (m_style.shape == CellStyle::Shape::Badge ? 3 * padding : padding);
    const int icon = m_style.icon ? iconSize + padding / 2 : 0;
    return {
        metrics.horizontalAdvance(m_text) + sides + icon + m_style.roomAfter,
        metrics.height() + padding};
}

void CellPainter::paint(QPainter &painter, bool isHovered, const QList<TextSpan> &spans) const
{
    painter.save();
    painter.setClipRect(m_option.rect);
    paintGround(painter, isHovered);
    if (m_style.icon)
        paintIcon(painter);
    painter.setFont(m_font);
    painter.setPen(color());
    const QString shown = elidedText();
    if (m_style.shape == CellStyle::Shape::Badge && !shown.isEmpty())
        paintBadge(painter, shown, spans);
    else
        paintText(painter, shown, spans);
    if (m_option.state & QStyle::State_HasFocus)
        paintRing(painter);
    painter.restore();
}

void CellPainter::paintGround(QPainter &painter, bool isHovered) const
{
    if (isSelected())
        painter.fillRect(m_option.rect, m_option.palette.brush(group(), QPalette::Highlight));
    else if (isHovered)
        painter.fillRect(m_option.rect, colorsOf(m_option.palette).hover);
}

void CellPainter::paintIcon(QPainter &painter) const
{
    QRect rect(0, 0, iconSize, iconSize);
    rect.moveCenter(m_option.rect.center());
    rect.moveLeft(m_option.rect.left() + leadingPadding());
    rect = QStyle::visualRect(m_option.direction, m_option.rect, rect);
    const qreal ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.topLeft(), cachedIcon(m_style.icon, rect.size(), ratio, color()));
}

void CellPainter::paintText(
    QPainter &painter, const QString &shown, const QList<TextSpan> &spans) const
{
    QTextOption option(QStyle::visualAlignment(direction(), m_alignment));
    option.setTextDirection(direction());
    option.setWrapMode(QTextOption::NoWrap);
    drawMarkedText(
        painter, textRect(), shown, option, spans,
        foundFormat(isSelected(), isDark(m_option.palette)));
}

void CellPainter::paintBadge(
    QPainter &painter, const QString &shown, const QList<TextSpan> &spans) const
{
    const QFontMetrics metrics(m_font);
    const QRect text = textRect();
    const int height = std::max(badgeHeight, metrics.height() + padding / 2);
    const int width = std::min(metrics.horizontalAdvance(shown), text.width()) + 2 * padding;
    const QRect badge = QStyle::alignedRect(
        m_option.direction, m_alignment, QSize(width, height),
        text.adjusted(-padding, 0, padding, 0));
    QColor ground = colorsOf(m_option.palette).badge;
    if (isSelected()) {
        ground = color();
        ground.setAlphaF(0.2F);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
    painter.setPen(color());
    QTextOption option(Qt::AlignCenter);
    option.setTextDirection(m_option.direction);
    option.setWrapMode(QTextOption::NoWrap);
    drawMarkedText(
        painter, badge, shown, option, spans, foundFormat(isSelected(), isDark(m_option.palette)));
}

void CellPainter::paintRing(QPainter &painter) const
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(isSelected() ? color() : colorsOf(m_option.palette).focus);
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(m_option.rect.adjusted(1, 1, -2, -2));
}

QPalette::ColorGroup CellPainter::group() const
{
    if (!(m_option.state & QStyle::State_Enabled))
        return QPalette::Disabled;
    return m_option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
}

Qt::LayoutDirection CellPainter::direction() const
{
    return m_style.fixedWidth ? Qt::LeftToRight : m_option.direction;
}

QColor CellPainter::color() const
{
    if (isSelected())
        return m_option.palette.color(group(), QPalette::HighlightedText);
    const Colors colors = colorsOf(m_option.palette);
    switch (m_style.tone) {
    case CellStyle::Tone::Plain:
        break;
    case CellStyle::Tone::Secondary:
        return colors.secondary;
    case CellStyle::Tone::Ok:
        return colors.ok;
    case CellStyle::Tone::Caution:
        return colors.caution;
    case CellStyle::Tone::Error:
        return colors.error;
    }
    return m_option.palette.color(group(), QPalette::Text);
}

int CellPainter::leadingPadding() const
{
    return m_isFirst ? padding + firstColumnLead : padding;
}

QRect CellPainter::textRect() const
{
    QRect rect = m_option.rect.adjusted(leadingPadding(), 0, -padding - m_style.roomAfter, 0);
    if (m_style.icon)
        rect.adjust(iconSize + padding / 2, 0, 0, 0);
    if (m_style.shape == CellStyle::Shape::Badge)
        rect.adjust(padding, 0, -padding, 0);
    return QStyle::visualRect(m_option.direction, m_option.rect, rect);
}

} // namespace Tenantscope::Ui
