// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"
#include "app/applications/snapshotwriter.h"
#include "app/cli/exitcode.h"
#include "app/session/sentence.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

class Console;

/// Loads all applications of a tenant that was signed in to, for a snapshot of them; tells progress, and what went wrong.
class SnapshotTaking final : public QObject
{
    Q_OBJECT

public:
    /// References must outlive it.
    SnapshotTaking(Session::TenantSession &session, Console &console);

    void start();
    /// Valid once finished: all of them are there, or the exit code of what was told.
    [[nodiscard]] tl::expected<void, ExitCode> result() const;
    /// Of all of them, as an object, and as what writes its file.
    [[nodiscard]] Applications::Snapshot snapshot() const;
    [[nodiscard]] Applications::SnapshotWriter writer() const;

Q_SIGNALS:
    void finished(); ///< once, never from within start()

private:
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void followList();
    void showProgress();
    void endStopped(const Applications::ListStopped &state);
    void fail(const Base::Error &error, Session::Doing doing, ExitCode code);
    void end(tl::expected<void, ExitCode> result);

    Session::TenantSession &m_session;
    Console &m_console;
    std::optional<tl::expected<void, ExitCode>> m_result;
    Base::Wake m_tick;
};

} // namespace Tenantscope::Cli
