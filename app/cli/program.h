// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

namespace Tenantscope::Cli {

/// The whole of tenantscope-cli: reads the command line, does what it says, returns the exit code.
[[nodiscard]] int run(int argc, char **argv);

} // namespace Tenantscope::Cli
