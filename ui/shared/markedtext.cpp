// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/markedtext.h"

#include <QPainter>
#include <QTextLayout>

namespace Tenantscope::Ui {

QTextCharFormat foundFormat(bool isSelected, bool isDark)
{
    QTextCharFormat format;
    if (isDark && !isSelected) {
        format.setBackground(QColor(0x6b, 0x57, 0x12));
    } else {
        format.setBackground(QColor(0xff, 0xe0, 0x82));
        format.setForeground(QColor(0x1b, 0x1e, 0x22));
    }
    return format;
}

void drawMarkedText(
    QPainter &painter, const QRect &rect, const QString &text, const QTextOption &option,
    const QList<TextSpan> &spans, const QTextCharFormat &format)
{
    QTextLayout layout(text, painter.font(), painter.device());
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> ranges;
    for (const TextSpan &span : spans)
        ranges.append({span.start, span.length, format});
    layout.setFormats(ranges);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(rect.width());
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    layout.draw(&painter, QPointF(rect.left(), rect.top() + (rect.height() - height) / 2));
}

} // namespace Tenantscope::Ui
