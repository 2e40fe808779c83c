// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenmembers.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdlib>
#include <span>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenMember)
};

struct Known
{
    QLatin1StringView name;
    const char *meaning; ///< untranslated
};

constexpr Known headerMembers[] = {
    {"alg"_L1, QT_TRANSLATE_NOOP("TokenMember", "signed by")},
    {"enc"_L1, QT_TRANSLATE_NOOP("TokenMember", "encrypted by")},
    {"typ"_L1, QT_TRANSLATE_NOOP("TokenMember", "type")},
    {"kid"_L1, QT_TRANSLATE_NOOP("TokenMember", "key")},
};

constexpr Known claims[] = {
    {"iss"_L1, QT_TRANSLATE_NOOP("TokenMember", "issuer")},
    {"sub"_L1, QT_TRANSLATE_NOOP("TokenMember", "subject")},
    {"aud"_L1, QT_TRANSLATE_NOOP("TokenMember", "audience")},
    {"azp"_L1, QT_TRANSLATE_NOOP("TokenMember", "application")},
    {"client_id"_L1, QT_TRANSLATE_NOOP("TokenMember", "application")},
    {"gty"_L1, QT_TRANSLATE_NOOP("TokenMember", "grant type")},
    {"org_id"_L1, QT_TRANSLATE_NOOP("TokenMember", "organization")},
    {"org_name"_L1, QT_TRANSLATE_NOOP("TokenMember", "organization")},
    {"jti"_L1, QT_TRANSLATE_NOOP("TokenMember", "token ID")},
    {"iat"_L1, QT_TRANSLATE_NOOP("TokenMember", "issued")},
    {"nbf"_L1, QT_TRANSLATE_NOOP("TokenMember", "valid from")},
    {"exp"_L1, QT_TRANSLATE_NOOP("TokenMember", "valid until")},
    {"scope"_L1, QT_TRANSLATE_NOOP("TokenMember", "scopes")},
    {"permissions"_L1, QT_TRANSLATE_NOOP("TokenMember", "permissions")},
};

QString asJson(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QStringList linesOf(const QString &name, const QJsonValue &value)
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

QList<TokenMember> members(
    TokenMember::Part part, const QJsonObject &object, std::span<const Known> known)
{
    QList<TokenMember> all;
    QStringList others = object.keys();
    const auto add = [&](const QString &name, const QString &meaning) {
        all.append(
            {.part = part,
             .name = name,
             .meaning = meaning,
             .lines = linesOf(name, object.value(name))});
    };
    for (const Known &one : known) {
        if (others.removeOne(one.name))
            add(one.name, Text::tr(one.meaning));
    }
    for (const QString &name : std::as_const(others))
        add(name, {});
    return all;
}

QList<TokenMember> membersOfHeader(const QJsonObject &header)
{
    QList<TokenMember> all = members(TokenMember::Part::Header, header, headerMembers);
    for (TokenMember &member : all) {
        // Where the content is encrypted, it says how the key for that is had (RFC 7516, section 4.1.1).
        if (member.name == "alg"_L1 && header.contains("enc"_L1))
            member.meaning = Text::tr("key management");
    }
    return all;
}

} // namespace

QList<TokenMember> membersOf(const Jwt::DecodedToken &token)
{
    QList<TokenMember> all = membersOfHeader(token.header);
    QList<TokenMember> said = members(TokenMember::Part::Claims, token.claims, claims);
    for (TokenMember &member : said) {
        if (member.name == "iat"_L1)
            member.time = token.issuedAt();
        else if (member.name == "nbf"_L1)
            member.time = token.notBefore();
        else if (member.name == "exp"_L1)
            member.time = token.expiresAt();
    }
    return all + said;
}

QString relativeText(const QDateTime &time, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    constexpr qint64 day = 24 * hour;
    const qint64 seconds = now.secsTo(time);
    const qint64 size = std::abs(seconds);
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

} // namespace Tenantscope::Session
