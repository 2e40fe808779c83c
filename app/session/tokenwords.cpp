// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenresponse.h"
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

namespace TokenProblem = OAuth::TokenProblem;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

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
    case ErrorKind::TokenUnusable:
        return describeUnusable(error, doing);
    default:
        return describeNoToken(error, doing);
    }
}

} // namespace Tenantscope::Session
