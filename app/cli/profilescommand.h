// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/connection.h"
#include "app/secrets/keychain.h"
#include "app/tenant/profilestore.h"

namespace Tenantscope::Session {
class ProfileSave;
} // namespace Tenantscope::Session

namespace Tenantscope::Cli {

class Console;
class Output;

/// Lists, shows, adds and removes profiles. A secret goes to the keychain and is never printed.
class ProfilesCommand final : public Command
{
    Q_OBJECT

public:
    /// \a added is for the action Add. All references must outlive the command.
    ProfilesCommand(
        ProfilesWish wish, SavedConnection added, Tenant::ProfileStore &store,
        const Secrets::SecretStore &keychain, Output &output, Console &console);

    void start() override;
    void abandon() override; ///< a profile whose secret is not kept yet is not added

private:
    void add();
    void remove();
    void forget();
    void print(const QByteArray &text);
    void end(const Base::Result<void> &result, const QString &note);
    void fail(const Base::Error &error);

    ProfilesWish m_wish;
    SavedConnection m_added;
    Tenant::ProfileStore &m_store;
    const Secrets::SecretStore &m_keychain;
    Output &m_output;
    Console &m_console;
    Session::ProfileSave *m_save = nullptr; ///< a child
};

/// Says where a damaged profiles file went, if \a store met one.
void noteDamage(const Tenant::ProfileStore &store, Console &console);
/// \a profiles as `profiles list` prints them.
[[nodiscard]] QByteArray printedProfiles(
    const QList<Tenant::Profile> &profiles, ProfilesWish::Format format);
/// \a profile as `profiles show` prints it.
[[nodiscard]] QByteArray printedProfile(
    const Tenant::Profile &profile, ProfilesWish::Format format);

} // namespace Tenantscope::Cli
