// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"
#include "app/cli/exitcode.h"
#include "app/session/sentence.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

class Console;

/// Loads all applications of a tenant that was signed in to, and makes a snapshot of them; tells progress, and what went
/// wrong.
class SnapshotTaking final : public QObject
{
    Q_OBJECT

public:
    /// References must outlive it.
    SnapshotTaking(Session::TenantSession &session, Console &console);

    void start();
    /// Valid once finished: a whole snapshot, or the exit code of what was told.
    [[nodiscard]] tl::expected<Applications::Snapshot, ExitCode> takeResult();

Q_SIGNALS:
    void finished(); ///< once, never from within start()

private:
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void followList();
    void showProgress();
    void endLoaded(const Applications::ListLoaded &state);
    void endStopped(const Applications::ListStopped &state);
    void fail(const Base::Error &error, Session::Doing doing, ExitCode code);
    void end(tl::expected<Applications::Snapshot, ExitCode> result);

    Session::TenantSession &m_session;
    Console &m_console;
    std::optional<tl::expected<Applications::Snapshot, ExitCode>> m_result;
    Base::Wake m_tick;
};

} // namespace Tenantscope::Cli
