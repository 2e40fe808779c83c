// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "app/cli/command.h"
#include "app/cli/rowprinter.h"
#include "app/oauth/accesstoken.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Cli {

class Console;
class Output;

/// Prints a tenant's applications, as they arrive where the format allows, as fast as they are read.
class ApplicationsCommand final : public Command
{
    Q_OBJECT

public:
    /// All references must outlive the command.
    ApplicationsCommand(
        const ApplicationsWish &wish, Session::TenantSession &session, Output &output,
        Console &console);

    void start() override;

private:
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void followList();
    void showProgress();
    void enqueue(int first, int count);
    void endLoaded(const Applications::ListLoaded &state);
    void endStopped(const Applications::ListStopped &state);
    void end(ExitCode code);
    [[nodiscard]] ExitCode endOfFindings();
    void noteUnseen();
    void noteUnknownFields();
    void print();
    [[nodiscard]] QByteArray textUpTo(size_t last);

    [[nodiscard]] const Applications::ApplicationList &list() const
    {
        return m_session.applications();
    }

    ApplicationsWish m_wish;
    Applications::SearchQuery m_query;
    Session::TenantSession &m_session;
    Output &m_output;
    Console &m_console;
    std::unique_ptr<RowPrinter> m_printer;
    OAuth::ScopeSet m_scopes; ///< of the token
    std::vector<int> m_rows;  ///< to be printed, in this order
    size_t m_printed = 0;     ///< of m_rows
    bool m_printsLater = false;
    std::optional<ExitCode> m_end; ///< the list has ended
    QString m_trouble;             ///< why what is printed may not be all; empty: it is
    Base::Wake m_tick;
};

} // namespace Tenantscope::Cli
