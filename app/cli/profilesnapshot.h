// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/connection.h"
#include "app/cli/snapshottaking.h"
#include "app/secrets/keychain.h"

#include <memory>

namespace Tenantscope::Cli {

/// Signs in as a profile says and takes a snapshot of its tenant.
class ProfileSnapshot final : public QObject
{
    Q_OBJECT

public:
    /// What it works with; each must outlive it.
    struct Services
    {
        Base::Clock &clock;
        Base::Random &random;
        const Secrets::SecretStore &keychain;
        Console &console;
    };

    /// \a environment as for environmentOf().
    ProfileSnapshot(Tenant::Profile profile, Environment environment, const Services &services);
    ~ProfileSnapshot() override;

    void start();
    /// Valid once finished: a whole snapshot, or the exit code of what was told.
    [[nodiscard]] tl::expected<Applications::Snapshot, ExitCode> takeResult();

Q_SIGNALS:
    void finished(); ///< once, never from within start()

private:
    void secretArrived();
    void connectTo(Environment environment);
    void end(ExitCode failure);

    Tenant::Profile m_profile;
    Environment m_environment;
    Services m_services;
    std::unique_ptr<Secrets::KeychainJob> m_reading;
    std::unique_ptr<Session::TenantSession> m_session;
    std::unique_ptr<SnapshotTaking> m_taking;
    ExitCode m_failure = ExitCode::Success; ///< before there was anything to take
};

} // namespace Tenantscope::Cli
