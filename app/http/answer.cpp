// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/answer.h"

#include "app/base/jsonscanner.h"
#include "app/base/plaintext.h"
#include "app/http/quota.h"
#include "app/http/redaction.h"
#include "app/http/retry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStringBuilder>
#include <QUrl>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

constexpr int deepestJson = 64;
constexpr qsizetype excerptLength = 200;

QByteArray mediaType(const Headers &headers)
{
    return headers.value("content-type").split(';').constFirst().trimmed().toLower();
}

bool isJsonType(QByteArrayView type)
{
    return type == "application/json" || type == "text/json"
        || (type.startsWith("application/") && type.endsWith("+json"));
}

QString excerpt(const QByteArray &body)
{
    const QString text = QString::fromUtf8(body.left(4 * excerptLength)).simplified();
    return Base::plainLine(redactedMessage(text), excerptLength);
}

QString requestId(const Headers &headers)
{
    const QByteArray own = headers.value("x-auth0-requestid");
    return QString::fromLatin1(own.isEmpty() ? headers.value("cf-ray") : own);
}

Error noAnswer(ErrorKind kind, const Response &response, const QString &detail)
{
    return {
        .kind = kind,
        .subject = QString::fromLatin1(response.headers.value("content-type")),
        .detail = detail,
        .status = response.status,
        .requestId = requestId(response.headers),
    };
}

/// True for a number, string or literal that stands alone: JSON, though QJsonDocument refuses it.
bool isLoneScalar(const QByteArray &body)
{
    const QByteArray wrapped = '[' % body % ']';
    const QJsonArray array = QJsonDocument::fromJson(wrapped).array();
    return array.size() == 1 && !array.first().isArray() && !array.first().isObject();
}

/// The string at \a key, or strings of an array there, one after the other.
QString text(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    if (!value.isArray())
        return value.toString();
    QStringList parts;
    for (const QJsonValue &part : value.toArray())
        parts.append(part.toString());
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

void readErrorBody(Error &error, const Response &response)
{
    const QByteArray type = mediaType(response.headers);
    const bool mayBeJson = isJsonType(type)
        || (type != "text/html" && response.body.trimmed().startsWith('{'));
    const QJsonObject object = mayBeJson && Base::jsonDepth(response.body) <= deepestJson
        ? QJsonDocument::fromJson(response.body).object()
        : QJsonObject();
    if (object.isEmpty()) {
        error.detail = QString::fromLatin1(type);
        if (type == "text/plain" || type.isEmpty())
            error.description = excerpt(response.body);
        return;
    }
    error.code = text(object, "errorCode"_L1);
    if (error.code.isEmpty())
        error.code = text(object, "error"_L1);
    error.description = text(object, "error_description"_L1);
    if (error.description.isEmpty())
        error.description = text(object, "message"_L1);
    error.description = redactedMessage(error.description);
    error.uri = redactedMessage(text(object, "error_uri"_L1));
}

/// The scopes of which one is needed. Auth0 writes them after four different punctuations, parted by comma,
/// blank or "and".
QStringList namedScopes(const QString &description)
{
    const qsizetype start = description.indexOf("nsufficient scope"_L1);
    if (start < 0)
        return {};
    static const QRegularExpression scope(u"[a-z]+:[a-z_]+"_s);
    QStringList names;
    for (auto match = scope.globalMatch(description, start); match.hasNext();) {
        const QString name = match.next().captured();
        if (!names.contains(name))
            names.append(name);
    }
    return names;
}

/// `insufficient_scope` also comes with "upgrade your subscription", which no scope mends.
ErrorKind forbiddenKind(const Error &error)
{
    const bool speaksOfScopes = error.description.contains("scope"_L1, Qt::CaseInsensitive)
        || error.description.isEmpty();
    const bool lacksScope = !error.scopes.isEmpty()
        || (error.code == "insufficient_scope"_L1 && speaksOfScopes);
    return lacksScope ? ErrorKind::MissingScope : ErrorKind::Forbidden;
}

ErrorKind kindOf(int status, const Error &error)
{
    switch (status) {
    case 401:
        return ErrorKind::Unauthorized;
    case 403:
        return forbiddenKind(error);
    case 404:
        return ErrorKind::NotFound;
    case 429:
        return ErrorKind::RateLimited;
    default:
        return status >= 500 ? ErrorKind::ServerFailed : ErrorKind::UnexpectedStatus;
    }
}

/// A redirect: whereto, without path or credentials. A relative one stays on the host.
Error redirection(const Response &response)
{
    const QUrl target = QUrl::fromEncoded(response.headers.value("location"));
    QString host = target.host();
    if (!host.isEmpty() && target.port() >= 0)
        host = host % u':' % QString::number(target.port());
    return {
        .kind = ErrorKind::Redirected,
        .subject = host,
        .detail = target.scheme(),
        .status = response.status,
        .requestId = requestId(response.headers),
    };
}

} // namespace

Base::Result<Response> readAnswer(Response response)
{
    if (response.body.trimmed().isEmpty())
        return Base::failure(noAnswer(ErrorKind::EmptyAnswer, response, {}));
    if (!isJsonType(mediaType(response.headers))) {
        Error error = noAnswer(ErrorKind::NotJson, response, {});
        error.description = excerpt(response.body);
        return Base::failure(std::move(error));
    }
    if (Base::jsonDepth(response.body) > deepestJson)
        return Base::failure(noAnswer(ErrorKind::Malformed, response, u"nested too deeply"_s));
    QJsonParseError parseError;
    response.json = QJsonDocument::fromJson(response.body, &parseError);
    if (response.json.isNull() && !isLoneScalar(response.body))
        return Base::failure(noAnswer(ErrorKind::Malformed, response, parseError.errorString()));
    return response;
}

Error errorFrom(const Response &response)
{
    if (response.status >= 300 && response.status < 400 && response.headers.contains("location"))
        return redirection(response);
    Error error = noAnswer(ErrorKind::UnexpectedStatus, response, {});
    error.subject.clear();
    readErrorBody(error, response);
    if (response.status == 403)
        error.scopes = namedScopes(error.description);
    error.kind = kindOf(response.status, error);
    if (const QString quota = usedUpQuota(response.headers);
        error.kind == ErrorKind::RateLimited && !quota.isEmpty())
        error.detail = quota;
    // The limit's reset says nothing of when a failed server is back.
    const bool namesTime = error.kind == ErrorKind::RateLimited
        || (error.kind == ErrorKind::ServerFailed && response.headers.contains("retry-after"));
    if (const auto wait = requestedWait(response.headers); namesTime && wait)
        error.retryAt = response.receivedAt + *wait;
    return error;
}

} // namespace Tenantscope::Http
