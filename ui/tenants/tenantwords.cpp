// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/tenants/tenantwords.h"

#include "app/session/knowntenant.h"
#include "ui/shared/ticker.h"
#include "ui/shared/timetext.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;
using Tone = PlainLabel::Tone;

namespace {

/// Words a token's state.
class Words final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::TenantWords)

public:
    explicit Words(Base::Instant now)
        : m_now(now)
    {
    }

    static TenantWords waiting(KnownTenant::Kind kind)
    {
        return {
            .state = kind == KnownTenant::Kind::Demo ? tr("Starting…")
                                                     : tr("Waiting for your keychain…"),
            .icon = u"hourglass"_s};
    }
    static TenantWords failed() { return {tr("No secret"), {}, u"circle-alert"_s, Tone::Caution}; }
    static QString fresh() { return tr("New tenant"); }
    static QString demo() { return tr("Demo tenant"); }

    TenantWords operator()(const OAuth::NoToken &none) const
    {
        if (none.error && none.error->kind != Base::ErrorKind::Cancelled)
            return {tr("No answer"), {}, u"circle-alert"_s, Tone::Caution};
        return {.state = tr("Not connected"), .icon = u"circle-dashed"_s};
    }
    TenantWords operator()(const OAuth::Requesting &) const
    {
        return {.state = tr("Asking for a token…"), .icon = u"hourglass"_s};
    }
    TenantWords operator()(const OAuth::Valid &valid) const
    {
        if (valid.rejected)
            return {tr("Token not accepted"), {}, u"circle-x"_s, Tone::Error};
        return living(valid.token, valid.renewalFailure.has_value());
    }
    TenantWords operator()(const OAuth::Renewing &renewing) const
    {
        return living(renewing.token, false);
    }
    TenantWords operator()(const OAuth::Refused &) const
    {
        return {tr("Refused"), {}, u"circle-x"_s, Tone::Error};
    }
    TenantWords operator()(const OAuth::Expired &) const
    {
        return {tr("Expired"), {}, u"clock"_s, Tone::Error};
    }

private:
    TenantWords living(const OAuth::AccessToken &token, bool isRenewalFailing) const
    {
        TenantWords words{tr("Token valid"), {}, u"circle-check"_s, Tone::Ok};
        if (const auto remaining = token.remaining(m_now)) {
            words.ticking = countdownText(*remaining);
            words.nextChange = nextChange(m_now, m_now + *remaining, countdownUnit(*remaining));
        }
        if (isRenewalFailing) {
            words.state = tr("Renewal failed");
            words.ticking = words.ticking.isEmpty() ? QString()
                                                    : tr("%1 · renewal failed").arg(words.ticking);
            words.icon = u"circle-alert"_s;
            words.tone = Tone::Caution;
        }
        return words;
    }

    Base::Instant m_now;
};

} // namespace

TenantWords tenantWords(const KnownTenant &tenant, Base::Instant now)
{
    if (tenant.isWaiting())
        return Words::waiting(tenant.kind());
    const auto &failure = tenant.failure();
    if (failure && failure->kind != Base::ErrorKind::Cancelled)
        return Words::failed();
    return std::visit(Words(now), tenant.session().tokenState());
}

QString tenantName(const KnownTenant &tenant)
{
    if (tenant.kind() == KnownTenant::Kind::Demo)
        return Words::demo();
    if (tenant.kind() == KnownTenant::Kind::Saved)
        return tenant.profile().name;
    return tenant.domain().isEmpty() ? Words::fresh() : tenant.domain().text();
}

QString environmentWord(const KnownTenant &tenant)
{
    switch (tenant.kind()) {
    case KnownTenant::Kind::Demo:
        return QCoreApplication::translate("Tenantscope::Ui::TenantWords", "DEMO");
    case KnownTenant::Kind::Unsaved:
        if (!tenant.isProduction())
            return {};
        break;
    case KnownTenant::Kind::Saved:
        break;
    }
    switch (tenant.profile().environment) {
    case Tenant::Environment::Development:
        return QCoreApplication::translate("Tenantscope::Ui::TenantWords", "DEVELOPMENT");
    case Tenant::Environment::Staging:
        return QCoreApplication::translate("Tenantscope::Ui::TenantWords", "STAGING");
    case Tenant::Environment::Production:
        return QCoreApplication::translate("Tenantscope::Ui::TenantWords", "PRODUCTION");
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Ui
