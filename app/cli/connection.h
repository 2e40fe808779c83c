// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/tenant/credentials.h"

namespace Tenantscope::Cli {

/// What the environment says of the connection; an empty variable counts as none.
struct Environment
{
    QString domain{};
    QString clientId{};
    QString audience{};
    QString caFile{};
    Base::Secret clientSecret{};

    bool operator==(const Environment &) const = default;
};

/// Reads the environment and takes AUTH0_CLIENT_SECRET out of it: its bytes are overwritten, so that neither
/// `/proc/PID/environ` nor a child process has it.
[[nodiscard]] Environment takeEnvironment();

/// Everything a session needs, checked.
struct Connection
{
    Tenant::Credentials credentials{};
    QString caFile{};  ///< absolute, or empty
    QStringList notes; ///< what was tidied up, or may be wrong
};

/// Puts options and environment together; options win. \a typedSecret is the one from standard input, when it was asked
/// for. Fails with a line for each thing that is missing or wrong.
[[nodiscard]] tl::expected<Connection, QStringList> connectionFrom(
    const ConnectionOptions &options, Environment environment,
    std::optional<Base::Secret> typedSecret);

} // namespace Tenantscope::Cli
