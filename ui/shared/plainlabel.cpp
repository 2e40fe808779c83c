// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/plainlabel.h"

#include "app/base/plaintext.h"
#include "ui/shared/colors.h"
#include "ui/shared/fonts.h"
#include "ui/shared/presentation.h"

#include <QAction>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextFormat>
#include <QTextOption>
#include <QToolTip>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

PlainLabel::PlainLabel(Style style, QWidget *parent)
    : QLabel(parent)
    , m_style(style)
{
    setTextFormat(Qt::PlainText);
    if (m_style == Style::Secondary)
        setForegroundRole(QPalette::PlaceholderText);
    applyStyle();
}

PlainLabel::PlainLabel(const QString &text, Style style, QWidget *parent)
    : PlainLabel(style, parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    m_text = wordWrap() ? Base::plainBlock(text) : Base::plainLine(text);
    showText();
}

void PlainLabel::showText()
{
    const QString shown = m_isOwnWords ? m_text : shownText(this, m_text);
    if (shown != QLabel::text()) // so that a reader of the screen hears changes only
        QLabel::setText(shown);
}

void PlainLabel::setOwnWords(bool isOwn)
{
    m_isOwnWords = isOwn;
    showText();
}

void PlainLabel::setElideMode(Qt::TextElideMode mode)
{
    m_elideMode = mode;
    updateGeometry();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void PlainLabel::setMarker(const Marker &marker)
{
    m_marker = marker;
    update();
}

QSize PlainLabel::sizeHint() const
{
    if (m_style != Style::Countdown && m_elideMode == Qt::ElideNone
        && paintedText() == QLabel::text())
        return QLabel::sizeHint();
    // The bounding box of a text depends on its letters; a label whose text ticks must not twitch.
    const QFontMetrics metrics(font());
    return {
        metrics.horizontalAdvance(paintedText()) + 2 * margin() + 2,
        metrics.height() + 2 * margin()};
}

QSize PlainLabel::minimumSizeHint() const
{
    if (m_elideMode == Qt::ElideNone)
        return wordWrap() ? QLabel::minimumSizeHint() : sizeHint();
    return {QFontMetrics(font()).averageCharWidth() * 4, sizeHint().height()};
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        applyStyle();
    if (event->type() == QEvent::Show || event->type() == Presentation::changeEvent)
        showText();
    // A tip of its own would be read out as a description, too: the same words again.
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && isElided()) {
        const QPoint place = static_cast<QHelpEvent *>(event)->globalPos();
        QToolTip::showText(place, plainToolTip(paintedText()), this);
        return true;
    }
    return QLabel::event(event);
}

void PlainLabel::paintEvent(QPaintEvent *event)
{
    const QString shown = paintedText();
    const bool isPlain = m_elideMode == Qt::ElideNone && m_tone == Tone::Plain
        && shown == QLabel::text();
    if (isPlain && (!m_marker || m_marker(shown).isEmpty())) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    drawFrame(&painter);
    painter.setPen(color());
    const QRect rect = contentsRect().adjusted(margin(), margin(), -margin(), -margin());
    const Qt::Alignment align = QStyle::visualAlignment(layoutDirection(), alignment());
    const int flags = int(align) | (wordWrap() ? int(Qt::TextWordWrap) : 0);
    const QString line = m_elideMode == Qt::ElideNone
        ? shown
        : fontMetrics().elidedText(shown, m_elideMode, rect.width());
    if (const QList<TextSpan> spans = m_marker ? m_marker(line) : QList<TextSpan>();
        !spans.isEmpty()) {
        QTextOption option(align);
        option.setTextDirection(layoutDirection());
        option.setWrapMode(
            wordWrap() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
        drawMarkedText(
            painter, rect, line, option, spans,
            foundFormat(false, isDark(QApplication::palette())));
        return;
    }
    style()->drawItemText(&painter, rect, flags, palette(), isEnabled(), line, QPalette::NoRole);
}

bool PlainLabel::isElided() const
{
    return m_elideMode != Qt::ElideNone
        && fontMetrics().horizontalAdvance(paintedText()) > contentsRect().width() - 2 * margin();
}

QString PlainLabel::paintedText() const
{
    return QLabel::text();
}

void PlainLabel::applyStyle()
{
    const auto semibold = [](qreal factor) {
        QFont font = scaledFont(factor);
        font.setWeight(QFont::DemiBold);
        return font;
    };
    switch (m_style) {
    case Style::Base:
        setFont(scaledFont(1));
        break;
    case Style::Strong:
        setFont(semibold(1));
        break;
    case Style::Secondary:
        setFont(scaledFont(secondaryFactor));
        break;
    case Style::Title:
        setFont(semibold(titleFactor));
        break;
    case Style::Countdown:
        setFont(semibold(countdownFactor));
        break;
    case Style::Fixed:
        setFont(fixedFont());
        break;
    }
}

QColor PlainLabel::color() const
{
    if (!isEnabled())
        return palette().color(QPalette::Disabled, QPalette::WindowText);
    return toneColor(m_tone, QApplication::palette(), palette().color(foregroundRole()));
}

QColor toneColor(PlainLabel::Tone tone, const QPalette &palette, const QColor &plain)
{
    const Colors colors = colorsOf(palette);
    switch (tone) {
    case PlainLabel::Tone::Plain:
        return plain;
    case PlainLabel::Tone::Ok:
        return colors.ok;
    case PlainLabel::Tone::Caution:
        return colors.caution;
    case PlainLabel::Tone::Error:
        return colors.error;
    }
    Q_UNREACHABLE();
}

void setPlainToolTip(QWidget *widget, const QString &text)
{
    widget->setToolTip(plainToolTip(text));
}

void setPlainToolTip(QAction *action, const QString &text)
{
    action->setToolTip(plainToolTip(text));
}

QString plainToolTip(const QString &text)
{
    const QString plain = Base::plainBlock(text, 4'000);
    if (!Qt::mightBeRichText(plain))
        return plain;
    return u"<div style=\"white-space: pre-wrap\">"_s + plain.toHtmlEscaped() + u"</div>"_s;
}

} // namespace Tenantscope::Ui
