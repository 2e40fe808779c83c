// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/grantscommand.h"

#include "app/cli/console.h"
#include "app/cli/grantstext.h"
#include "app/cli/listprogress.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/cli/tokennotes.h"

#include <utility>

namespace Tenantscope::Cli {

using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;
using Session::Doing;

GrantsCommand::GrantsCommand(
    GrantsWish wish, Session::TenantSession &session, Output &output, Console &console)
    : m_wish(std::move(wish))
    , m_session(session)
    , m_output(output)
    , m_console(console)
{
    m_session.setInsights({});
    connect(
        &m_session.grants(), &Applications::GrantList::stateChanged, this,
        &GrantsCommand::followGrants);
    connect(
        &m_session.applications(), &Applications::ApplicationList::stateChanged, this,
        &GrantsCommand::followApplications);
}

void GrantsCommand::start()
{
    if (!m_session.canListApplications())
        return m_session.loadGrants(); // is refused, and says why
    m_console.progress(askingFor(m_session));
    m_session.keeper().ask(
        {}, this, [this](const Base::Result<OAuth::AccessToken> &token) { receive(token); });
}

void GrantsCommand::receive(const Base::Result<OAuth::AccessToken> &token)
{
    if (token)
        return m_session.loadGrants();
    m_console.fail(token.error(), Doing::SigningIn);
    Q_EMIT finished(exitCodeFor(token.error().kind));
}

void GrantsCommand::followGrants()
{
    const Applications::ListState &state = m_session.grants().state();
    if (m_end)
        return;
    if (const auto *loading = std::get_if<ListLoading>(&state)) {
        showProgress(*loading, true);
    } else if (std::holds_alternative<ListLoaded>(state)) {
        endGrants(ExitCode::Success);
    } else if (const auto *stopped = std::get_if<ListStopped>(&state)) {
        m_console.fail(stopped->cause, Doing::LoadingGrants);
        if (stopped->loaded > 0)
            m_console.note(incompleteWords(*stopped, Listed::ClientGrants));
        endGrants(exitCodeForList(stopped->cause.kind, stopped->loaded));
    }
}

void GrantsCommand::endGrants(ExitCode code)
{
    m_end = code;
    m_console.clearProgress();
    if (code != ExitCode::Success && code != ExitCode::Incomplete) {
        Q_EMIT finished(code);
        return;
    }
    for (const Management::ClientGrant &grant : m_session.grants().grants()) {
        if (isWanted(grant, m_wish))
            m_wanted.append(grant);
    }
    const bool showsNames = m_wish.format == GrantsWish::Format::Table
        || m_wish.format == GrantsWish::Format::Csv;
    if (showsNames && !m_wanted.isEmpty())
        m_session.loadApplications();
    else
        print();
}

void GrantsCommand::followApplications()
{
    const Applications::ListState &state = m_session.applications().state();
    if (const auto *loading = std::get_if<ListLoading>(&state)) {
        showProgress(*loading, false);
    } else if (std::holds_alternative<ListLoaded>(state)) {
        print();
    } else if (const auto *stopped = std::get_if<ListStopped>(&state)) {
        m_console.fail(stopped->cause, Doing::LoadingApplications);
        m_console.note(Text::tr("So names are missing."));
        print();
    }
}

void GrantsCommand::print()
{
    if (std::exchange(m_isPrinted, true))
        return;
    m_console.clearProgress();
    const Applications::ApplicationStore &store = m_session.applications().store();
    const NameOf nameOf = [&store](const QString &clientId) {
        const std::optional<int> row = store.rowOf(clientId);
        return row ? store.text(*row, Applications::Column::Name) : QString();
    };
    const bool isTerminal = terminalColumns(m_output.descriptor()).has_value();
    m_output.write(printedGrants(m_wanted, m_wish.format, nameOf, isTerminal));
    if (m_wanted.isEmpty())
        m_console.note(Text::tr("No client grant fits."));
    Q_EMIT finished(*m_end);
}

void GrantsCommand::showProgress(const ListLoading &state, bool areGrants)
{
    m_console.progress(progressOf(
        state, m_session.clock().now(), areGrants ? Listed::ClientGrants : Listed::Applications));
}

} // namespace Tenantscope::Cli
