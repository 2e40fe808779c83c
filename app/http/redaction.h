// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/base/jsonscanner.h"
#include "app/base/secret.h"
#include "app/http/headers.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace Tenantscope::Http {

struct Request;

/// What stands in the place of a secret.
inline constexpr QLatin1StringView redactionMark{"***"};

/// True for a member name whose value is a credential wherever it stands: `client_secret`,
/// `access_token`, `client_assertion`, private keys, … and, below `addons`, other services' secrets. An object of
/// settings that shares its name with a credential (`refresh_token` of an application) is none.
[[nodiscard]] bool isSecretMember(
    const QStringList &path, Base::JsonKind kind = Base::JsonKind::String);

/// \a headers with credentials (Authorization, Cookie, Set-Cookie, Proxy-Authorization) masked, and in
/// the others all that looks like one.
[[nodiscard]] Headers redactedHeaders(const Headers &headers);

/// Path and query of \a url, with the values of secret parameters masked; userinfo is never part of it.
[[nodiscard]] QString redactedPath(const QUrl &url);

/// A body by its content type: JSON and form bodies with secret members masked; of anything else all that looks
/// like a credential. Never longer than \a limit: cut after masking.
[[nodiscard]] QByteArray redactedBody(
    QByteArrayView body, QByteArrayView contentType, qsizetype limit = 64 * 1024);

/// \a text from a server with everything that looks like a token or a named credential masked.
[[nodiscard]] QString redactedMessage(QStringView text);

/// Redacts what belongs to one request: as the functions above, and in addition every verbatim or
/// percent-encoded copy of the very credentials that the request carries, should a server echo them.
class Redactor final
{
public:
    explicit Redactor(const Request &request);
    ~Redactor();

    /// The request carries the credentials of \a form, too.
    void learn(const Base::Secret &form);

    [[nodiscard]] Headers headers(const Headers &headers) const;
    [[nodiscard]] QString path(const QUrl &url) const;
    [[nodiscard]] QByteArray body(QByteArrayView body, QByteArrayView contentType) const;
    [[nodiscard]] Base::Error error(Base::Error error) const;

private:
    [[nodiscard]] QByteArray clearedBytes(QByteArrayView bytes) const;
    [[nodiscard]] QString cleared(const QString &text) const;

    QList<QByteArray> m_secrets; ///< longest first; wiped at the end
};

} // namespace Tenantscope::Http
