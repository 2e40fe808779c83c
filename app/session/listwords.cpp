// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/wording.h"

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

Sentence describeCancelled(Doing doing)
{
    switch (doing) {
    case Doing::LoadingApplications:
        return {
            Text::tr("Loading was stopped; the list is incomplete."),
            Text::tr("You stopped it."),
            Text::tr("Continue when you like: what has arrived stays."),
            {},
            Remedy::None};
    case Doing::LoadingDetails:
        return {
            Text::tr("The details were not loaded."),
            Text::tr("You stopped it."),
            Text::tr("Fetch them again when you like."),
            {},
            Remedy::Retry};
    case Doing::ReadingSecret:
        return {
            Text::tr("The client secret was not read."),
            Text::tr("You stopped it."),
            Text::tr("Ask for it again when you like."),
            {},
            Remedy::Retry};
    case Doing::LoadingGrants:
        return {
            Text::tr("Loading the client grants was stopped; the list is incomplete."),
            Text::tr("You stopped it."),
            Text::tr("Reload them when you like."),
            {},
            Remedy::Reload};
    case Doing::SigningIn:
    case Doing::Renewing:
    case Doing::FetchingKeys:
        break;
    }
    return {
        Text::tr("The token request was cancelled."),
        Text::tr("You stopped it."),
        Text::tr("Get a token when you like."),
        {},
        Remedy::None};
}

} // namespace

Sentence describeList(const Base::Error &error, Doing doing)
{
    switch (error.kind) {
    case ErrorKind::ListChanged:
        return {
            Text::tr("The list changed while it was loading."),
            doing == Doing::LoadingGrants
                ? Text::tr("Some client grants were added or removed meanwhile, so that others may "
                           "have been passed over.")
                : Text::tr("Some applications were added or removed meanwhile, so that others may "
                           "have been passed over."),
            Text::tr("Reload to have all of them."),
            {},
            Remedy::Reload};
    case ErrorKind::ListEndless:
        return {
            Text::tr("Loading was ended; the list is incomplete."),
            Text::tr("The tenant keeps sending pages without anything new."),
            Text::tr("Reload. If it stays, a proxy in between may answer in the tenant's place."),
            {},
            Remedy::Reload};
    case ErrorKind::NotManagementAudience:
        return {
            Text::tr("With this token there is no list of applications."),
            error.subject.isEmpty()
                ? Text::tr("Its audience is not the Management API's.")
                : Text::tr("Its audience, %1, is not the Management API's.").arg(subjectOf(error)),
            Text::tr("To see applications, sign in with the audience https://TENANT/api/v2/, with "
                     "the slash at its end."),
            {},
            Remedy::EditAudience};
    default: // Cancelled
        return describeCancelled(doing);
    }
}

} // namespace Tenantscope::Session
