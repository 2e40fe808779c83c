// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/plainlabel.h"

namespace Tenantscope::Ui {

/// A rounded label with one word: a scope, a type, an environment. Its colour only repeats the word.
class Badge final : public PlainLabel
{
    Q_OBJECT

public:
    explicit Badge(const QString &text, QWidget *parent = nullptr);

    /// Filled in the colour of a tone, for what must not be overlooked (DEMO).
    void setStrong(bool strong);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// Paints the same badge into a cell, for delegates.
    static void paint(
        QPainter &painter, const QRect &rect, const QString &text, const QPalette &palette,
        const QFont &font);
    static constexpr int height = 20;
    static constexpr int padding = 8;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_strong = false;
};

} // namespace Tenantscope::Ui
