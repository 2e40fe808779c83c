// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/profilesnapshot.h"

namespace Tenantscope::Tenant {
class ProfileStore;
}

namespace Tenantscope::Cli {

class Output;

/// Whether \a operand of `compare` means a file, and not a profile.
[[nodiscard]] bool isSnapshotFile(const QString &operand);

/// Prints how the applications of two snapshots differ, each of which comes from a file or is taken of a profile's tenant.
class CompareCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command. File names in \a wish are absolute.
    CompareCommand(
        CompareWish wish, Environment environment, Tenant::ProfileStore &profiles,
        const ProfileSnapshot::Services &services, Output &output);
    ~CompareCommand() override;

    void start() override;

private:
    using Found = tl::expected<Applications::Snapshot, Tenant::Profile>;
    [[nodiscard]] Base::Result<Found> find(const QString &operand);
    [[nodiscard]] Base::Result<void> findBoth();
    void getNext();
    void take(const Tenant::Profile &profile);
    void compareBoth();

    CompareWish m_wish;
    Environment m_environment;
    Tenant::ProfileStore &m_profiles;
    ProfileSnapshot::Services m_services;
    Output &m_output;
    std::vector<Found> m_sides;
    std::unique_ptr<ProfileSnapshot> m_taking;
};

} // namespace Tenantscope::Cli
