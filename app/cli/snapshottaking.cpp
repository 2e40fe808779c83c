// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/snapshottaking.h"

#include "app/cli/console.h"
#include "app/cli/listprogress.h"
#include "app/cli/text.h"
#include "app/cli/tokennotes.h"

namespace Tenantscope::Cli {

using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;
using Session::Doing;

SnapshotTaking::SnapshotTaking(Session::TenantSession &session, Console &console)
    : m_session(session)
    , m_console(console)
{
    m_session.setInsights({});
    connect(
        &m_session.applications(), &Applications::ApplicationList::stateChanged, this,
        &SnapshotTaking::followList);
}

void SnapshotTaking::start()
{
    if (!m_session.canListApplications()) {
        const Base::Error error{
            .kind = Base::ErrorKind::NotManagementAudience, .subject = m_session.audience()};
        return fail(error, Doing::LoadingApplications, exitCodeFor(error.kind));
    }
    m_console.progress(askingFor(m_session));
    m_session.keeper().ask(
        {}, this, [this](const Base::Result<OAuth::AccessToken> &token) { receive(token); });
}

tl::expected<void, ExitCode> SnapshotTaking::result() const
{
    Q_ASSERT(m_result);
    return *m_result;
}

Applications::Snapshot SnapshotTaking::snapshot() const
{
    return snapshotOf(
        m_session.applications().store(), m_session.domain().text(), m_session.clock().wallNow(),
        true);
}

Applications::SnapshotWriter SnapshotTaking::writer() const
{
    return {
        m_session.applications().store(), m_session.domain().text(), m_session.clock().wallNow(),
        true};
}

void SnapshotTaking::receive(const Base::Result<OAuth::AccessToken> &token)
{
    if (token)
        m_session.loadApplications();
    else
        fail(token.error(), Doing::SigningIn, exitCodeFor(token.error().kind));
}

void SnapshotTaking::followList()
{
    const Applications::ListState &state = m_session.applications().state();
    if (m_result)
        return;
    if (std::holds_alternative<ListLoading>(state))
        showProgress();
    else if (std::holds_alternative<ListLoaded>(state))
        end({});
    else if (const auto *stopped = std::get_if<ListStopped>(&state))
        endStopped(*stopped);
}

void SnapshotTaking::showProgress()
{
    m_tick.cancel();
    const auto *loading = std::get_if<ListLoading>(&m_session.applications().state());
    if (!loading)
        return;
    m_console.progress(progressOf(*loading, m_session.clock().now()));
    if (loading->waitsUntil)
        m_tick = m_session.clock().wakeAfter(std::chrono::seconds(1), [this] { showProgress(); });
}

void SnapshotTaking::endStopped(const ListStopped &state)
{
    if (state.loaded > 0)
        m_console.note(incompleteWords(state));
    fail(state.cause, Doing::LoadingApplications, exitCodeForList(state.cause.kind, state.loaded));
}

void SnapshotTaking::fail(const Base::Error &error, Doing doing, ExitCode code)
{
    m_console.clearProgress();
    m_console.fail(error, doing);
    end(tl::unexpected(code));
}

void SnapshotTaking::end(tl::expected<void, ExitCode> result)
{
    m_tick.cancel();
    m_console.clearProgress();
    m_result = result;
    QMetaObject::invokeMethod(this, &SnapshotTaking::finished, Qt::QueuedConnection);
}

} // namespace Tenantscope::Cli
