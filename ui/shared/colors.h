// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QColor>
#include <QPalette>

namespace Tenantscope::Ui {

enum class ColorScheme { Light, Dark };

/// The application's palette in \a scheme; every pair of text and ground has at least 4.5:1.
[[nodiscard]] QPalette paletteFor(ColorScheme scheme);

/// Colours a QPalette has no role for, belonging to the scheme that \a palette is of.
struct Colors
{
    QColor secondary; ///< text of less weight
    QColor ok;
    QColor caution;
    QColor error;
    QColor line;   ///< between panes
    QColor border; ///< of inputs
    QColor focus;
    QColor hover; ///< ground of the row under the pointer
    QColor badge; ///< ground of a badge
};
[[nodiscard]] Colors colorsOf(const QPalette &palette);
[[nodiscard]] bool isDark(const QPalette &palette);

} // namespace Tenantscope::Ui
