// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"

namespace Tenantscope::Cli {

/// What a script reads in `$?`.
enum class ExitCode {
    Success = 0,
    Found = 1,          ///< what was asked for to be told apart: a finding, a difference
    Usage = 2,          ///< a wrong command line; a file that cannot be read or written
    Refused = 3,        ///< by the tenant: authentication or authorization; by `decode`: a token
    Network = 4,        ///< network, TLS, an answer that is none, any other error answer
    RateLimited = 5,    ///< beyond patience
    Keychain = 6,       ///< the secret could not be kept, or was not to be had
    Incomplete = 7,     ///< a list that ends early, with rows
    Interrupted = 130,  ///< 128 + SIGINT
    OutputClosed = 141, ///< 128 + SIGPIPE: who read our output has left
};

/// The exit code for a command that failed with \a kind.
[[nodiscard]] ExitCode exitCodeFor(Base::ErrorKind kind);

/// The exit code of a list that stopped with \a kind after \a rows rows.
[[nodiscard]] ExitCode exitCodeForList(Base::ErrorKind kind, qint64 rows);

/// The exit code of a command that \a signal ended, as a shell would report it.
[[nodiscard]] int exitCodeForSignal(int signal);

} // namespace Tenantscope::Cli
