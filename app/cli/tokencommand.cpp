// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokencommand.h"

#include "app/cli/console.h"
#include "app/cli/jsontext.h"
#include "app/cli/output.h"
#include "app/cli/text.h"
#include "app/cli/tokennotes.h"
#include "app/http/curl.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

/// A cheap request that any token which may list applications is allowed.
QUrlQuery sampleQuery()
{
    QUrlQuery query;
    query.addQueryItem(u"fields"_s, u"client_id,name,app_type"_s);
    query.addQueryItem(u"per_page"_s, u"10"_s);
    return query;
}

qint64 wholeSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration_cast<std::chrono::seconds>(duration).count();
}

} // namespace

TokenCommand::TokenCommand(
    TokenWish wish, Session::TenantSession &session, QString caFile, Output &output,
    Console &console)
    : m_wish(wish)
    , m_session(session)
    , m_caFile(std::move(caFile))
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
    // It is new: another one would not live longer.
    const auto remaining = token->remaining(m_session.clock().now());
    if (remaining && *remaining < m_wish.leastLife) {
        m_console.fail(Text::tr("A new token lives for %1 s, and --min-life asks for %2 s. Ask for "
                                "less, or let the "
                                "tenant's API settings give tokens a longer life.")
                           .arg(wholeSeconds(*remaining))
                           .arg(m_wish.leastLife.count()));
        Q_EMIT finished(ExitCode::Refused);
        return;
    }
    m_output.write(printed(*token));
    Q_EMIT finished(ExitCode::Success);
}

QByteArray TokenCommand::printed(const OAuth::AccessToken &token) const
{
    // Only letters, digits and -._~+/= can be in a token (RFC 6750 §2.1; others are refused on arrival), so
    // none of these needs escaping.
    const QByteArrayView value = token.value.reveal();
    switch (m_wish.format) {
    case TokenWish::Format::Raw:
        return value.toByteArray() + '\n';
    case TokenWish::Format::Header:
        return "Authorization: Bearer " + value.toByteArray() + '\n';
    case TokenWish::Format::Env:
        return "export AUTH0_TOKEN='" + value.toByteArray() + "'\n";
    case TokenWish::Format::Json:
        return json(token);
    case TokenWish::Format::Curl:
        return curlLines(token);
    }
    return {};
}

QByteArray TokenCommand::json(const OAuth::AccessToken &token) const
{
    const auto remaining = token.remaining(m_session.clock().now());
    const QDateTime end = token.expiresAt ? m_session.clock().wallAt(*token.expiresAt).toUTC()
                                          : QDateTime();
    const QJsonObject others{
        {u"token_type"_s, u"Bearer"_s},
        {u"expires_in"_s, remaining ? QJsonValue(wholeSeconds(*remaining)) : QJsonValue()},
        {u"expires_at"_s, end.isValid() ? QJsonValue(end.toString(Qt::ISODate)) : QJsonValue()},
        {u"scope"_s,
         token.scopes.isKnown() ? QJsonValue(token.scopes.names().join(u' ')) : QJsonValue()},
    };
    const QByteArray members = oneLineJson(QJsonDocument(others).toJson(QJsonDocument::Compact));
    return "{\"access_token\":\"" + token.value.reveal().toByteArray() + "\"," + members.sliced(1)
        + '\n';
}

QByteArray TokenCommand::curlLines(const OAuth::AccessToken &token) const
{
    const QUrl url = m_session.canListApplications()
        ? m_session.domain().url(u"/api/v2/clients"_s, sampleQuery())
        : QUrl(m_session.audience(), QUrl::StrictMode);
    Base::Result<QString> command = Http::curlCommand(u"GET", url);
    // Some other API whose identifier is no address: there is still a token to be had.
    QString line = command ? *command : u"curl --header \"Authorization: Bearer $TOKEN\""_s;
    if (!m_caFile.isEmpty())
        line += u" --cacert "_s + Http::shellQuoted(m_caFile);
    return "TOKEN='" + token.value.reveal().toByteArray() + "'\n" + line.toUtf8() + '\n';
}

} // namespace Tenantscope::Cli
