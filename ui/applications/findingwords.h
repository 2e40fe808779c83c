// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"
#include "ui/shared/cellpainter.h"
#include "ui/shared/plainlabel.h"

namespace Tenantscope::Ui {

/// "High": how the window calls a severity.
[[nodiscard]] QString severityWord(Applications::Severity severity);
/// What its colour repeats.
[[nodiscard]] PlainLabel::Tone toneOf(Applications::Severity severity);
[[nodiscard]] CellStyle::Tone cellToneOf(Applications::Severity severity);
/// The name of its icon; its shape differs, not its colour alone.
[[nodiscard]] const char *severityIcon(Applications::Severity severity);

/// "High · 3": the worst one and how many there are.
[[nodiscard]] QString tallyText(const Applications::Tally &tally);
/// The titles of what was found, the worst first, a line each: "High: Password grant".
[[nodiscard]] QString findingTitles(Applications::FindingSet set, Tenant::Environment environment);

} // namespace Tenantscope::Ui
