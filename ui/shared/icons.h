// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QIcon>
#include <QSizeF>

namespace Tenantscope::Ui {

/// The icon \a name of the one set (resources/icons), coloured from the application's palette for each mode; follows a
/// change of the palette.
[[nodiscard]] QIcon icon(const QString &name);

/// The same drawing once, in \a color, of \a size in device-independent pixels: for states that have a colour of
/// their own and for delegates.
[[nodiscard]] QPixmap iconPixmap(
    const QString &name, const QSizeF &size, qreal ratio, const QColor &color);

} // namespace Tenantscope::Ui
