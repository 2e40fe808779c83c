// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/guard.h"

#include <QHostAddress>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

/// Set by the Client or by Qt, or able to change what the request means on its way.
constexpr std::array reservedHeaders{
    "accept-encoding",
    "authorization",
    "connection",
    "content-length",
    "content-type",
    "cookie",
    "expect",
    "host",
    "keep-alive",
    "proxy-authorization",
    "te",
    "trailer",
    "upgrade",
    "transfer-encoding",
    "user-agent",
    "x-http-method",
    "x-method",
    "x-http-method-override",
    "x-method-override"};

Error readOnly(const QString &detail)
{
    return {.kind = ErrorKind::ReadOnly, .detail = detail};
}

Error badUrl(const Request &request, const QString &detail)
{
    return {.kind = ErrorKind::InvalidDomain, .subject = request.url.host(), .detail = detail};
}

/// A token (RFC 9110 §5.6.2).
bool isToken(QByteArrayView name)
{
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](char c) {
        const bool alphanumeric = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z')
            || (c >= 'a' && c <= 'z');
        return alphanumeric || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
    });
}

/// No control but TAB: CR, LF and NUL would start another line or end this one.
bool isFieldValue(QByteArrayView value)
{
    return std::all_of(value.begin(), value.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte == '\t' || (byte >= 0x20 && byte != 0x7F);
    });
}

std::optional<Error> methodRefusal(const Request &request)
{
    if (request.method == "GET") {
        if (!request.body.isEmpty() || request.makeBody)
            return readOnly(u"a GET carries no body"_s);
        return std::nullopt;
    }
    const bool isTokenRequest = request.method == "POST"
        && request.url.path(QUrl::FullyEncoded) == tokenPath && !request.url.hasQuery();
    if (!isTokenRequest)
        return readOnly(u"only GET, and POST to the token endpoint, are sent"_s);
    return std::nullopt;
}

std::optional<Error> urlRefusal(const Request &request)
{
    const QUrl &url = request.url;
    if (!url.isValid() || url.host().isEmpty())
        return badUrl(request, u"not a URL with a host"_s);
    if (!url.userInfo().isEmpty() || url.authority().contains(u'@'))
        return badUrl(request, u"user information in the URL"_s);
    if (url.hasFragment())
        return badUrl(request, u"a fragment is never sent"_s);
    if (isLoopback(url))
        return url.scheme() == "https"_L1 || url.scheme() == "http"_L1
            ? std::nullopt
            : std::optional(badUrl(request, u"neither https nor http"_s));
    if (url.scheme() != "https"_L1)
        return badUrl(request, u"not https"_s);
    if (url.port(443) != 443 || QHostAddress().setAddress(url.host()))
        return badUrl(request, u"a port or an IP address, which is for loopback only"_s);
    return std::nullopt;
}

std::optional<Error> headerRefusal(const Request &request)
{
    for (const Header &field : request.headers.fields()) {
        if (!isToken(field.name) || !isFieldValue(field.value))
            return readOnly(u"malformed header field"_s);
        const QByteArray name = field.name.toLower();
        if (std::find(reservedHeaders.begin(), reservedHeaders.end(), name)
            != reservedHeaders.end())
            return readOnly(u"header field not for callers: "_s + QString::fromLatin1(name));
    }
    if (!isFieldValue(request.bearer.reveal()))
        return readOnly(u"malformed bearer"_s);
    return std::nullopt;
}

} // namespace

std::optional<Error> refusal(const Request &request)
{
    if (std::optional<Error> error = methodRefusal(request))
        return error;
    if (std::optional<Error> error = urlRefusal(request))
        return error;
    return headerRefusal(request);
}

bool isLoopback(const QUrl &url)
{
    QHostAddress address;
    return url.host() == "localhost"_L1 || (address.setAddress(url.host()) && address.isLoopback());
}

} // namespace Tenantscope::Http
