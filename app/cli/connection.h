// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/tenant/credentials.h"
#include "app/tenant/profile.h"

namespace Tenantscope::Cli {

/// What the environment says of the connection; an empty variable counts as none.
struct Environment
{
    QString domain{};
    QString clientId{};
    QString audience{};
    QString caFile{};
    bool isSecretSetAside = false; ///< there was one, of another client than the profile's
    Base::Secret clientSecret{};
    // No variable has these: they are a profile's.
    QString organization{};
    QString privateKeyFile{};
    Base::SigningAlgorithm signingAlgorithm = Base::SigningAlgorithm::Rs256;
    Tenant::Environment kind = Tenant::Environment::Production;

    bool operator==(const Environment &) const = default;
};

/// Reads the environment and takes AUTH0_CLIENT_SECRET out of it: its bytes are overwritten, so that neither
/// `/proc/PID/environ` nor a child process has it.
[[nodiscard]] Environment takeEnvironment();

/// Everything a session needs, checked.
struct Connection
{
    Tenant::CheckedCredentials checked{};
    QString caFile{};  ///< absolute, or empty
    QStringList notes; ///< what was tidied up, or may be wrong
    Tenant::Environment kind =
        Tenant::Environment::Production; ///< what it is taken for, unless told
};

/// What \a profile says, in the place of what \a environment says. The environment's secret counts only when none is
/// saved with the profile, it has no private key, and when AUTH0_CLIENT_ID does not say that it is another client's.
[[nodiscard]] Environment environmentOf(const Tenant::Profile &profile, Environment environment);

/// A profile to be saved, and the secret for the keychain if one was given.
struct SavedConnection
{
    Tenant::Profile profile{};
    Base::Secret secret{}; ///< empty: none is to be saved
    QStringList notes{};   ///< what was tidied up, or may be wrong
};

/// Puts options and environment together; options win, and a private key over the environment's secret, whose file is
/// read here. \a typedSecret is the one from standard input, when it was asked for; no key is then looked for. Fails with
/// a line for each thing that is missing or wrong.
[[nodiscard]] tl::expected<Connection, QStringList> connectionFrom(
    const ConnectionOptions &options, Environment environment,
    std::optional<Base::Secret> typedSecret);

/// What `profiles add` saves under \a name. Fails as connectionFrom() does, but for the secret, which may be missing.
[[nodiscard]] tl::expected<SavedConnection, QStringList> savedConnectionFrom(
    const ProfilesWish &wish, const ConnectionOptions &options, const Environment &environment,
    std::optional<Base::Secret> typedSecret);

} // namespace Tenantscope::Cli
