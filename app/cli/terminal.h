// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace Tenantscope::Cli {

[[nodiscard]] bool isTerminal(int descriptor);
/// True for a terminal that can rewrite a line; `TERM=dumb`, or none, cannot.
[[nodiscard]] bool canRewriteLine(int descriptor);
/// How many columns the terminal has; nullopt: \a descriptor is none.
[[nodiscard]] std::optional<int> terminalColumns(int descriptor);

/// How many columns \a text takes on a terminal: two for East Asian wide characters and most emoji, none for combining
/// marks. \a text holds no control characters.
[[nodiscard]] int displayWidth(QStringView text);
/// \a text, cut between grapheme clusters and ended with "…" when it takes more than \a columns.
[[nodiscard]] QString fitted(const QString &text, int columns);
/// The same, filled with blanks up to \a columns.
[[nodiscard]] QString padded(const QString &text, int columns);

/// Makes sure that descriptors 0, 1 and 2 are open, so that no file or socket opened later takes the place of a closed
/// standard output and receives what was meant for it. Reading or writing one that was closed fails.
void openStandardFiles();

/// Turns this process to UTF-8 when the locale is of another encoding, e.g. under cron, where Qt would complain
/// on stderr at every run.
void useUtf8();

} // namespace Tenantscope::Cli
