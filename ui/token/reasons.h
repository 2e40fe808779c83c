// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

#include <QString>

namespace Tenantscope::Ui {

/// Why a renewal failed, in the two or three words that a state line has room for: "no answer".
[[nodiscard]] QString briefReason(const Base::Error &error);
/// Why the tenant refuses to give a token, after "Refused: ".
[[nodiscard]] QString refusalReason(const Base::Error &error);
/// True when a request failed on its way, as it does without a network.
[[nodiscard]] bool isNetworkTrouble(const Base::Error &error);

} // namespace Tenantscope::Ui
