// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/plainlabel.h"

#include <QWidget>

namespace Tenantscope::Ui {

/// A ring that shows how much of a token's life is left; it only repeats what stands beside it.
///
/// Painted by hand, so it brings its own accessible interface: a progress bar in per cent. Its value changes for
/// readers of the screen at milestones only, while the picture ticks.
class LifeRing final : public QWidget
{
    Q_OBJECT

public:
    explicit LifeRing(QWidget *parent = nullptr);

    struct Look
    {
        QString text;
        QString subtext;
        double part = 0;
        PlainLabel::Tone tone = PlainLabel::Tone::Plain;

        bool operator==(const Look &) const = default;
    };
    void show(const Look &look);
    /// What readers of the screen are told: \a words, and the part that is left now.
    void speak(const QString &words);

    [[nodiscard]] int spokenPercent() const { return m_spokenPercent; }
    [[nodiscard]] QString spokenWords() const { return m_spokenWords; }
    [[nodiscard]] const Look &look() const { return m_look; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintTexts(QPainter &painter) const;

    Look m_look;
    int m_spokenPercent = 0;
    QString m_spokenWords;
};

} // namespace Tenantscope::Ui
