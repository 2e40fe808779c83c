// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenrequest.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::OAuth {

namespace {

/// Adds \a bytes to \a text as QUrl::toPercentEncoding() would write them; written out because that leaves
/// an unwiped copy of a secret behind. \a text must have the room: growing would leave one, too.
void appendEncoded(QByteArray &text, QByteArrayView bytes)
{
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : bytes) {
        const bool isUnreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
        if (isUnreserved) {
            text += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            text += '%';
            text += digits[byte >> 4];
            text += digits[byte & 0xF];
        }
    }
}

} // namespace

Http::Request tokenRequest(const Tenant::Credentials &credentials, const Http::Policy &policy)
{
    const QByteArray clientId = credentials.clientId.toUtf8();
    const QByteArray audience = credentials.audience.toUtf8();
    const std::array<std::pair<QByteArrayView, QByteArrayView>, 4> parameters{{
        {"grant_type", "client_credentials"},
        {"client_id", clientId},
        {"client_secret", credentials.clientSecret.reveal()},
        {"audience", audience},
    }};

    qsizetype room = 0;
    for (const auto &[name, value] : parameters)
        room += name.size() + 3 * value.size() + 2;
    QByteArray body;
    body.reserve(room);
    for (const auto &[name, value] : parameters) {
        if (!body.isEmpty())
            body += '&';
        body += name;
        body += '=';
        appendEncoded(body, value);
    }
    Q_ASSERT(body.size() <= room);

    Http::Request request;
    request.method = "POST";
    request.url = credentials.domain.url(u"/oauth/token"_s);
    request.body = Base::Secret(body);
    request.bucket = Http::Bucket::Authentication;
    request.policy = policy;
    Base::wipe(body);
    return request;
}

} // namespace Tenantscope::OAuth
