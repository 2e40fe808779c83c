// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/oauth/tokenresponse.h"
#include "app/session/wording.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

namespace TokenProblem = OAuth::TokenProblem;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// The audience the tenant's words complain of; empty when they name none.
QString namedAudience(const Base::Error &error)
{
    static const QRegularExpression url(uR"(https?://[^\s"'<>,;]+)"_s);
    return Base::plainLine(url.match(error.description).captured(), 300);
}

/// Which audience to type: auth0 docs, "Get Management API access tokens": the tenant's own host, with the slash.
QString audienceAdvice(const QString &refused)
{
    if (refused.endsWith("/api/v2"_L1))
        return Text::tr("Type it with the slash at its end: %1/").arg(refused);
    const QString host = QUrl(refused).host();
    if (host.isEmpty() || host.endsWith(".auth0.com"_L1))
        return Text::tr("Type the Management API's identifier of this tenant: "
                        "https://TENANT/api/v2/, with the slash at "
                        "its end.");
    return Text::tr(
        "With a custom domain the audience stays that of the tenant's own host, for example "
        "https://contoso.eu.auth0.com/api/v2/: type that one.");
}

Sentence describeUnknownAudience(const Base::Error &error, Doing doing)
{
    const QString audience = namedAudience(error);
    const QString why = audience.isEmpty()
        ? Text::tr("The tenant knows no API with this audience (%1).").arg(statusAndCode(error))
        : Text::tr("The tenant knows no API with the audience %1 (%2).")
              .arg(audience, statusAndCode(error));
    return {opening(doing), why, audienceAdvice(audience), {}, Remedy::EditAudience};
}

Sentence describeNoGrant(const Base::Error &error, Doing doing)
{
    const QString audience = namedAudience(error);
    const bool isManagement = audience.isEmpty() || audience.contains("/api/v2"_L1);
    return {
        opening(doing),
        isManagement ? Text::tr("This application has no client grant for the Management API (%1).")
                           .arg(statusAndCode(error))
                     : Text::tr("This application has no client grant for the API %1 (%2).")
                           .arg(audience, statusAndCode(error)),
        Text::tr("In the Auth0 Dashboard open Applications, APIs, then this API; authorize the "
                 "application there and "
                 "choose its scopes. Then get a token again."),
        {},
        Remedy::Retry};
}

Sentence describeWrongClient(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The client ID or client secret is wrong (%1). Both are reported the same way, "
                 "and so are a rotated "
                 "secret and an application that does not authenticate by client_secret_post.")
            .arg(statusAndCode(error)),
        Text::tr("Compare both with the application's settings, then get a token again."),
        {},
        Remedy::EditClient};
}

Sentence describeWrongKey(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The tenant does not accept what the private key signed (%1): the key may not be "
                 "registered with this application, or have expired there, the algorithm or the "
                 "client ID may be another, or this computer's clock wrong.")
            .arg(statusAndCode(error)),
        Text::tr("In the Auth0 Dashboard open the application's credentials: its authentication "
                 "method must be Private Key JWT, and the key and its algorithm (--signing-alg) "
                 "those used here. Compare the client ID, and see that the clock is right to 10 "
                 "seconds."),
        {},
        Remedy::EditClient};
}

Sentence describeGrantType(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("This application may not use the client credentials grant (%1).")
            .arg(statusAndCode(error)),
        Text::tr("Use a machine-to-machine application, or allow that grant type in its advanced "
                 "settings."),
        {},
        Remedy::EditClient};
}

Sentence describeRefusal(const Base::Error &error, Doing doing)
{
    if (says(error, "service not enabled"_L1) || says(error, "service not found"_L1))
        return describeUnknownAudience(error, doing);
    if (says(error, "client-grant"_L1) || says(error, "client grant"_L1)
        || says(error, "not authorized to access"_L1))
        return describeNoGrant(error, doing);
    if (error.code == "unauthorized_client"_L1
        || says(error, "grant type 'client_credentials' not allowed"_L1))
        return describeGrantType(error, doing);
    if (error.status == 401 || error.code == "invalid_client"_L1)
        return error.detail == TokenProblem::assertionRefused ? describeWrongKey(error, doing)
                                                              : describeWrongClient(error, doing);
    if (error.code.contains("dpop"_L1, Qt::CaseInsensitive) || says(error, "dpop"_L1))
        return {
            opening(doing),
            Text::tr("This application must prove that it holds a key (DPoP, %1), which "
                     "Tenantscope cannot do.")
                .arg(statusAndCode(error)),
            Text::tr("Use an application without sender-constrained tokens."),
            {},
            Remedy::EditClient};
    if (error.code == "unsupported_grant_type"_L1)
        return {
            opening(doing),
            Text::tr("The server does not offer the client credentials grant (%1).")
                .arg(statusAndCode(error)),
            Text::tr("Check that the domain is an Auth0 tenant's."),
            {},
            Remedy::EditDomain};
    if (error.code == "invalid_request"_L1)
        return {
            opening(doing),
            Text::tr("The tenant finds the request incomplete or contradictory (%1).")
                .arg(statusAndCode(error)),
            Text::tr(
                "Check the audience and the application, with the tenant's own words in mind."),
            {},
            Remedy::EditAudience};
    return {
        opening(doing),
        Text::tr("The tenant refused the request (%1).").arg(statusAndCode(error)),
        Text::tr("Its own words say more; check the application's settings, then try again."),
        {},
        Remedy::Retry};
}

Sentence describeUnusable(const Base::Error &error, Doing doing)
{
    const QString settings = Text::tr("Check the API's token settings in the Auth0 Dashboard.");
    if (error.detail == TokenProblem::type)
        return {
            opening(doing),
            Text::tr("The token is of the type %1; Tenantscope uses Bearer tokens only.")
                .arg(subjectOf(error)),
            settings,
            {},
            Remedy::None};
    if (error.detail == TokenProblem::expiredOnArrival)
        return {
            opening(doing),
            Text::tr("The token had expired on arrival."),
            Text::tr("Check the token lifetime in the API's settings."),
            {},
            Remedy::Retry};
    return {
        opening(doing),
        Text::tr("The token holds characters that a bearer token cannot have."),
        Text::tr("Check that the domain is an Auth0 tenant's."),
        {},
        Remedy::EditDomain};
}

Sentence describeNoToken(const Base::Error &error, Doing doing)
{
    const QString getToken = Text::tr("Get a token, then try again.");
    if (error.detail == TokenProblem::noCredentials)
        return {
            opening(doing),
            Text::tr("There are no credentials to get a token with."),
            Text::tr("Sign in first."),
            {},
            Remedy::EditClient};
    if (error.detail == TokenProblem::lifeTooShort)
        return {
            opening(doing),
            Text::tr("Even a new token lives shorter than asked for."),
            Text::tr("Ask for less, or raise the token lifetime in the API's settings."),
            {},
            Remedy::None};
    if (error.detail == TokenProblem::expiredOnArrival)
        return describeUnusable(error, doing);
    if (error.detail == TokenProblem::expired)
        return {
            opening(doing),
            Text::tr("The token expired, and no new one could be got."),
            getToken,
            {},
            Remedy::GetNewToken};
    return {
        opening(doing), Text::tr("There is no valid token."), getToken, {}, Remedy::GetNewToken};
}

} // namespace

Sentence describeToken(const Base::Error &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::TokenRefused:
        return describeRefusal(error, doing);
    case ErrorKind::TokenUnusable:
        return describeUnusable(error, doing);
    default:
        return describeNoToken(error, doing);
    }
}

} // namespace Tenantscope::Session
