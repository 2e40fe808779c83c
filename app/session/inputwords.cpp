// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/jwt/sign.h"
#include "app/session/wording.h"
#include "app/tenant/connectionimport.h"

namespace Tenantscope::Session {

using Base::ErrorKind;

namespace {

namespace DomainRule = Tenant::DomainRule;
namespace CredentialRule = Tenant::CredentialRule;
namespace ImportRule = Tenant::ImportRule;
namespace KeyRule = Jwt::KeyRule;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

constexpr Ruling domainRulings[] = {
    {DomainRule::empty, QT_TRANSLATE_NOOP("Sentence", "The domain is empty."),
     QT_TRANSLATE_NOOP("Sentence", "Type the tenant's domain, for example contoso.eu.auth0.com.")},
    {DomainRule::scheme,
     QT_TRANSLATE_NOOP("Sentence", "It starts with a scheme that is not https://."),
     QT_TRANSLATE_NOOP("Sentence", "Leave the scheme out.")},
    {DomainRule::plainHttp,
     QT_TRANSLATE_NOOP("Sentence", "Unencrypted http:// is for this computer (loopback) only."),
     QT_TRANSLATE_NOOP("Sentence", "Leave http:// out: https is used.")},
    {DomainRule::userinfo,
     QT_TRANSLATE_NOOP("Sentence", "There is an @ in it: what follows is another host."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Type the domain alone, and only if you know it to be your tenant's.")},
    {DomainRule::path, QT_TRANSLATE_NOOP("Sentence", "Something follows the host name."),
     QT_TRANSLATE_NOOP("Sentence", "Type the domain alone, without a path.")},
    {DomainRule::percent,
     QT_TRANSLATE_NOOP("Sentence", "There is a percent sign in it, which can hide another host."),
     QT_TRANSLATE_NOOP("Sentence", "Type the domain in plain letters.")},
    {DomainRule::character,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "It holds a character that no host name has, perhaps an invisible or look-alike one."),
     QT_TRANSLATE_NOOP("Sentence", "Use letters, digits, hyphens and dots.")},
    {DomainRule::label,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "A part between its dots is empty, longer than 63 characters, or has a hyphen at an end."),
     QT_TRANSLATE_NOOP("Sentence", "Check the dots and hyphens.")},
    {DomainRule::oneLabel,
     QT_TRANSLATE_NOOP(
         "Sentence", "There is no dot in it: a tenant's name alone is not its domain."),
     QT_TRANSLATE_NOOP("Sentence", "Type the whole domain, for example contoso.eu.auth0.com.")},
    {DomainRule::tooLong, QT_TRANSLATE_NOOP("Sentence", "It is longer than 253 characters."),
     QT_TRANSLATE_NOOP("Sentence", "Type the tenant's domain alone.")},
    {DomainRule::port,
     QT_TRANSLATE_NOOP("Sentence", "A port is for this computer (loopback) only."),
     QT_TRANSLATE_NOOP("Sentence", "Leave the port out.")},
    {DomainRule::portNumber,
     QT_TRANSLATE_NOOP("Sentence", "The port is not a number from 1 to 65535."),
     QT_TRANSLATE_NOOP("Sentence", "Correct the port.")},
    {DomainRule::address,
     QT_TRANSLATE_NOOP(
         "Sentence", "It is an IP address, which is for this computer (loopback) only."),
     QT_TRANSLATE_NOOP("Sentence", "Type the tenant's domain name.")},
};

constexpr Ruling credentialRulings[] = {
    {CredentialRule::empty, QT_TRANSLATE_NOOP("Sentence", "It is empty."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Copy it from the application's settings in the Auth0 Dashboard.")},
    {CredentialRule::blank,
     QT_TRANSLATE_NOOP("Sentence", "There is a blank or a line end inside it."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the value alone, in one piece.")},
    {CredentialRule::character,
     QT_TRANSLATE_NOOP("Sentence", "It holds a character that cannot be part of it."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the value anew.")},
    {CredentialRule::swapped,
     QT_TRANSLATE_NOOP(
         "Sentence", "It looks like a client secret, and the secret looks like a client ID."),
     QT_TRANSLATE_NOOP("Sentence", "Swap the two.")},
    {CredentialRule::tooLong, QT_TRANSLATE_NOOP("Sentence", "It is far too long to be one."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the value alone.")},
};

constexpr Ruling keyRulings[] = {
    {KeyRule::notPem, QT_TRANSLATE_NOOP("Sentence", "There is no private key in PEM form in it."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Give the file that starts with BEGIN PRIVATE KEY or BEGIN RSA PRIVATE KEY: the private "
         "half of the key that the application knows.")},
    {KeyRule::encrypted, QT_TRANSLATE_NOOP("Sentence", "The key in it is encrypted."),
     QT_TRANSLATE_NOOP(
         "Sentence",
         "Write a decrypted copy that only you can read, with (umask 077; openssl pkey -in "
         "ENCRYPTED -out KEY), and give that one.")},
    {KeyRule::notRsa, QT_TRANSLATE_NOOP("Sentence", "The key in it is no RSA key."),
     QT_TRANSLATE_NOOP("Sentence", "Auth0 takes RSA keys only: give, or make and register, one.")},
    {KeyRule::tooShort, QT_TRANSLATE_NOOP("Sentence", "The key in it is shorter than 2,048 bits."),
     QT_TRANSLATE_NOOP("Sentence", "Make and register a longer one.")},
    {KeyRule::tooLong,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The key in it is so long that what it signs is over the 2,048 bytes that Auth0 takes."),
     QT_TRANSLATE_NOOP("Sentence", "Make and register a key of 2,048 to 4,096 bits.")},
};

Sentence describeKey(const Base::Error &error)
{
    const QString what = error.subject.isEmpty()
        ? Text::tr("The private key cannot be used.")
        : Text::tr("The key file %1 cannot be used.").arg(subjectOf(error));
    for (const Ruling &ruling : keyRulings) {
        if (ruling.rule == error.detail)
            return {what, Text::tr(ruling.why), Text::tr(ruling.now), {}, Remedy::EditClient};
    }
    return {
        what,
        error.detail.isEmpty() ? Text::tr("It cannot be read.")
                               : Text::tr("The reason: %1.").arg(Base::plainLine(error.detail)),
        Text::tr("Give a file with a private RSA key in PEM form that you may read."),
        {},
        Remedy::EditClient};
}

constexpr Ruling importRulings[] = {
    {ImportRule::empty, QT_TRANSLATE_NOOP("Sentence", "There is no text."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the values first, then paste them here.")},
    {ImportRule::tooLarge, QT_TRANSLATE_NOOP("Sentence", "It is larger than 1 MB."),
     QT_TRANSLATE_NOOP("Sentence", "Choose the file, or copy the part, that holds the values.")},
    {ImportRule::binary, QT_TRANSLATE_NOOP("Sentence", "It is no text in UTF-8."),
     QT_TRANSLATE_NOOP("Sentence", "Choose a text file, saved as UTF-8.")},
    {ImportRule::json,
     QT_TRANSLATE_NOOP(
         "Sentence", "It starts like JSON, but ends early, nests too deep or has a mistake in it."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the whole of it, from { to }.")},
    {ImportRule::quote, QT_TRANSLATE_NOOP("Sentence", "A quote in it is never closed."),
     QT_TRANSLATE_NOOP("Sentence", "Copy the whole of it.")},
    {ImportRule::noTokenRequest,
     QT_TRANSLATE_NOOP("Sentence", "The curl command does not ask /oauth/token for a token."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Copy the one that the Auth0 Dashboard shows under APIs, Test.")},
    {ImportRule::noTenant,
     QT_TRANSLATE_NOOP(
         "Sentence", "It is auth0-cli's configuration, without a tenant that could be taken."),
     QT_TRANSLATE_NOOP("Sentence", "Choose one with auth0 tenants use, or type the values.")},
    {ImportRule::nothing,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "These were looked for: lines like AUTH0_DOMAIN=…, JSON with domain and client_id, a curl "
         "command of the token request, auth0-cli's config.json."),
     QT_TRANSLATE_NOOP("Sentence", "Copy one of them, or type the values.")},
};

Sentence describeDomain(const Base::Error &error)
{
    const QString what = Text::tr("This is not a tenant's domain.");
    if (error.detail != DomainRule::dashboardUrl)
        return ruled(what, domainRulings, error, Remedy::EditDomain);
    const QString now = error.subject.isEmpty()
        ? Text::tr("Type the tenant's domain, which its settings there show.")
        : Text::tr("The tenant's domain is probably %1.").arg(subjectOf(error));
    return {
        what, Text::tr("It is the address of the Auth0 Dashboard."), now, {}, Remedy::EditDomain};
}

} // namespace

Sentence ruled(
    const QString &what, std::span<const Ruling> rulings, const Base::Error &error, Remedy remedy)
{
    for (const Ruling &ruling : rulings) {
        if (ruling.rule == error.detail)
            return {what, Text::tr(ruling.why), Text::tr(ruling.now), {}, remedy};
    }
    // Refused on the way out, in words of the network's own.
    return {
        what,
        Text::tr("It cannot be used: %1.").arg(Base::plainLine(error.detail)),
        Text::tr("Check the value."),
        {},
        remedy};
}

Sentence describeInput(const Base::Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidDomain:
        return describeDomain(error);
    case ErrorKind::InvalidClientId:
        return ruled(
            Text::tr("This is not a client ID."), credentialRulings, error, Remedy::EditClient);
    case ErrorKind::InvalidClientSecret:
        return ruled(
            Text::tr("This is not a client secret."), credentialRulings, error, Remedy::EditClient);
    case ErrorKind::InvalidAudience:
        return ruled(
            Text::tr("This is not an audience."), credentialRulings, error, Remedy::EditAudience);
    case ErrorKind::InvalidOrganization:
        return ruled(
            Text::tr("This is not an organization."), credentialRulings, error, Remedy::None);
    case ErrorKind::InvalidPrivateKey:
        return describeKey(error);
    case ErrorKind::InvalidImport:
        return ruled(
            Text::tr("No connection was found in this text."), importRulings, error, Remedy::None);
    case ErrorKind::InvalidCaFile:
        return {
            Text::tr("The CA file %1 cannot be used.").arg(subjectOf(error)),
            error.detail.isEmpty() ? Text::tr("It cannot be read.")
                                   : Text::tr("The reason: %1.").arg(Base::plainLine(error.detail)),
            Text::tr("Give --ca-file a readable file with certificates in PEM form."),
            {},
            Remedy::None};
    default: // ReadOnly
        return {
            Text::tr("Nothing was sent."),
            Text::tr("Tenantscope only reads: it sends GET requests, and POST to the token "
                     "endpoint, nothing else."),
            Text::tr("No setting changes that. If you asked for nothing else, please report this "
                     "as a defect."),
            {},
            Remedy::None};
    }
}

} // namespace Tenantscope::Session
