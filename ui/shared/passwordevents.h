// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Ui {

/// From now on readers of the screen hear a dot for each character that comes into or leaves a field which shows dots. Qt 6.4
/// sends them the characters themselves, and whatever listens on the accessibility bus hears them, too (UI-2).
/// Costs nothing while nobody listens. Called once a program or oftener.
void maskPasswordEvents();

} // namespace Tenantscope::Ui
