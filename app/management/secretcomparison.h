// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

namespace Tenantscope::Management {

/// How a secret that somebody has at hand compares with the tenant's.
enum class SecretComparison {
    Same,
    BlanksAround, ///< the same but for blanks or line ends before or after it
    QuotesAround, ///< the same but for quotes, and perhaps blanks, around it
    LineSame,     ///< `NAME=value`, as in a .env file, with the same value
    Different,
    LineDifferent, ///< `NAME=value` with another value
};

/// Compares \a mine, as it was typed or pasted, with \a theirs, in time that tells nothing of where they differ. What is
/// \a theirs is never trimmed.
[[nodiscard]] SecretComparison compareSecrets(const Base::Secret &theirs, const Base::Secret &mine);

} // namespace Tenantscope::Management
