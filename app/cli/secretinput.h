// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

namespace Tenantscope::Cli {

/// The longest secret that is read; Auth0's have 64 characters.
inline constexpr qsizetype longestSecret = 64 * 1024;

/// Why no secret could be read.
struct InputFailure
{
    enum class Kind { Interrupted, Unreadable, TooLong, Empty };
    Kind kind = Kind::Unreadable;
    int code = 0; ///< `errno`, when Unreadable

    bool operator==(const InputFailure &) const = default;
};

/// Reads a secret from \a descriptor: up to its end, without the last line's end; from a terminal one line, asked for on
/// \a prompt and not shown. Blocks; \a interrupt becoming readable ends the wait.
[[nodiscard]] tl::expected<Base::Secret, InputFailure> readSecret(
    int descriptor, int interrupt, int prompt);

} // namespace Tenantscope::Cli
