// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/inspector/inspectedtoken.h"

#include "app/base/plaintext.h"
#include "app/session/tenantbook.h"
#include "app/session/tokeninspection.h"
#include "app/session/verdictwords.h"
#include "ui/shared/timetext.h"
#include "ui/tenants/tenantwords.h"

#include <QCoreApplication>
#include <QUrl>

namespace Tenantscope::Ui {

using Session::KnownTenant;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::InspectedToken)
};

/// The name of the application \a clientId in the list of \a tenant, where that is loaded.
QString applicationName(const KnownTenant &tenant, const QString &clientId)
{
    const Applications::ApplicationStore &store = tenant.session().applications().store();
    const std::optional<int> row = store.rowOf(clientId);
    return row ? store.text(*row, Applications::Column::Name) : QString();
}

QString authority(const QString &url)
{
    return QUrl(url).authority();
}

bool isOf(const Jwt::DecodedToken &token, const KnownTenant &tenant)
{
    const QString domain = authority(tenant.domain().url(QStringLiteral("/")).toString());
    if (domain.isEmpty())
        return false;
    if (authority(token.issuer()) == domain)
        return true;
    const QString audience = tenant.session().isSignedIn() ? tenant.session().audience()
                                                           : tenant.profile().audience;
    return token.issuer().isEmpty() && token.audiences().contains(audience);
}

KnownTenant *tenantOf(const Jwt::DecodedToken &token, const Session::TenantBook &book)
{
    const QList<KnownTenant *> tenants = book.tenants();
    for (KnownTenant *tenant : tenants) {
        if (isOf(token, *tenant))
            return tenant;
    }
    return nullptr;
}

QString originText(const Jwt::DecodedToken &token, const KnownTenant *tenant, const QString &name)
{
    const QString issuer = Base::plainLine(token.issuer(), 200);
    QString text;
    if (issuer.isEmpty())
        text = Text::tr("It names no issuer.");
    else if (tenant)
        text = Text::tr("It says that %1 issued it, your tenant “%2”.")
                   .arg(issuer, Base::plainLine(tenantName(*tenant)));
    else
        text = Text::tr("It says that %1 issued it, which is none of your tenants.").arg(issuer);
    const QString party = token.authorizedParty();
    if (party.isEmpty())
        return text;
    const QString id = Base::plainLine(party, 100);
    return text + QChar(u' ')
        + (name.isEmpty()
               ? Text::tr("For the application %1.").arg(id)
               : Text::tr("For the application “%1” (%2).").arg(Base::plainLine(name, 200), id));
}

void tellMore(InspectedToken &token)
{
    token.objection = Session::keylessObjection(token.value.reveal());
    if (token.tenant)
        token.application = applicationName(*token.tenant, token.decoded->authorizedParty());
    // A tenant's own token may name another issuer.
    const bool isIssuedByIt = token.tenant && isOf(*token.decoded, *token.tenant);
    token.origin = originText(
        *token.decoded, isIssuedByIt ? token.tenant : nullptr, token.application);
}

/// All that can be read of an encrypted token.
InspectedToken withHeader(InspectedToken token)
{
    if (const auto header = Jwt::decodeHeader(token.value.reveal()))
        token.decoded = Jwt::DecodedToken{.header = *header, .claims = {}};
    return token;
}

} // namespace

std::optional<InspectedToken> inspectOwn(KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    const OAuth::AccessToken *token = OAuth::tokenOf(session.tokenState());
    if (!token)
        return {};
    InspectedToken inspected{
        .value = token->value,
        .decoded = Jwt::decode(token->value.reveal()),
        .scopes = token->scopes,
        .whose = Base::plainLine(tenantName(tenant)),
        .isOwn = true,
        .tenant = &tenant};
    if (const auto found = Jwt::findToken(token->value.reveal()))
        inspected.form = found->form;
    if (inspected.form == Jwt::TokenForm::Jwe)
        return withHeader(std::move(inspected));
    if (!inspected.decoded)
        return inspected;
    tellMore(inspected);
    const Session::TokenContext context = Session::contextOf(session, *token);
    const QDateTime now = session.clock().wallNow().addSecs(
        -context.clockSkew.value_or(std::chrono::seconds(0)).count());
    for (const auto &difference : Session::differencesOf(*inspected.decoded, context, now))
        inspected.differences.append(Session::differenceText(difference));
    return inspected;
}

InspectedToken inspectPasted(const Jwt::FoundToken &found, const Session::TenantBook &book)
{
    InspectedToken inspected{
        .value = found.token, .form = found.form, .whose = Text::tr("Pasted token")};
    if (found.form == Jwt::TokenForm::Jws)
        inspected.decoded = Jwt::decodeUnsigned(found.token.reveal());
    else if (found.form == Jwt::TokenForm::Jwe)
        return withHeader(std::move(inspected));
    if (!inspected.decoded)
        return inspected;
    inspected.tenant = tenantOf(*inspected.decoded, book);
    tellMore(inspected);
    if (const auto scope = inspected.decoded->scope())
        inspected.scopes = OAuth::ScopeSet::fromText(*scope);
    return inspected;
}

} // namespace Tenantscope::Ui
