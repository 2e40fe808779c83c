// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/applicationscommand.h"

#include "app/cli/console.h"
#include "app/cli/findingsprinter.h"
#include "app/cli/listprogress.h"
#include "app/cli/output.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/cli/tokennotes.h"
#include "app/session/emptiness.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Applications::ListLoaded;
using Applications::ListLoading;
using Applications::ListStopped;

namespace {

/// What \a wish asks of each application beside its own text.
Applications::Insights insightsFor(const ApplicationsWish &wish)
{
    if (!wish.search.isEmpty())
        return Applications::allInsights;
    return wish.findings ? Applications::Insights(Applications::Insight::Findings)
                         : Applications::Insights();
}

} // namespace

ApplicationsCommand::ApplicationsCommand(
    const ApplicationsWish &wish, Session::TenantSession &session, Output &output, Console &console)
    : m_wish(wish)
    , m_query(Applications::SearchQuery::parse(wish.search))
    , m_session(session)
    , m_output(output)
    , m_console(console)
    , m_printer(rowPrinter(wish, list().store(), terminalColumns(output.descriptor())))
{
    m_session.setInsights(insightsFor(wish));
    for (const Applications::Column field : m_query.fields())
        list().store().keep(field);
    connect(&m_output, &Output::hungry, this, &ApplicationsCommand::print);
    connect(
        &list(), &Applications::ApplicationList::stateChanged, this,
        &ApplicationsCommand::followList);
    connect(
        &list(), &Applications::ApplicationList::added, this,
        [this](const Applications::ApplicationStore::Added &added) {
            if (m_printer->streams())
                enqueue(added.firstNew, added.count);
        });
}

void ApplicationsCommand::start()
{
    if (!m_session.canListApplications()) {
        const Base::Error error{
            .kind = Base::ErrorKind::NotManagementAudience, .subject = m_session.audience()};
        m_console.fail(error, Session::Doing::LoadingApplications);
        Q_EMIT finished(exitCodeFor(error.kind));
        return;
    }
    if (m_query.hasUnknownName())
        m_console.note(
            Text::tr("The search asks for an is: or a finding: that there is not (tenantscope-cli "
                     "help applications names all), or for a field: that lists leave out."));
    m_console.progress(askingFor(m_session));
    m_session.keeper().ask(
        {}, this, [this](const Base::Result<OAuth::AccessToken> &token) { receive(token); });
}

void ApplicationsCommand::receive(const Base::Result<OAuth::AccessToken> &token)
{
    if (!token) {
        m_console.fail(token.error(), Session::Doing::SigningIn);
        Q_EMIT finished(exitCodeFor(token.error().kind));
        return;
    }
    m_scopes = token->scopes;
    m_printer->setScopes(m_scopes);
    if (m_wish.secrets) {
        for (const QString &note : notesOnSecrets(*token))
            m_console.note(note);
    }
    m_session.loadApplications(
        m_wish.secrets ? Management::ListedMembers::WithSecrets
                       : Management::ListedMembers::WithoutSecrets);
}

void ApplicationsCommand::followList()
{
    if (m_end)
        return;
    if (std::holds_alternative<ListLoading>(list().state()))
        showProgress();
    else if (const auto *loaded = std::get_if<ListLoaded>(&list().state()))
        endLoaded(*loaded);
    else if (const auto *stopped = std::get_if<ListStopped>(&list().state()))
        endStopped(*stopped);
}

void ApplicationsCommand::showProgress()
{
    m_tick.cancel();
    const auto *loading = std::get_if<ListLoading>(&list().state());
    // Rows scroll by on the same terminal: they are progress enough.
    if (!loading || (m_printer->streams() && isTerminal(m_output.descriptor()))) {
        m_console.clearProgress();
        return;
    }
    m_console.progress(progressOf(*loading, m_session.clock().now()));
    if (loading->waitsUntil)
        m_tick = m_session.clock().wakeAfter(std::chrono::seconds(1), [this] { showProgress(); });
}

void ApplicationsCommand::enqueue(int first, int count)
{
    for (int row = first; row < first + count; ++row) {
        if (m_query.isEmpty() || m_query.matches(list().store(), row))
            m_rows.push_back(row);
        else
            m_session.dropJson(row);
    }
    print();
}

void ApplicationsCommand::endLoaded(const ListLoaded &state)
{
    if (state.duplicates > 0)
        m_console.note(Text::tr(
            "%n application(s) came more than once and are printed once.", nullptr,
            state.duplicates));
    if (state.hasGrown)
        m_console.note(Text::tr("The list grew while it was loading; all of it is printed."));
    end(ExitCode::Success);
}

