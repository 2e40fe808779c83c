// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tokentext.h"

#include "app/base/plaintext.h"
#include "app/cli/jsontext.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/jwt/base64url.h"
#include "app/jwt/decode.h"
#include "app/session/verdictwords.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <span>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestName = 24; // columns; a longer one pushes its own line only
constexpr qsizetype longestValue = 8'000;

struct Member
{
    QLatin1StringView name;
    const char *meaning; ///< untranslated
};

constexpr Member headerMembers[] = {
    {"alg"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "signed by")},
    {"enc"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "encrypted by")},
    {"typ"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "type")},
    {"kid"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "key")},
};

constexpr Member claims[] = {
    {"iss"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "issuer")},
    {"sub"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "subject")},
    {"aud"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "audience")},
    {"azp"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "application")},
    {"client_id"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "application")},
    {"gty"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "grant type")},
    {"org_id"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "organization")},
    {"org_name"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "organization")},
    {"jti"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "token ID")},
    {"iat"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "issued")},
    {"nbf"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "valid from")},
    {"exp"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "valid until")},
    {"scope"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "scopes")},
    {"permissions"_L1, QT_TRANSLATE_NOOP("Tenantscope::Cli", "permissions")},
};

/// The time \a name tells, in UTC, as it is here where that differs, and against \a now.
QString timeText(QLatin1StringView name, const QDateTime &time, const QDateTime &now)
{
    const QString format = u"yyyy-MM-dd hh:mm:ss"_s;
    QString text = Text::tr("%1 UTC").arg(time.toUTC().toString(format));
    const QDateTime local = time.toLocalTime();
    if (local.offsetFromUtc() != 0)
        text += u", "_s + Text::tr("%1 here").arg(local.toString(format));
    QString relative = relativeText(time, now);
    if (name == "exp"_L1)
        relative = (time > now ? Text::tr("expires %1") : Text::tr("expired %1")).arg(relative);
    return text + u" ("_s + relative + u')';
}

QString asJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

/// \a value as lines; a scope, like each element of a list of texts, has one of its own.
QStringList linesOf(QLatin1StringView name, const QJsonValue &value)
{
    if (name == "scope"_L1 && value.isString())
        return value.toString().split(u' ', Qt::SkipEmptyParts);
    if (value.isString())
        return {value.toString()};
    QStringList lines;
    for (const QJsonValue &element : value.toArray())
        lines.append(element.isString() ? element.toString() : asJson(element));
    return lines.isEmpty() ? QStringList{asJson(value)} : lines;
}

/// Prints members in columns: name, meaning, value.
class Columns final
{
public:
    Columns(const QJsonObject &object, std::span<const Member> known)
        : m_object(object)
        , m_known(known)
    {
        for (const QString &name : object.keys())
            m_nameWidth = std::max(m_nameWidth, displayWidth(Base::plainLine(name)));
        m_nameWidth = std::min(m_nameWidth, longestName);
        for (const Member &member : known) {
            if (object.contains(member.name))
                m_meaningWidth = std::max(m_meaningWidth, displayWidth(Text::tr(member.meaning)));
        }
    }

    /// The known members in their order, then all others.
    [[nodiscard]] QString text(const Jwt::DecodedToken &token, const QDateTime &now) const
    {
        QString text;
        for (const Member &member : m_known) {
            if (m_object.contains(member.name))
                text += entry(
                    member.name, Text::tr(member.meaning), valueLines(member.name, token, now));
        }
        for (const QString &name : m_object.keys()) {
            if (!isKnown(name))
                text += entry(name, {}, linesOf({}, m_object.value(name)));
        }
        return text;
    }

private:
    [[nodiscard]] bool isKnown(const QString &name) const
    {
        return std::any_of(m_known.begin(), m_known.end(), [&name](const Member &member) {
            return member.name == name;
        });
    }

    [[nodiscard]] QStringList valueLines(
        QLatin1StringView name, const Jwt::DecodedToken &token, const QDateTime &now) const
    {
        const std::optional<QDateTime> time = name == "iat"_L1 ? token.issuedAt()
            : name == "nbf"_L1                                 ? token.notBefore()
            : name == "exp"_L1                                 ? token.expiresAt()
                                                               : std::nullopt;
        return time ? QStringList{timeText(name, *time, now)} : linesOf(name, m_object.value(name));
    }

    [[nodiscard]] QString entry(
        const QString &name, const QString &meaning, const QStringList &lines) const
    {
        QString text = u"  "_s + padded(Base::plainLine(name), m_nameWidth) + u"  "_s;
        if (m_meaningWidth > 0)
            text += padded(meaning, m_meaningWidth) + u"  "_s;
        const QString indent = u'\n' + QString(displayWidth(text), u' ');
        QStringList safe;
        for (const QString &line : lines)
            safe.append(Base::plainLine(line, longestValue));
        return text + safe.join(indent) + u'\n';
    }

    const QJsonObject &m_object;
    std::span<const Member> m_known;
    int m_nameWidth = 0;
    int m_meaningWidth = 0;
};

/// The JSON in \a part as it stands there; null when nothing can read it.
QByteArray jsonOf(QByteArrayView part, bool isReadable)
{
    const std::optional<QByteArray> json = isReadable ? Jwt::base64UrlDecode(part) : std::nullopt;
    return json ? oneLineJson(*json) : QByteArray("null");
}

} // namespace

QString tokenText(QByteArrayView token, const Jwt::Verdict &verdict, const QDateTime &now)
{
    const Jwt::DecodedToken decoded{
        .header = Jwt::decodeHeader(token).value_or(QJsonObject()),
        .claims = Jwt::decodeUnsigned(token).value_or(Jwt::DecodedToken()).claims};
    QString text = Text::tr("Header") + u'\n'
        + Columns(decoded.header, headerMembers).text(decoded, now);
    if (!decoded.claims.isEmpty())
        text += u'\n' + Text::tr("Claims") + u'\n'
            + Columns(decoded.claims, claims).text(decoded, now);
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
    const QByteArray reason = oneLineJson(asJson(Session::verdictText(verdict)).toUtf8());
    const auto named = [](QLatin1StringView name) {
        const QByteArray text = QByteArray("\"") + name.data() + '"';
        return text;
    };
    return "{\"header\":" + header + ",\"claims\":" + claims
        + ",\"verdict\":" + named(nameOf(verdict.outcome())) + ",\"reason\":" + reason
        + ",\"code\":" + named(nameOf(verdict.reason)) + "}\n";
}

QString relativeText(const QDateTime &time, const QDateTime &now)
{
    const qint64 seconds = now.secsTo(time);
    const qint64 size = std::abs(seconds);
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    QString span;
    if (size < 2 * minute)
        span = Text::tr("%1 s").arg(size);
    else if (size < 2 * hour)
        span = Text::tr("%1 min").arg(size / minute);
    else if (size < 2 * day)
        span = Text::tr("%1 h %2 min").arg(size / hour).arg(size % hour / minute);
    else
        span = Text::tr("%1 d").arg(size / day);
    return seconds > 0 ? Text::tr("in %1").arg(span) : Text::tr("%1 ago").arg(span);
}

} // namespace Tenantscope::Cli
