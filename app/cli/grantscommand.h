// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/oauth/accesstoken.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

class Console;
class Output;

/// Prints a tenant's client grants: who may do what. Names come from the list of applications, where that can be read.
class GrantsCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    GrantsCommand(
        GrantsWish wish, Session::TenantSession &session, Output &output, Console &console);

    void start() override;

private:
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void followGrants();
    void followApplications();
    void endGrants(ExitCode code);
    void print();
    void showProgress(const Applications::ListLoading &state, bool areGrants);

    GrantsWish m_wish;
    Session::TenantSession &m_session;
    Output &m_output;
    Console &m_console;
    QList<Management::ClientGrant> m_wanted;
    std::optional<ExitCode> m_end; ///< the grants are here, as far as they came
    bool m_isPrinted = false;
};

} // namespace Tenantscope::Cli
