// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace Tenantscope::Ui {

/// The application's font, \a factor times as large.
[[nodiscard]] QFont scaledFont(qreal factor);
/// The system's fixed-width font in the application's text size: for tokens, IDs, URLs and JSON.
[[nodiscard]] QFont fixedFont();

inline constexpr qreal secondaryFactor = 0.92;
inline constexpr qreal titleFactor = 1.25;
inline constexpr qreal countdownFactor = 1.6;

} // namespace Tenantscope::Ui
