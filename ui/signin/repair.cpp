// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/signin/repair.h"

#include "app/tenant/audience.h"
#include "app/tenant/clientshape.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Tenant::Hint;
using Field = SignInForm::Field;

namespace {

/// Gives the functions of this file a context for translators.
class Repairs final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::Repairs)

public:
    static Repair use(Field field, const QString &value)
    {
        return {field, tr("Use %1").arg(value), value};
    }
    static Repair swap(Field field)
    {
        return {field, tr("Swap client ID and secret"), std::nullopt};
    }
};

/// The host in what was taken for a domain; nullopt: it does not tell one. Never one behind an `@`.
std::optional<QString> hostIn(const QString &typed)
{
    static const QRegularExpression address(
        uR"(^\s*["'`]?(?:https?:/*|[a-z][a-z0-9+.-]*://)?([^/?#:@\\\s"'`]+)(?::\d*)?(?:[/?#][^@]*)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto parsed = Tenant::Domain::parse(address.match(typed).captured(1));
    return parsed ? std::optional(parsed->domain.text()) : std::nullopt;
}

std::optional<Repair> repairForDomain(const Base::Error &error, const QString &typed)
{
    namespace Rule = Tenant::DomainRule;
    if (error.detail == Rule::dashboardUrl)
        return error.subject.isEmpty() ? std::nullopt
                                       : std::optional(Repairs::use(Field::Domain, error.subject));
    const auto mended = {Rule::scheme, Rule::plainHttp, Rule::path, Rule::port};
    if (std::find(mended.begin(), mended.end(), error.detail) == mended.end())
        return std::nullopt;
    const auto host = hostIn(typed);
    return host ? std::optional(Repairs::use(Field::Domain, *host)) : std::nullopt;
}

std::optional<Repair> repairWithOwnAudience(const Tenant::CredentialsInput &typed)
{
    const auto parsed = Tenant::Domain::parse(typed.domain);
    // With a custom domain another host is right: only the tenant's own name tells its audience.
    if (!parsed || !parsed->domain.host().endsWith(".auth0.com"_L1))
        return std::nullopt;
    return Repairs::use(Field::Audience, parsed->domain.defaultAudience());
}

} // namespace

std::optional<Repair> repairFor(const Base::Error &error, const Tenant::CredentialsInput &typed)
{
    if (error.kind == Base::ErrorKind::InvalidDomain)
        return repairForDomain(error, typed.domain);
    if (error.kind == Base::ErrorKind::InvalidClientId
        && error.detail == Tenant::CredentialRule::swapped)
        return Repairs::swap(Field::ClientId);
    return std::nullopt;
}

std::optional<Repair> repairFor(Hint hint, const Tenant::CredentialsInput &typed)
{
    switch (hint) {
    case Hint::AudienceWithoutSlash:
    case Hint::AudienceDoubledSlash:
        return Repairs::use(Field::Audience, Tenant::tidiedAudience(typed.audience.trimmed()));
    case Hint::AudienceOfAnotherTenant:
    case Hint::AudienceOfAnotherHost:
        return repairWithOwnAudience(typed);
    case Hint::ClientIdLooksLikeSecret:
        return Tenant::withClientSwapped(typed) ? std::optional(Repairs::swap(Field::ClientId))
                                                : std::nullopt;
    case Hint::SecretLooksLikeClientId:
        return Tenant::looksLikeClientId(typed.clientId.trimmed().toUtf8())
            ? std::nullopt
            : std::optional(Repairs::swap(Field::ClientSecret));
    case Hint::CustomDomainDefaultAudience: // only its user knows the tenant's own host
    case Hint::AudienceOfAnotherApi:
    case Hint::SecretQuoted:
    case Hint::SecretHasBlank:
    case Hint::SecretHasQuote:
    case Hint::QuotesDropped:
    case Hint::BlanksDropped:
    case Hint::PunycodeDomain:
        break;
    }
    return std::nullopt;
}

} // namespace Tenantscope::Ui
