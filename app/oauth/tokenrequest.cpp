// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenrequest.h"

#include "app/oauth/clientassertion.h"

#include <utility>
#include <vector>

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

/// Name and value of a parameter; views of what the caller holds.
using Parameter = std::pair<QByteArrayView, QByteArrayView>;

/// The form with what authenticates the client in its middle.
Base::Secret formWith(
    const Tenant::Credentials &credentials, const std::vector<Parameter> &authentication)
{
    const QByteArray clientId = credentials.clientId.toUtf8();
    const QByteArray audience = credentials.audience.toUtf8();
    const QByteArray organization = credentials.organization.toUtf8();
    std::vector<Parameter> parameters{
        {"grant_type", "client_credentials"}, {"client_id", clientId}};
    parameters.insert(parameters.end(), authentication.begin(), authentication.end());
    parameters.emplace_back("audience", audience);
    if (!organization.isEmpty())
        parameters.emplace_back("organization", organization);

    qsizetype room = 0;
    for (const auto &[name, value] : parameters)
        room += name.size() + 3 * value.size() + 2;
    QByteArray form;
    form.reserve(room);
    for (const auto &[name, value] : parameters) {
        if (!form.isEmpty())
            form += '&';
        form += name;
        form += '=';
        appendEncoded(form, value);
    }
    Q_ASSERT(form.size() <= room);
    Base::Secret secret{QByteArrayView(form)};
    Base::wipe(form);
    return secret;
}

Base::Result<Base::Secret> assertedForm(
    const Tenant::Credentials &credentials, const QDateTime &now)
{
    const Base::Result<Base::Secret> assertion = clientAssertion(credentials, now);
    if (!assertion)
        return Base::failure(assertion.error());
    return formWith(
        credentials,
        {{"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
         {"client_assertion", assertion->reveal()}});
}

} // namespace

Http::Request tokenRequest(
    const Tenant::Credentials &credentials, std::function<QDateTime()> now,
    const Http::Policy &policy)
{
    Http::Request request;
    request.method = "POST";
    request.url = credentials.domain.url(u"/oauth/token"_s);
    request.bucket = Http::Bucket::Authentication;
    request.policy = policy;
    // An assertion is accepted once and for a minute. A server that failed (5xx) may have taken note of it, and the
    // wait after a 429 may outlast it: sent again, either would turn a passing trouble into a refusal.
    if (credentials.privateKey)
        request.makeBody = [credentials, now = std::move(now)] {
            return assertedForm(credentials, now());
        };
    else
        request.body = formWith(
            credentials, {{"client_secret", credentials.clientSecret.reveal()}});
    return request;
}

} // namespace Tenantscope::OAuth
