// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Tenant::DashboardPage;

namespace {

/// Why the Management API refuses a token that the same tenant has just given. It was renewed once already.
constexpr Cause refusals[] = {
    {{},
     "expired token"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API finds this token expired (%1), and a renewed one as well. Perhaps the token lifetime in the API's settings is a few seconds only, or a proxy hands out an old token."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Raise the API's token lifetime if it is short, then get a new token."),
     Remedy::GetNewToken,
     DashboardPage::Apis},
    {{},
     "invalid signature"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API refuses this token (%1): another tenant issued it, its signing key was "
         "changed meanwhile, or the token was cut on the way."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Check that domain and audience belong to the same tenant, then get a new token."),
     Remedy::EditAudience,
     DashboardPage::Apis},
    {{},
     "bad audience"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API refuses this token (%1): it is for another API, another tenant's "
         "Management API perhaps, or for this one by a custom domain's name."),
     QT_TRANSLATE_NOOP("Sentence", "Sign in with the Management API's audience of this tenant."),
     Remedy::EditAudience,
     DashboardPage::Apis},
    {{},
     "not global"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API takes this token for an ordinary application's, without access to the Management API (%1). Perhaps the audience is wrong, or the application."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Sign in as a machine-to-machine application that is authorized for the Management API."),
     Remedy::EditClient,
     DashboardPage::Applications},
    {{},
     "missing authentication"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The request arrived without its Authorization header (%1): a proxy or gateway before the "
         "tenant drops it."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Have the header passed through, or use the tenant's own domain instead of the proxy's."),
     Remedy::EditDomain,
     {}},
    {{},
     "authentication header format"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The Authorization header arrived in another form than it was sent in (%1): a proxy or "
         "gateway before the tenant rewrites it."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Have the header passed through unchanged, or use the tenant's own domain instead of the "
         "proxy's."),
     Remedy::EditDomain,
     {}},
    {{},
     "invalid token"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's API cannot read this token (%1). Perhaps it is opaque or encrypted, which the Management API does not take, or was damaged on the way."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Check audience and the API's token settings, then get a new token."),
     Remedy::GetNewToken,
     DashboardPage::Apis},
    {{},
     {},
     QT_TRANSLATE_NOOP(
         "Sentence", "The tenant's API refuses this token (%1), and a renewed one as well."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Get a new token. If that one is refused too, check that domain and audience belong to "
         "the same tenant."),
     Remedy::GetNewToken,
     DashboardPage::Logs},
};

} // namespace

Sentence describeUnauthorized(const Base::Error &error, Doing doing)
{
    return *caused(refusals, error, doing); // the last fits any
}

} // namespace Tenantscope::Session
