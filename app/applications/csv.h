// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QStringList>

namespace Tenantscope::Applications {

/// One record of RFC 4180 with its CRLF, in UTF-8. A cell that a spreadsheet would take for a formula (it starts
/// with `= + - @`, their full-width forms, TAB, CR or LF) gets a `'` in front.
[[nodiscard]] QByteArray csvRecord(const QStringList &cells);

/// Whether a spreadsheet would take \a cell for a formula.
[[nodiscard]] bool isFormula(QStringView cell);

} // namespace Tenantscope::Applications
