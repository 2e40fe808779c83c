// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokencommand.h"

#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/tokennotes.h"
#include "app/session/tokenformat.h"

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

Session::TokenFormat formatOf(TokenWish::Format format)
{
    switch (format) {
    case TokenWish::Format::Raw:
        return Session::TokenFormat::Token;
    case TokenWish::Format::Header:
        return Session::TokenFormat::Header;
    case TokenWish::Format::Env:
        return Session::TokenFormat::Export;
    case TokenWish::Format::Json:
        return Session::TokenFormat::Json;
    case TokenWish::Format::Curl:
        return Session::TokenFormat::CurlWithToken;
    }
    Q_UNREACHABLE();
}

qint64 wholeSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration_cast<std::chrono::seconds>(duration).count();
}

} // namespace

TokenCommand::TokenCommand(
    TokenWish wish, Session::TenantSession &session, Output &output, Console &console)
    : m_wish(wish)
    , m_session(session)
    , m_output(output)
    , m_console(console)
{
}

void TokenCommand::start()
{
    m_console.progress(askingFor(m_session));
    m_session.keeper().ask(
        {}, this, [this](const Base::Result<OAuth::AccessToken> &token) { receive(token); });
}

void TokenCommand::receive(const Base::Result<OAuth::AccessToken> &token)
{
    m_console.clearProgress();
    if (!token) {
        m_console.fail(token.error(), Session::Doing::SigningIn);
        Q_EMIT finished(exitCodeFor(token.error().kind));
        return;
    }
    for (const QString &note : notesOnLife(*token))
        m_console.note(note);
    if (const QString why = whyTooShort(*token); !why.isEmpty()) {
        m_console.fail(why);
        Q_EMIT finished(ExitCode::Refused);
        return;
    }
    m_output.write(printed(*token));
    Q_EMIT finished(ExitCode::Success);
}

/// Why \a token breaks the promise of --min-life; empty: it keeps it. It is new: another one would not live longer.
QString TokenCommand::whyTooShort(const OAuth::AccessToken &token) const
{
    if (m_wish.leastLife <= std::chrono::seconds(0))
        return {};
    const auto remaining = token.assuredLife(m_session.clock().now());
    if (!remaining)
        return Text::tr(
            "The token does not tell how long it lives, so --min-life cannot be promised.");
    if (*remaining >= m_wish.leastLife)
        return {};
    return Text::tr(
               "A new token lives for %1 s, and --min-life asks for %2 s. Ask for less, or let the "
               "tenant's API settings give tokens a longer life.")
        .arg(wholeSeconds(*remaining))
        .arg(m_wish.leastLife.count());
}

QByteArray TokenCommand::printed(const OAuth::AccessToken &token) const
{
    const Base::Secret text = Session::formatted(
        formatOf(m_wish.format), token, Session::sampleTarget(m_session), m_session.clock(),
        m_session.http().clockSkew());
    const QByteArrayView bytes = text.reveal();
    // The tenant's scopes are in it: nothing of them may steer a terminal.
    const bool isJson = m_wish.format == TokenWish::Format::Json;
    return (isJson ? oneLineJson(bytes) : bytes.toByteArray()) + '\n';
}

} // namespace Tenantscope::Cli
