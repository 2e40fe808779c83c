// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/snapshottaking.h"

namespace Tenantscope::Cli {

class Output;

/// Prints or saves a snapshot of a tenant's applications; of a list that stopped early nothing, so that what a run
/// before it saved stays.
class SnapshotCommand final : public Command
{
    Q_OBJECT

public:
    /// References must outlive the command. The file of \a wish is absolute.
    SnapshotCommand(
        SnapshotWish wish, Session::TenantSession &session, Output &output, Console &console);

    void start() override;

private:
    void hand(Applications::SnapshotWriter writer);

    SnapshotWish m_wish;
    Output &m_output;
    Console &m_console;
    SnapshotTaking m_taking;
};

} // namespace Tenantscope::Cli
