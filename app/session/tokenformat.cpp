// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenformat.h"

#include "app/base/clock.h"
#include "app/base/clockskew.h"
#include "app/http/curl.h"
#include "app/session/tenantsession.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;

namespace {

/// Of a request that any token which may list applications is allowed.
QUrlQuery sampleQuery()
{
    QUrlQuery query;
    query.addQueryItem(u"fields"_s, u"client_id,name,app_type"_s);
    query.addQueryItem(u"per_page"_s, u"10"_s);
    return query;
}

/// One word of a POSIX shell: within single quotes nothing but the quote itself means anything.
void appendShellWord(QByteArray &text, QByteArrayView value)
{
    text += '\'';
    for (const char c : value) {
        if (c == '\'')
            text += "'\\''";
        else
            text += c;
    }
    text += '\'';
}

/// A verbatim string of PowerShell, which takes four typographic quotes (U+2018 to U+201B) for the plain one; each is
/// doubled (about_Quoting_Rules).
void appendPowerShellWord(QByteArray &text, QByteArrayView value)
{
    text += '\'';
    for (qsizetype i = 0; i < value.size(); ++i) {
        const QByteArrayView rest = value.sliced(i);
        const bool isTypographic = rest.size() >= 3 && rest.startsWith("\xE2\x80")
            && uchar(rest[2]) >= 0x98 && uchar(rest[2]) <= 0x9B;
        const QByteArrayView character = rest.first(isTypographic ? 3 : 1);
        if (isTypographic || character == "'")
            text.append(character);
        text.append(character);
        i += character.size() - 1;
    }
    text += '\'';
}

/// A value of a `.env` file: bare wherever that is safe, for some readers (docker's --env-file) keep quotes; else as a
/// shell's word. A tilde is not: a shell that reads the file would make a home folder of it.
void appendDotEnvValue(QByteArray &text, QByteArrayView value)
{
    const bool isBare = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || QByteArrayView("-._+/=").contains(c);
    });
    if (isBare)
        text.append(value);
    else
        appendShellWord(text, value);
}

void appendJsonString(QByteArray &text, QByteArrayView value)
{
    constexpr char digits[] = "0123456789abcdef";
    text += '"';
    for (const char c : value) {
        if (c == '"' || c == '\\')
            text += '\\';
        if (uchar(c) >= 0x20) {
            text += c;
        } else {
            text += "\\u00";
            text += digits[uchar(c) >> 4];
            text += digits[uchar(c) & 0xf];
        }
    }
    text += '"';
}

qint64 wholeSeconds(std::chrono::nanoseconds duration)
{
    return std::chrono::duration_cast<std::chrono::seconds>(duration).count();
}

/// When \a token ends, in UTC; invalid: it does not tell.
QDateTime endOf(
    const OAuth::AccessToken &token, const Base::Clock &clock,
    std::optional<std::chrono::seconds> clockSkew)
{
    if (!token.expiresAt)
        return {};
    return Base::correctedWall(clock.wallAt(*token.expiresAt), clockSkew).toUTC();
}

/// The members beside `access_token`, as an object.
QByteArray otherMembers(
    const OAuth::AccessToken &token, const Base::Clock &clock,
    std::optional<std::chrono::seconds> clockSkew)
{
    const auto remaining = token.remaining(clock.now());
    const QDateTime end = endOf(token, clock, clockSkew);
    const QJsonObject members{
        {u"token_type"_s, u"Bearer"_s},
        {u"expires_in"_s, remaining ? QJsonValue(wholeSeconds(*remaining)) : QJsonValue()},
        {u"expires_at"_s, end.isValid() ? QJsonValue(end.toString(Qt::ISODate)) : QJsonValue()},
        {u"scope"_s,
         token.scopes.isKnown() ? QJsonValue(token.scopes.names().join(u' ')) : QJsonValue()},
    };
    return QJsonDocument(members).toJson(QJsonDocument::Compact);
}

void append(
    QByteArray &text, TokenFormat format, const OAuth::AccessToken &token,
    const TokenTarget &target, const Base::Clock &clock,
    std::optional<std::chrono::seconds> clockSkew)
{
    const QByteArrayView value = token.value.reveal();
    switch (format) {
    case TokenFormat::Token:
        text.append(value);
        return;
    case TokenFormat::Header:
        Q_ASSERT(!value.contains('\n') && !value.contains('\r'));
        text.append("Authorization: Bearer ").append(value);
        return;
    case TokenFormat::Export:
        text += "export AUTH0_TOKEN=";
        return appendShellWord(text, value);
    case TokenFormat::PowerShell:
        text += "$env:AUTH0_TOKEN = ";
        return appendPowerShellWord(text, value);
    case TokenFormat::DotEnv:
        text += "AUTH0_TOKEN=";
        return appendDotEnvValue(text, value);
    case TokenFormat::Json:
        text += "{\"access_token\":";
        appendJsonString(text, value);
        text.append(",").append(otherMembers(token, clock, clockSkew).sliced(1));
        return;
    case TokenFormat::CurlWithToken:
        text += "TOKEN=";
        appendShellWord(text, value);
        text.append("\n").append(commandText(CommandFormat::Curl, target).toUtf8());
        return;
    }
}

} // namespace

TokenTarget sampleTarget(const TenantSession &session)
{
    return {
        .url = session.canListApplications()
            ? session.domain().url(u"/api/v2/clients"_s, sampleQuery())
            : QUrl(session.audience(), QUrl::StrictMode),
        .caFile = session.http().caFile()};
}

Base::Secret formatted(
    TokenFormat format, const OAuth::AccessToken &token, const TokenTarget &target,
    const Base::Clock &clock, std::optional<std::chrono::seconds> clockSkew)
{
    constexpr qsizetype longestEscape = 6;
    constexpr qsizetype roomForTheRest = 4096;
    QByteArray text;
    text.reserve(token.value.size() * longestEscape + roomForTheRest); // no copy is left behind
    append(text, format, token, target, clock, clockSkew);
    const Base::Secret secret(text);
    Base::wipe(text);
    return secret;
}

QString commandText(CommandFormat format, const TokenTarget &target)
{
    if (format == CommandFormat::Curl) {
        const Base::Result<QString> command = Http::curlCommand(u"GET", target.url);
        // Some other API whose identifier is no address: there is still a token to be had.
        QString line = command ? *command : u"curl --header \"Authorization: Bearer $TOKEN\""_s;
        if (!target.caFile.isEmpty())
            line += u" --cacert "_s + Http::shellQuoted(target.caFile);
        return line;
    }
    // printf is the shell's own, and a pipe no file: the token shows neither among a process's arguments nor on a disk.
    QString line = u"printf 'Bearer %s' \"$TOKEN\" | http --ignore-stdin"_s;
    if (!target.caFile.isEmpty())
        line += u" --verify="_s + Http::shellQuoted(target.caFile);
    // A name that never resolves (RFC 2606 §2) stands for an address to be put in.
    const QUrl url = target.url.isValid() ? target.url : QUrl(u"https://api.invalid/"_s);
    line += u" GET "_s + Http::shellQuoted(url.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo))
        + u" Authorization:@/dev/stdin"_s;
    return line;
}

} // namespace Tenantscope::Session