void ApplicationsCommand::endStopped(const ListStopped &state)
{
    m_trouble = incompleteWords(state);
    m_console.fail(state.cause, Session::Doing::LoadingApplications);
    if (state.loaded > 0)
        m_console.note(m_trouble);
    end(exitCodeForList(state.cause.kind, state.loaded));
}

void ApplicationsCommand::end(ExitCode code)
{
    m_tick.cancel();
    m_console.clearProgress();
    m_end = code;
    const bool hasSomething = list().store().size() > 0 || code == ExitCode::Success;
    if (!hasSomething) {
        Q_EMIT finished(code);
        return;
    }
    noteUnseen();
    if (m_printer->streams())
        return print();
    const int size = list().store().size();
    for (int row = 0; row < size; ++row) {
        if (m_query.isEmpty() || m_query.matches(list().store(), row))
            m_rows.push_back(row);
    }
    if (m_wish.findings && code == ExitCode::Success)
        m_end = endOfFindings();
    m_output.write(m_printer->head(m_rows));
    print();
}

/// A field that nobody has may be a slip.
void ApplicationsCommand::noteUnknownFields()
{
    for (const Applications::Column field : m_query.fields()) {
        if (!list().store().hasField(field))
            m_console.note(Text::tr("No application has the field %1.").arg(memberOf(field)));
    }
}

/// What is printed must not pass for all there is.
void ApplicationsCommand::noteUnseen()
{
    const QStringList lacked = Session::scopesLackedBy(m_query, m_scopes);
    if (!lacked.isEmpty())
        m_console.note(
            Text::tr(
                "The token may not see all that the search looks at, so applications may be missing "
                "or too many. That takes %1 in the client grant.")
                .arg(Session::anyOf(lacked)));
    else if (list().store().size() > 0)
        noteUnknownFields();
    const QStringList hidden = m_printer->hiddenMembers();
    if (!hidden.isEmpty() && list().store().size() > 0)
        m_console.note(
            Text::tr("The token may not see %1. That takes %2 in the client grant.")
                .arg(hidden.join(u", "_s), Session::anyOf(Session::scopesFor(hidden.first()))));
}

/// Of a list that is complete.
ExitCode ApplicationsCommand::endOfFindings()
{
    const Applications::ApplicationStore &store = list().store();
    const auto isSummary = [&store](int row) { return store.isSummary(row); };
    if (!m_rows.empty() && std::ranges::all_of(m_rows, isSummary)) {
        m_trouble = Text::tr(
            "Nothing can be found: the token shows names and types only. Add read:clients "
            "to the client grant of this application.");
        m_console.fail(m_trouble);
        return ExitCode::Refused;
    }
    if (m_wish.format == ApplicationsWish::Format::Table)
        m_console.note(summaryOf(store, m_rows));
    const auto matters = [this, &store](int row) {
        const Applications::Tally tally = store.tally(row);
        return tally.count > 0 && tally.worst >= *m_wish.failOn;
    };
    return m_wish.failOn && std::ranges::any_of(m_rows, matters) ? ExitCode::Found
                                                                 : ExitCode::Success;
}

void ApplicationsCommand::print()
{
    // A turn of the event loop prints few, so that Ctrl+C never waits for many.
    constexpr size_t mostAtOnce = 200;
    const size_t last = std::min(m_rows.size(), m_printed + mostAtOnce);
    while (m_printed < last && m_output.wantsMore())
        m_output.write(textUpTo(last));

    if (m_printed == m_rows.size() && m_end) {
        m_output.write(m_printer->foot(m_trouble));
        Q_EMIT finished(*std::exchange(m_end, {}));
    } else if (
        m_printed < m_rows.size() && m_output.wantsMore() && !std::exchange(m_printsLater, true)) {
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_printsLater = false;
                print();
            },
            Qt::QueuedConnection);
    }
}

/// The next rows before \a last: some at once, for each write costs two system calls.
QByteArray ApplicationsCommand::textUpTo(size_t last)
{
    constexpr qsizetype enough = 64 * 1024;
    QByteArray text;
    while (m_printed < last && text.size() < enough) {
        const int row = m_rows[m_printed++];
        text += m_printer->row(row);
        if (m_printer->streams())
            m_session.dropJson(row);
    }
    return text;
}

} // namespace Tenantscope::Cli
