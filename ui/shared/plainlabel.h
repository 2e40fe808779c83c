// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QLabel>

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

/// The only label of this program: shows plain text, whatever stands in it, with control characters neutralised.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    enum class Style {
        Base,
        Strong,    ///< semibold
        Secondary, ///< 0.92 ×, in the secondary colour
        Title,     ///< 1.25 ×, semibold
        Countdown, ///< 1.6 ×, tabular figures
        Fixed,     ///< the system's fixed-width font
    };
    /// What the text's colour repeats.
    enum class Tone { Plain, Ok, Caution, Error };

    explicit PlainLabel(Style style = Style::Base, QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, Style style = Style::Base, QWidget *parent = nullptr);

    /// Shadows QLabel's: neutralised, one line unless word wrap is on; masked in presentation mode.
    void setText(const QString &text);
    /// Shadows QLabel's, which has what is shown: what was set.
    [[nodiscard]] QString text() const { return m_text; }
    /// What it says is this program's own: never masked.
    void setOwnWords(bool isOwn);
    /// Elides in \a mode instead of asking for the whole width; the whole text is the tool tip while it is cut.
    void setElideMode(Qt::TextElideMode mode);
    void setTone(Tone tone);
    /// Marks what \a marker finds in what is shown, whenever it is painted.
    void setMarker(const Marker &marker);
    [[nodiscard]] bool isElided() const; ///< cut, at its present width

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    /// What is painted; that which readers of the screen get, unless somebody ticks.
    [[nodiscard]] virtual QString paintedText() const;

private:
    void applyStyle();
    void showText();
    [[nodiscard]] QColor color() const;

    QString m_text;
    bool m_isOwnWords = false;
    Style m_style;
    Tone m_tone = Tone::Plain;
    Marker m_marker;
    Qt::TextElideMode m_elideMode = Qt::ElideNone;
};

/// What \a tone looks like in \a palette; \a plain: the colour without one.
[[nodiscard]] QColor toneColor(PlainLabel::Tone tone, const QPalette &palette, const QColor &plain);

/// Sets a tool tip that is shown as plain text, whatever stands in it.
void setPlainToolTip(QWidget *widget, const QString &text);
void setPlainToolTip(QAction *action, const QString &text);
/// \a text as Qt shows it unchanged where it would guess at rich text: for a model's Qt::ToolTipRole.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace Tenantscope::Ui
