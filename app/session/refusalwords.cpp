// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/oauth/tokenresponse.h"
#include "app/session/wording.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Tenant::DashboardPage;

namespace {

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
                        "https://TENANT/api/v2/, with the slash at its end.");
    return Text::tr(
        "With a custom domain the audience stays that of the tenant's own host, for example "
        "https://contoso.eu.auth0.com/api/v2/: type that one.");
}

/// "Service not enabled within domain" and the older "Service not found".
Sentence describeUnknownAudience(const Base::Error &error, Doing doing)
{
    QString audience = namedAudience(error);
    const QString advice = audienceAdvice(audience);
    if (audience.isEmpty())
        audience = Text::tr("that was sent", "audience");
    const QString why = says(error, "service not found"_L1)
        ? Text::tr(
            "No API of the tenant was found by the audience %1 (%2). Perhaps the slash at its end is missing, a letter is wrong, or the API was deleted.")
        : Text::tr(
            "The tenant knows no API with the audience %1 (%2). Perhaps it is made of a custom domain, has a slash too few or too many, or is another tenant's.");
    return {opening(doing),
            why.arg(audience, statusAndCode(error)),
            advice,
            {},
            Remedy::EditAudience,
            DashboardPage::Apis};
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
                 "application there and choose its scopes. Then get a token again."),
        {},
        Remedy::Retry,
        DashboardPage::Apis};
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
        Remedy::EditClient,
        DashboardPage::Application};
}

/// 401: who asks is not believed. `access_denied` is said of an unknown client ID and a wrong secret alike.
constexpr Cause strangers[] = {
    {"invalid_client"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The client ID or client secret is wrong (%1), or the application's authentication method is another. Perhaps the secret was rotated, or the method was changed to Basic, Private Key JWT or mTLS."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "In the application's credentials the method must be Client Secret (Post). Copy its secret "
         "anew, then get a token again."),
     Remedy::EditClient,
     DashboardPage::Application},
    {{},
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The client ID or client secret is wrong (%1). Both are reported the same way, and so are "
         "a rotated secret and an application that does not authenticate by client_secret_post."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Compare both with the application's settings, then get a token again."),
     Remedy::EditClient,
     DashboardPage::Application},
};

Sentence describeGrantType(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr(
            "This application may not use the client credentials grant (%1). Perhaps it is a single-page or native one, or Client Credentials is not ticked among its grant types.")
            .arg(statusAndCode(error)),
        Text::tr("Use a machine-to-machine application, or allow that grant type in its advanced "
                 "settings."),
        {},
        Remedy::EditClient,
        DashboardPage::Application};
}

/// RFC 9449: `use_dpop_nonce`, `invalid_dpop_proof`.
Sentence describeProof(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr(
            "This application must prove that it holds a key (DPoP, %1), which Tenantscope cannot do. Perhaps it is a public one, or its tokens are sender-constrained.")
            .arg(statusAndCode(error)),
        Text::tr("Use a machine-to-machine application without sender-constrained tokens."),
        {},
        Remedy::EditClient,
        DashboardPage::Application};
}

/// Other refusals, by their codes.
constexpr Cause refusals[] = {
    {"unsupported_grant_type"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The server does not offer the client credentials grant (%1). Perhaps the domain is another service's, or a gateway before the tenant changes the request."),
     QT_TRANSLATE_NOOP("Sentence", "Check that the domain is an Auth0 tenant's."),
     Remedy::EditDomain,
     {}},
    {"invalid_request"_L1, "missing required parameter"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant misses a parameter of the token request, which its words name (%1). Perhaps the application needs an organization, or a proxy drops the request's body."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Fill in what is named: audience, organization or client ID. If all are, try without the "
         "proxy."),
     Remedy::EditAudience, DashboardPage::Application},
    {"invalid_request"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Sentence", "The tenant finds the request incomplete or contradictory (%1)."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Check the audience and the application, with the tenant's own words in mind."),
     Remedy::EditAudience,
     DashboardPage::Application},
    {{},
     {},
     QT_TRANSLATE_NOOP("Sentence", "The tenant refused the request (%1)."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Its own words say more; check the application's settings, then try again."),
     Remedy::Retry,
     DashboardPage::Logs},
};

} // namespace

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
        return error.detail == OAuth::TokenProblem::assertionRefused
            ? describeWrongKey(error, doing)
            : *caused(strangers, error, doing);
    if (error.code.contains("dpop"_L1, Qt::CaseInsensitive) || says(error, "dpop"_L1))
        return describeProof(error, doing);
    return *caused(refusals, error, doing); // the last fits any
}

} // namespace Tenantscope::Session
