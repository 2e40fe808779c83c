// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Base::ErrorKind;
using Tenant::DashboardPage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// What the Management API finds wrong with a request: 400, and any other status that has no words of its own.
constexpr Cause objections[] = {
    {{},
     "query validation"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API does not accept a parameter of the query, which its words name (%1). Perhaps a proxy changes addresses, the tenant runs an older version (Private Cloud), or this program is wrong."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Try without the proxy and with the newest Tenantscope; if it stays, report it."),
     Remedy::Retry},
    {{},
     "path validation"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API does not accept a part of the path (%1). Perhaps the client ID that was asked for has a form unknown to it, or a proxy changes addresses."),
     QT_TRANSLATE_NOOP("Sentence", "Compare the client ID, then reload the list."),
     Remedy::Reload,
     DashboardPage::Applications},
    {{},
     "payload validation"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API complains of the body of the request (%1), but Tenantscope sends it "
         "none: a proxy or gateway in between adds one."),
     QT_TRANSLATE_NOOP("Sentence", "Try without the proxy, or from another network."),
     Remedy::Retry},
    {{},
     "only page through the first"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant numbers the pages of its first 1,000 records only (%1), and there are more: "
         "these are to be had from checkpoint to checkpoint."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Reload: the list then goes by checkpoints. If it stays, the tenant refuses these too: "
         "report it."),
     Remedy::Reload},
    {"bearer"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant cannot read the Authorization header (%1): a proxy or gateway before it "
         "changes the header."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Have the header passed through, or use the tenant's own domain instead of the proxy's."),
     Remedy::EditDomain},
};

/// What the tenant's plan leaves out.
constexpr Cause plans[] = {
    {"insufficient_entitlement"_L1,
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's subscription does not include this (%1): the feature is not among its "
         "entitlements. No scope and no other application changes that."),
     QT_TRANSLATE_NOOP("Sentence", "Nothing can be done from here: it takes another plan.")},
    {{},
     "upgrade your subscription"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's subscription does not include this (%1), though its code speaks of "
         "something else."),
     QT_TRANSLATE_NOOP("Sentence", "Nothing can be done from here: it takes another plan.")},
    {{},
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's subscription does not include this (%1): it is a free one, its trial is "
         "over, or it has lapsed."),
     QT_TRANSLATE_NOOP("Sentence", "Nothing can be done from here: it takes a paid plan.")},
};

bool isAboutPlan(const Base::Error &error)
{
    return error.status == 402 || error.code == "insufficient_entitlement"_L1
        || says(error, "upgrade your subscription"_L1);
}

Sentence describeForbidden(const Base::Error &error, Doing doing)
{
    return {
        opening(doing),
        Text::tr("The tenant forbids it (%1).").arg(statusAndCode(error)),
        Text::tr(
            "Its own words say more; check the application's client grant, then get a new token."),
        {},
        Remedy::GetNewToken,
        DashboardPage::Apis};
}

Sentence describeNotFound(const Base::Error &error, Doing doing)
{
    const bool isOfOne = doing == Doing::LoadingDetails || doing == Doing::ReadingSecret;
    if (isOfOne || error.code == "inexistent_client"_L1)
        return {
            opening(doing),
            Text::tr("The application no longer exists (%1): it was deleted meanwhile, or is "
                     "another tenant's.")
                .arg(statusAndCode(error)),
            Text::tr("Reload the list."),
            {},
            Remedy::Reload,
            DashboardPage::Applications};
    return {
        opening(doing),
        Text::tr("%1 has nothing at this address (%2): it may not be an Auth0 tenant.")
            .arg(subjectOf(error), statusAndCode(error)),
        Text::tr("Check the domain."),
        {},
        Remedy::EditDomain};
}

Sentence describeServer(const Base::Error &error, Doing doing)
{
    const bool speaksForItself = !error.code.isEmpty();
    return {
        opening(doing),
        speaksForItself ? Text::tr("The tenant's server failed (%1).").arg(statusAndCode(error))
                        : Text::tr("The tenant's server failed (%1), or a gateway or proxy before "
                                   "it: the answer is not the API's.")
                              .arg(statusAndCode(error)),
        Text::tr("Try again in a while; status.auth0.com tells of disturbances."),
        {},
        Remedy::Retry};
}

Sentence describeUnexpected(const Base::Error &error, Doing doing)
{
    const bool isFirst = doing == Doing::SigningIn || doing == Doing::Renewing;
    return {
        opening(doing),
        Text::tr("The tenant answered in a way not foreseen (%1).").arg(statusAndCode(error)),
        isFirst ? Text::tr("Check the domain, then try again.")
                : Text::tr("Try again. If it stays, the details help whoever looks into it."),
        {},
        Remedy::Retry,
        DashboardPage::Logs};
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
        return isAboutPlan(error) ? *caused(plans, error, doing) : describeForbidden(error, doing);
    case ErrorKind::NotFound:
        return describeNotFound(error, doing);
    case ErrorKind::RateLimited:
        return describeRateLimit(error, doing);
    case ErrorKind::ServerFailed:
        return describeServer(error, doing);
    default: // UnexpectedStatus
        if (isAboutPlan(error))
            return *caused(plans, error, doing);
        return caused(objections, error, doing).value_or(describeUnexpected(error, doing));
    }
}

} // namespace Tenantscope::Session
