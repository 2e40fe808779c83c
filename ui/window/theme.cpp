// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/theme.h"

#include "ui/shared/style.h"

#include <QApplication>
#include <QEvent>
#include <QToolTip>
#include <QWidget>

namespace Tenantscope::Ui {

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_standardPalette(QApplication::palette())
    , m_standardFont(QApplication::font())
{
}

void Theme::apply()
{
    QApplication::setStyle(new Style); // the application owns it
    applyPalette();
    applyFont();
}

void Theme::setChoice(Choice choice)
{
    m_choice = choice;
    applyPalette();
}

void Theme::setSystemScheme(std::optional<ColorScheme> scheme)
{
    m_systemScheme = scheme;
    applyPalette();
}

void Theme::setTextStep(int step)
{
    m_textStep = qBound(smallestStep, step, largestStep);
    applyFont();
}

ColorScheme Theme::scheme() const
{
    switch (m_choice) {
    case Choice::Light:
        return ColorScheme::Light;
    case Choice::Dark:
        return ColorScheme::Dark;
    case Choice::System:
        break;
    }
    if (m_systemScheme)
        return *m_systemScheme;
    return isDark(m_standardPalette) ? ColorScheme::Dark : ColorScheme::Light;
}

void Theme::applyPalette() const
{
    const QPalette palette = paletteFor(scheme());
    if (QApplication::palette() == palette)
        return;
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
}

void Theme::applyFont() const
{
    QFont font = m_standardFont;
    const qreal factor = 1 + m_textStep / 10.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(m_standardFont.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(m_standardFont.pixelSize() * factor));
    if (QApplication::font() == font)
        return;
    QApplication::setFont(font);
    // Qt tells windows only; what has a size of its own, derived from the application's, must know too.
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget *widget : widgets) {
        QEvent event(QEvent::ApplicationFontChange);
        if (!widget->isWindow())
            QCoreApplication::sendEvent(widget, &event);
    }
}

} // namespace Tenantscope::Ui
