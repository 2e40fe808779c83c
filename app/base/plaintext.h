// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace Tenantscope::Base {

/// \a text from outside, made safe to show on one line: C0 and C1 controls, line ends among them, become
/// their visible pictures (U+2400…) or U+FFFD, bidirectional controls and lone surrogates become U+FFFD. Longer than
/// \a limit UTF-16 units: cut, with "…". For labels, cells, status texts and terminals.
[[nodiscard]] QString plainLine(QStringView text, qsizetype limit = 1'000);

/// The same for text of several lines: LF and TAB stay.
[[nodiscard]] QString plainBlock(QStringView text, qsizetype limit = 64'000);

} // namespace Tenantscope::Base
