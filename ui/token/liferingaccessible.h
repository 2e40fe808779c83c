// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Ui {

/// Tells Qt how readers of the screen see a LifeRing: without it a hand-painted widget is a "filler". Once is enough.
void installLifeRingInterface();

} // namespace Tenantscope::Ui
