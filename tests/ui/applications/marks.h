// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/markedtext.h"

#include <QImage>
#include <QTextFormat>
#include <QWidget>

namespace Tenantscope::Test {

/// How many pixels of \a widget have the colour of the pen that marks what a search found.
[[nodiscard]] inline int marks(QWidget &widget)
{
    const QImage image = widget.grab().toImage();
    const QRgb pen = Ui::foundFormat(false, false).background().color().rgb();
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixel(x, y) == pen ? 1 : 0;
    }
    return count;
}

} // namespace Tenantscope::Test
