// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokentext.h"

#include "app/base/plaintext.h"
#include "app/cli/jsontext.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/jwt/strictjson.h"
#include "app/session/tokenmembers.h"
#include "app/session/verdictwords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Session::TokenMember;

namespace {

constexpr int longestName = 24; // columns; a longer one pushes its own line only
constexpr qsizetype longestValue = 8'000;

/// The time \a name tells, in UTC, as it is here where that differs, and against \a now.
QString timeText(const QString &name, const QDateTime &time, const QDateTime &now)
{
    const QString format = u"yyyy-MM-dd hh:mm:ss"_s;
    QString text = Text::tr("%1 UTC").arg(time.toUTC().toString(format));
    const QDateTime local = time.toLocalTime();
    if (local.offsetFromUtc() != 0)
        text += u", "_s + Text::tr("%1 here").arg(local.toString(format));
    QString relative = Session::relativeText(time, now);
    if (name == "exp"_L1)
        relative = (time > now ? Text::tr("expires %1") : Text::tr("expired %1")).arg(relative);
    return text + u" ("_s + relative + u')';
}

/// Prints members in columns: name, meaning, value.
class Columns final
{
public:
    explicit Columns(const QList<TokenMember> &members)
    {
        for (const TokenMember &member : members) {
            m_nameWidth = std::max(m_nameWidth, displayWidth(Base::plainLine(member.name)));
            m_meaningWidth = std::max(m_meaningWidth, displayWidth(member.meaning));
        }
        m_nameWidth = std::min(m_nameWidth, longestName);
    }

    [[nodiscard]] QString entry(const TokenMember &member, const QDateTime &now) const
    {
        QString text = u"  "_s + padded(Base::plainLine(member.name), m_nameWidth) + u"  "_s;
        if (m_meaningWidth > 0)
            text += padded(member.meaning, m_meaningWidth) + u"  "_s;
        const QString indent = u'\n' + QString(displayWidth(text), u' ');
        if (member.time)
            return text + timeText(member.name, *member.time, now) + u'\n';
        QStringList safe;
        for (const QString &line : member.lines)
            safe.append(Base::plainLine(line, longestValue));
        return text + safe.join(indent) + u'\n';
    }

private:
    int m_nameWidth = 0;
    int m_meaningWidth = 0;
};

QString partText(const QString &title, const QList<TokenMember> &members, const QDateTime &now)
{
    QString text = title + u'\n';
    const Columns columns(members);
    for (const TokenMember &member : members)
        text += columns.entry(member, now);
    return text;
}

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return oneLineJson(list.sliced(1, list.size() - 2));
}

/// The JSON in \a part as it stands there, so long as all who read it can read that; null when nothing can.
QByteArray jsonOf(QByteArrayView part, bool isReadable)
{
    const std::optional<QByteArray> json = isReadable ? Jwt::base64UrlDecode(part) : std::nullopt;
    if (!json)
        return "null";
    return oneLineJson(
        Jwt::isStrict(*json) ? *json
                             : QJsonDocument::fromJson(*json).toJson(QJsonDocument::Compact));
}

} // namespace

QString tokenText(QByteArrayView token, const Jwt::Verdict &verdict, const QDateTime &now)
{
    const Jwt::DecodedToken decoded{
        .header = Jwt::decodeHeader(token).value_or(QJsonObject()),
        .claims = Jwt::decodeUnsigned(token).value_or(Jwt::DecodedToken()).claims};
    QList<TokenMember> header;
    QList<TokenMember> claims;
    for (const TokenMember &member : Session::membersOf(decoded))
        (member.part == TokenMember::Part::Header ? header : claims).append(member);
    QString text = partText(Text::tr("Header"), header, now);
    if (!claims.isEmpty())
        text += u'\n' + partText(Text::tr("Claims"), claims, now);
    return text + u'\n'
        + Text::tr("%1: %2").arg(
            Session::outcomeText(verdict.outcome()), Session::verdictText(verdict))
        + u'\n';
}

QByteArray tokenJson(QByteArrayView token, const Jwt::Verdict &verdict)
{
    const QList<QByteArray> parts = token.toByteArray().split('.');
    const QByteArray header = jsonOf(parts.value(0), Jwt::decodeHeader(token).has_value());
    const QByteArray claims = jsonOf(parts.value(1), Jwt::decodeUnsigned(token).has_value());
    const QByteArray reason = quoted(Session::verdictText(verdict));
    const auto named = [](QLatin1StringView name) {
        const QByteArray text = QByteArray("\"") + name.data() + '"';
        return text;
    };
    return "{\"header\":" + header + ",\"claims\":" + claims
        + ",\"verdict\":" + named(nameOf(verdict.outcome())) + ",\"reason\":" + reason
        + ",\"code\":" + named(nameOf(verdict.reason)) + "}\n";
}

} // namespace Tenantscope::Cli
