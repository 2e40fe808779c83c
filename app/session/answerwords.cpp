// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

bool isLoading(Doing doing)
{
    return doing == Doing::LoadingApplications || doing == Doing::LoadingDetails;
}

Sentence describeUnauthorized(const Base::Error &error, Doing doing)
{
    if (says(error, "bad audience"_L1))
        return {
            opening(doing),
            Text::tr("The tenant's API refuses this token (%1): it is for another API.")
                .arg(statusAndCode(error)),
            Text::tr("Sign in with the Management API's audience of this tenant."),
            {},
            Remedy::EditAudience};
    if (says(error, "invalid signature"_L1))
        return {
            opening(doing),
            Text::tr("The tenant's API refuses this token (%1): another tenant issued it.")
                .arg(statusAndCode(error)),
            Text::tr("Check that domain and audience belong to the same tenant."),
            {},
            Remedy::EditAudience};
    return {
        opening(doing),
        Text::tr("The tenant's API refuses this token (%1), and a renewed one as well.")
            .arg(statusAndCode(error)),
        Text::tr("Get a new token. If that one is refused too, check that domain and audience "
                 "belong to the same "
                 "tenant."),
        {},
        Remedy::GetNewToken};
}

Sentence describeMissingScope(const Base::Error &error, Doing doing)
{
    QStringList scopes;
    for (const QString &scope : error.scopes)
        scopes.append(Base::plainLine(scope, 100));
    if (scopes.isEmpty())
        return {
            opening(doing),
            Text::tr("The token lacks a scope that is needed (%1).").arg(statusAndCode(error)),
            Text::tr("Add read:clients to the client grant, then get a new token."),
            {},
            Remedy::GetNewToken};
    const QString last = scopes.takeLast();
    const QString named = scopes.isEmpty()
        ? last
        : Text::tr("%1 or %2", "scopes").arg(scopes.join(u", "_s), last);
    return {
        opening(doing),
        Text::tr("The token lacks %1 (%2).").arg(named, statusAndCode(error)),
        Text::tr("Add the scope to the client grant, then get a new token."),
        {},
        Remedy::CopyScope};
}

bool isAboutPlan(const Base::Error &error)
{
    return error.status == 402 || error.code == "insufficient_entitlement"_L1
        || says(error, "upgrade your subscription"_L1);
}

Sentence describePlan(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The tenant's subscription does not include this (%1).").arg(statusAndCode(error)),
        Text::tr("Nothing can be done from here: it takes another plan."),
        {},
        Remedy::None};
}

Sentence describeForbidden(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The tenant forbids it (%1).").arg(statusAndCode(error)),
        Text::tr(
            "Its own words say more; check the application's client grant, then get a new token."),
        {},
        Remedy::GetNewToken};
}

Sentence describeNotFound(const Base::Error &error, Doing doing)
{
    if (doing == Doing::LoadingDetails)
        return {
            opening(doing),
            Text::tr("The application no longer exists (%1).").arg(statusAndCode(error)),
            Text::tr("Reload the list."),
            {},
            Remedy::Reload};
    return {
        opening(doing),
        Text::tr("%1 has nothing at this address (%2): it may not be an Auth0 tenant.")
            .arg(subjectOf(error), statusAndCode(error)),
        Text::tr("Check the domain."),
        {},
        Remedy::EditDomain};
}

Sentence describeRateLimit(const Base::Error &error, Doing doing)
{
    if (says(error, "quota"_L1))
        return {
            opening(doing),
            Text::tr("The quota of tokens for this application or organization is used up (%1).")
                .arg(statusAndCode(error)),
            Text::tr("Wait until it is filled again, or have it raised."),
            {},
            Remedy::None};
    const QString why = Text::tr("The tenant asks us to wait for longer than we do (%1): its limit "
                                 "of requests is used up.")
                            .arg(statusAndCode(error));
    if (doing == Doing::LoadingApplications)
        return {
            opening(doing),
            why,
            Text::tr("Go on later: what has arrived stays."),
            {},
            Remedy::Retry};
    return {opening(doing), why, Text::tr("Try again later."), {}, Remedy::Retry};
}

Sentence describeServer(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The tenant's server failed (%1).").arg(statusAndCode(error)),
        Text::tr("Try again in a while; status.auth0.com tells of disturbances."),
        {},
        Remedy::Retry};
}

Sentence describeUnexpected(const Base::Error &error, Doing doing)
{
    const QString now = isLoading(doing)
        ? Text::tr("Try again. If it stays, the details help whoever looks into it.")
        : Text::tr("Check the domain, then try again.");
    return {
        opening(doing),
        Text::tr("The tenant answered in a way not foreseen (%1).").arg(statusAndCode(error)),
        now,
        {},
        Remedy::Retry};
}

} // namespace

Sentence describeAnswer(const Base::Error &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::Unauthorized:
        return describeUnauthorized(error, doing);
    case ErrorKind::MissingScope:
        return describeMissingScope(error, doing);
    case ErrorKind::Forbidden:
        return isAboutPlan(error) ? describePlan(error, doing) : describeForbidden(error, doing);
    case ErrorKind::NotFound:
        return describeNotFound(error, doing);
    case ErrorKind::RateLimited:
        return describeRateLimit(error, doing);
    case ErrorKind::ServerFailed:
        return describeServer(error, doing);
    default: // UnexpectedStatus
        return isAboutPlan(error) ? describePlan(error, doing) : describeUnexpected(error, doing);
    }
}

} // namespace Tenantscope::Session
