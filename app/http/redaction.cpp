// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/redaction.h"

#include <QRegularExpression>
#include <QStringBuilder>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using Tenantscope::Base::JsonKind;

namespace Tenantscope::Http {

namespace {

const QString mark = redactionMark;

constexpr qsizetype longestPattern = 16 * 1024;

/// Letters and digits of a member name in lower case: `client_secret`, `clientSecret` and `Client-Secret` are one.
QString folded(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

/// Endings of names that hold a credential anywhere.
constexpr std::array secretEndings{
    "secret"_L1,     "secrets"_L1,    "password"_L1,  "passwd"_L1,
    "passphrase"_L1, "privatekey"_L1, "accesskey"_L1, "apikey"_L1,
    "secretkey"_L1,  "masterkey"_L1,  "saskey"_L1,    "signingkey"_L1,
    "token"_L1,      "tokens"_L1,     "assertion"_L1, "authorization"_L1};

/// Of these, what names settings when it is an object: `refresh_token` of an application.
constexpr std::array settingsEndings{"token"_L1, "password"_L1, "authorization"_L1};

/// Private members of a JWK (RFC 7518 §6.2.2, §6.3.2, §6.4.1).
constexpr std::array privateJwkMembers{"d"_L1,  "p"_L1,  "q"_L1,   "dp"_L1,
                                       "dq"_L1, "qi"_L1, "oth"_L1, "k"_L1};

template<typename Endings>
bool endsWithOne(const Endings &endings, const QString &name)
{
    return std::any_of(endings.begin(), endings.end(), [&name](QLatin1StringView ending) {
        return name.endsWith(ending);
    });
}

template<typename Names>
bool isAmong(const Names &names, const QString &name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool isBelow(const QStringList &path, QLatin1StringView name)
{
    return path.size() > 1 && std::find(path.begin(), path.end() - 1, name) != path.end() - 1;
}

/// `signing_keys` and JWK sets: public facts beside private members.
bool isPrivateKeyPart(const QStringList &path, const QString &name)
{
    if (isBelow(path, "signing_keys"_L1) && name == "key"_L1)
        return true;
    const bool inKeys = isBelow(path, "keys"_L1) || isBelow(path, "jwk"_L1)
        || isBelow(path, "jwks"_L1);
    return inKeys && isAmong(privateJwkMembers, name);
}

/// Parameter names of URLs and forms, and what servers write before `=` or `:` in texts.
const QString &namedCredential()
{
    static const QString names =
        u"(?:client_secret|client_assertion|access_token|id_token|refresh_token|password|api_key|token)"_s;
    return names;
}

struct Rule
{
    QRegularExpression pattern;
    QString replacement;
};

/// What looks like a credential in any text.
const QList<Rule> &textRules()
{
    static const QList<Rule> rules{
        // A JWT or JWE, whole or cut: base64url of `{"` leads it.
        {QRegularExpression(u"eyJ[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]*){0,4}"_s), mark},
        {QRegularExpression(
             u"\\b(Bearer|Basic|DPoP)(\\s+)[^\\s\"',;<>]{16,}"_s,
             QRegularExpression::CaseInsensitiveOption),
         u"\\1\\2***"_s},
        // `name=value`, `name: "value"`, also as JSON within a JSON string; objects and literals are settings.
        {QRegularExpression(
             u"("_s % namedCredential()
                 % u"\\\\?[\"']?\\s*[=:]\\s*\\\\?[\"']?)(?!null|true|false)[^\\s\"'&,;{}\\[\\]\\\\]+"_s,
             QRegularExpression::CaseInsensitiveOption),
         u"\\1***"_s},
        {QRegularExpression(u"(\\b[a-z][a-z0-9+.-]*://)[^/?#@\\s]*@"_s), u"\\1***@"_s},
        {QRegularExpression(
             u"-----BEGIN [A-Z ]*PRIVATE KEY-----.*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)"_s,
             QRegularExpression::DotMatchesEverythingOption),
         mark},
    };
    return rules;
}

QByteArray redactedText(QByteArrayView bytes)
{
    // Latin-1 keeps every byte as it is, whatever the encoding.
    return redactedMessage(QString::fromLatin1(bytes)).toLatin1();
}

QString decodedParameter(QByteArrayView encoded)
{
    QByteArray bytes = encoded.toByteArray();
    bytes.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(bytes));
}

QByteArray redactedParameters(QByteArrayView text)
{
    QByteArrayList parts = text.toByteArray().split('&');
    for (QByteArray &part : parts) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && isSecretMember({decodedParameter(QByteArrayView(part).first(equals))}))
            part = part.left(equals + 1)
                % QByteArrayView(redactionMark.data(), redactionMark.size());
    }
    return parts.join('&');
}

bool looksLikeJson(QByteArrayView body)
{
    const QByteArrayView trimmed = body.trimmed();
    return trimmed.startsWith('{') || trimmed.startsWith('[') || trimmed.startsWith('"');
}

} // namespace

bool isSecretMember(const QStringList &path, JsonKind kind)
{
    if (path.isEmpty() || kind == JsonKind::Literal) // true, false, null: settings
        return false;
    const QString name = folded(path.last());
    const bool isContainer = kind == JsonKind::Object || kind == JsonKind::Array;
    if (isContainer && endsWithOne(settingsEndings, name))
        return false;
    if (endsWithOne(secretEndings, name) || isPrivateKeyPart(path, name))
        return true;
    // Other services' keys go by many names there.
    return isBelow(path, "addons"_L1) && !isContainer
        && (name.contains("secret"_L1) || name.contains("password"_L1) || name.endsWith("key"_L1));
}

Headers redactedHeaders(const Headers &headers)
{
    static constexpr std::array credentials{
        "authorization"_L1, "proxy-authorization"_L1, "cookie"_L1, "set-cookie"_L1};
    Headers redacted;
    for (const Header &field : headers.fields()) {
        const QString name = QString::fromLatin1(field.name).toLower();
        QByteArray value = redactedText(field.value);
        if (isAmong(credentials, name))
            value = field.value.startsWith("Bearer ") ? QByteArray("Bearer ***")
                                                      : QByteArray("***");
        redacted.append(field.name, std::move(value));
    }
    return redacted;
}

QString redactedPath(const QUrl &url)
{
    QString path = url.path(QUrl::FullyEncoded);
    if (url.hasQuery())
        path += u'?'
            % QString::fromLatin1(redactedParameters(url.query(QUrl::FullyEncoded).toLatin1()));
    return redactedMessage(path);
}

QByteArray redactedBody(QByteArrayView body, QByteArrayView contentType, qsizetype limit)
{
    const QByteArray type = contentType.toByteArray().toLower();
    QByteArray redacted;
    if (type.contains("x-www-form-urlencoded"))
        redacted = redactedParameters(body);
    else if (type.contains("json") || looksLikeJson(body))
        redacted = Base::maskMembers(body, isSecretMember);
    else
        redacted = body.toByteArray();
    // The patterns need not see more than is shown, and what a credential's end may tell them.
    redacted.truncate(limit + longestPattern);
    redacted = redactedText(redacted);
    redacted.truncate(limit);
    return redacted;
}

QString redactedMessage(QStringView text)
{
    QString redacted = text.toString();
    for (const Rule &rule : textRules())
        redacted.replace(rule.pattern, rule.replacement);
    return redacted;
}

} // namespace Tenantscope::Http
