// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/token/tokenwords.h"

namespace Tenantscope::Ui {

/// What was odd about a token's answer, and a clock that is wrong: one sentence each.
[[nodiscard]] QStringList noteWords(const OAuth::AccessToken &token, const TokenScene &scene);

} // namespace Tenantscope::Ui
