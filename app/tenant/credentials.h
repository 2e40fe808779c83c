// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/base/signingalgorithm.h"
#include "app/tenant/domain.h"

namespace Tenantscope::Tenant {

/// What signs the requests of a client that has no secret: private_key_jwt, OpenID Connect Core 1.0 §9.
struct PrivateKey
{
    Base::Secret pem{}; ///< as `jwt/keyfile.h` read it
    Base::SigningAlgorithm algorithm = Base::SigningAlgorithm::Rs256;
    QString file{}; ///< where it was read from, to be shown

    bool operator==(const PrivateKey &) const = default;
};

/// What a token is asked for with: RFC 6749 §4.4, and Auth0's `audience` and `organization`.
struct Credentials
{
    Domain domain;
    QString clientId;
    Base::Secret clientSecret; ///< empty: the private key stands in its place
    QString audience;
    std::optional<PrivateKey> privateKey{};
    QString organization{}; ///< its ID or name; empty: the application's default, or none

    bool operator==(const Credentials &) const = default;
};

/// The rule a refused client ID, secret, audience or organization breaks: the `detail` of its error.
namespace CredentialRule {
inline constexpr QLatin1StringView empty{"empty"};
inline constexpr QLatin1StringView blank{"blank"};         ///< a blank or line end inside
inline constexpr QLatin1StringView character{"character"}; ///< one that cannot be part of it
inline constexpr QLatin1StringView tooLong{"too-long"};
inline constexpr QLatin1StringView swapped{
    "swapped"}; ///< a secret where the client ID belongs, and the other way round
} // namespace CredentialRule

/// A remark on a value that may be right or wrong: shown beside its field, sending goes on.
enum class Hint {
    AudienceWithoutSlash,        ///< `…/api/v2`: another identifier than `…/api/v2/`
    AudienceDoubledSlash,        ///< `…/api/v2//` or `…//api/v2/`: another identifier, too
    AudienceOfAnotherTenant,     ///< domain and audience are of two tenants under auth0.com
    AudienceOfAnotherHost,       ///< usual for a custom domain, else a mistake
    CustomDomainDefaultAudience, ///< host not under auth0.com, audience made of it
    AudienceOfAnotherApi,        ///< path other than /api/v2/: a token, but no list
    SecretQuoted,                ///< quotes around it, removed
    SecretHasBlank,              ///< inside; Auth0's own have none
    SecretHasQuote,              ///< not around it; the same
    SecretLooksLikeClientId,     ///< 32 letters and digits
    ClientIdLooksLikeSecret,     ///< 64 characters
    QuotesDropped,               ///< quotes around another pasted value, removed
    BlanksDropped,               ///< around a pasted value, removed
    PunycodeDomain,              ///< an internationalised name: compare it letter by letter
};

/// The credentials as typed or pasted, each still text.
struct CredentialsInput
{
    QString domain;
    QString clientId;
    Base::Secret clientSecret;
    QString audience; ///< empty: the domain's default
    std::optional<PrivateKey>
        privateKey{};       ///< counts more than a secret; the key itself is not looked at
    QString organization{}; ///< empty: none

    bool operator==(const CredentialsInput &) const = default;
};

struct CheckedCredentials
{
    Credentials credentials;
    QList<Hint> hints;
    QList<Domain::Note> domainNotes;
};

/// Cleans and checks all values. Errors: InvalidDomain, InvalidClientId, InvalidClientSecret (never with a private key),
/// InvalidAudience, InvalidOrganization, each with what is wrong in `detail`; all that are wrong, not only the first.
struct CredentialsCheck
{
    std::optional<CheckedCredentials> credentials; ///< absent when there are errors
    QList<Base::Error> errors;
};
/// Whether there must be a secret, or a private key, already.
enum class SecretIs { Needed, NotNeeded };
[[nodiscard]] CredentialsCheck checkCredentials(
    const CredentialsInput &input, SecretIs secret = SecretIs::Needed);

/// True when \a audience is a Management API's (its path is /api/v2/): only then is there a list of applications.
[[nodiscard]] bool isManagementAudience(QStringView audience);

} // namespace Tenantscope::Tenant
