// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Ui {

/// Overwrites the queue in which libxcb gathers what it sends to the X server. It keeps sent bytes until others take
/// their place, for hours in a quiet window: a secret that another program took from the clipboard is among them.
/// Does nothing without X.
void overwriteXcbQueue();

} // namespace Tenantscope::Ui
