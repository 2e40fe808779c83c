// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

namespace Tenantscope::Cli {

/// The longest that is read; Auth0's secrets have 64 characters, and a token may stand within a command.
inline constexpr qsizetype longestSecret = 64 * 1024;

/// What is read from standard input.
enum class Input { Secret, Token };

/// Why it could not be read.
struct InputFailure
{
    enum class Kind { Interrupted, Unreadable, TooLong, Empty };
    Kind kind = Kind::Unreadable;
    int code = 0; ///< `errno`, when Unreadable

    bool operator==(const InputFailure &) const = default;
};

/// \a failure in words; empty when somebody interrupted, and so knows.
[[nodiscard]] QString describe(const InputFailure &failure, Input input);

/// Reads \a input, a secret or a token, from \a descriptor: up to its end, without the last line's end. From a terminal,
/// asked for on \a prompt and not shown, a secret is one line; a token may be longer than a line can be there, or stand
/// within several of them: it ends with the line in which a JWS or JWE ends, or at Ctrl+D, and what else was pasted is
/// dropped, for the shell would take it for commands. Blocks; \a interrupt becoming readable ends the wait.
[[nodiscard]] tl::expected<Base::Secret, InputFailure> readSecret(
    int descriptor, int interrupt, int prompt, Input input = Input::Secret);

} // namespace Tenantscope::Cli
