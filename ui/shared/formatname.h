// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenformat.h"

#include <QString>

namespace Tenantscope::Ui {

/// What \a format is called: "header", "PowerShell".
[[nodiscard]] QString formatName(Session::TokenFormat format);
[[nodiscard]] QString formatName(Session::CommandFormat format);

} // namespace Tenantscope::Ui
