// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/scopescommand.h"

#include "app/base/plaintext.h"
#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/tokennotes.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace Tenantscope::Cli {

ScopesCommand::ScopesCommand(
    ScopesWish wish, Session::TenantSession &session, Output &output, Console &console)
    : m_wish(wish)
    , m_session(session)
    , m_output(output)
    , m_console(console)
{
}

void ScopesCommand::start()
{
    m_console.progress(askingFor(m_session));
    m_session.keeper().ask(
        {}, this, [this](const Base::Result<OAuth::AccessToken> &token) { receive(token); });
}

void ScopesCommand::receive(const Base::Result<OAuth::AccessToken> &token)
{
    m_console.clearProgress();
    if (!token) {
        m_console.fail(token.error(), Session::Doing::SigningIn);
        Q_EMIT finished(exitCodeFor(token.error().kind));
        return;
    }
    for (const QString &note : notesOnScopes(*token))
        m_console.note(note);
    m_output.write(printedScopes(token->scopes, m_wish.format));
    Q_EMIT finished(ExitCode::Success);
}

QByteArray printedScopes(const OAuth::ScopeSet &scopes, ScopesWish::Format format)
{
    QByteArray printed;
    if (format == ScopesWish::Format::Table) {
        for (const QString &name : scopes.names())
            printed += Base::plainLine(name).toUtf8() + '\n';
    } else if (!scopes.isKnown()) {
        printed = "null\n"; // not the same as an empty list
    } else {
        const QJsonDocument list(QJsonArray::fromStringList(scopes.names()));
        printed = oneLineJson(list.toJson(QJsonDocument::Compact)) + '\n';
    }
    return printed;
}

} // namespace Tenantscope::Cli
