// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/sentence.h"

namespace Tenantscope::Session {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

} // namespace

QString describe(Tenant::Hint hint)
{
    using Tenant::Hint;
    switch (hint) {
    case Hint::AudienceWithoutSlash:
        return Text::tr(
            "The audience has no slash at its end. The Management API's has one: …/api/v2/");
    case Hint::AudienceDoubledSlash:
        return Text::tr("There are two slashes in a row in the audience. The Management API's "
                        "identifier ends in …/api/v2/");
    case Hint::AudienceOfAnotherTenant:
        return Text::tr("The audience is another tenant's than the domain: the domain's own is "
                        "needed.");
    case Hint::AudienceOfAnotherHost:
        return Text::tr("The audience names another host than the domain. Right for a custom "
                        "domain, else a mistake.");
    case Hint::CustomDomainDefaultAudience:
        return Text::tr(
            "With a custom domain the audience usually names the tenant's own host, for example "
            "https://contoso.eu.auth0.com/api/v2/");
    case Hint::AudienceOfAnotherApi:
        return Text::tr("The audience is not the Management API's: there will be a token, but no "
                        "list of applications.");
    case Hint::SecretQuoted:
        return Text::tr("Quotes around the secret were removed.");
    case Hint::SecretHasBlank:
        return Text::tr("There is a blank in the secret. Auth0's secrets have none: it may have "
                        "been copied with something else.");
    case Hint::SecretHasQuote:
        return Text::tr("There is a quote in the secret. Auth0's secrets have none: it may have "
                        "been copied with something else.");
    case Hint::SecretLooksLikeClientId:
        return Text::tr("This looks like a client ID. Auth0's secrets have 64 characters.");
    case Hint::ClientIdLooksLikeSecret:
        return Text::tr("This looks like a client secret. Auth0's client IDs have 32 characters.");
    case Hint::QuotesDropped:
        return Text::tr("Quotes around a pasted value were removed.");
    case Hint::BlanksDropped:
        return Text::tr("Blanks around a pasted value were removed.");
    case Hint::PunycodeDomain:
        return Text::tr("An internationalised domain name, shown in its ASCII form. Compare it "
                        "letter by letter.");
    }
    Q_UNREACHABLE();
}

QString describe(Tenant::Domain::Note note)
{
    using Note = Tenant::Domain::Note;
    switch (note) {
    case Note::SchemeDropped:
        return Text::tr("https:// was removed: the domain alone is needed.");
    case Note::SlashDropped:
        return Text::tr("The slash at the end was removed.");
    case Note::BlanksDropped:
        return Text::tr("Blanks around the domain were removed.");
    case Note::LowerCased:
        return Text::tr("Written in lower case: host names know no other.");
    case Note::Punycode:
        return Text::tr("The domain is internationalised; this is its ASCII form.");
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Session
