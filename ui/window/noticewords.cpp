// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/noticewords.h"

#include "app/base/plaintext.h"
#include "app/session/knowntenant.h"
#include "ui/shared/presentation.h"
#include "ui/shared/timetext.h"
#include "ui/tenants/tenantwords.h"
#include "ui/token/reasons.h"
#include "ui/token/tokenwords.h"
#include "ui/window/tokennotices.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using Session::KnownTenant;

namespace {

/// Gives the functions of this file a context for translators.
class Words final
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::NoticeWords)

public:
    static QString nameless() { return tr("A token expired"); }
    static QString lead(TokenAlarm alarm)
    {
        switch (alarm) {
        case TokenAlarm::NotRenewed:
            return tr("Token not renewed");
        case TokenAlarm::ExpiresSoon:
        case TokenAlarm::ExpiresUnrenewed:
            return tr("Token expires soon");
        case TokenAlarm::Expired:
            return tr("Token expired");
        }
        Q_UNREACHABLE();
    }
    static QString of(const QString &lead, const QString &whose)
    {
        return tr("%1: %2").arg(lead, whose);
    }
    static QString marked(const QString &environment, const QString &name)
    {
        return tr("%1 %2").arg(environment, name);
    }
    static QString life(const QString &end) { return tr("It lives until %1.").arg(end); }
    static QString fate(const Base::Error &error, bool isTriedAgain)
    {
        const QString why = briefReason(error);
        return isTriedAgain
            ? tr("Its renewal failed (%1) and is tried again.").arg(why)
            : tr("Its renewal failed (%1) and is not tried again by itself.").arg(why);
    }
};

/// Masked by itself: a short name is masked only where it stands alone.
QString nameOf(const KnownTenant &tenant, const QObject *place)
{
    return shownText(place, Base::plainLine(tenantName(tenant), 100));
}

QString fateText(const OAuth::TokenState &state)
{
    if (const auto *refused = std::get_if<OAuth::Refused>(&state))
        return Words::fate(refused->error, false);
    const OAuth::RenewalFailure *failure = OAuth::renewalFailureOf(state);
    return failure ? Words::fate(failure->error, OAuth::isAsking(state) || failure->nextTry)
                   : QString();
}

QString lifeText(const KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    const OAuth::AccessToken *token = OAuth::tokenOf(session.tokenState());
    if (!token || !token->expiresAt)
        return {};
    const auto skew = session.http().clockSkew();
    const Base::Clock &clock = session.clock();
    return Words::life(localText(
        correctedWall(clock.wallAt(*token->expiresAt), skew),
        correctedWall(clock.wallNow(), skew)));
}

} // namespace

NoticeWords noticeWords(const TokenNotice &notice, const QObject *place)
{
    if (!notice.tenant)
        return {.summary = Words::nameless(), .body = {}};
    QString whose = nameOf(*notice.tenant, place);
    if (notice.tenant->isProduction())
        whose = Words::marked(environmentWord(*notice.tenant), whose);
    QStringList sentences{
        lifeText(*notice.tenant), fateText(notice.tenant->session().tokenState())};
    sentences.removeAll({});
    return {.summary = Words::of(Words::lead(notice.alarm), whose), .body = sentences.join(u' ')};
}

QString titleLead(const TokenNotice &notice, const KnownTenant &shown, const QObject *place)
{
    const QString lead = Words::lead(notice.alarm);
    if (!notice.tenant || notice.tenant == &shown)
        return lead;
    return Words::of(lead, nameOf(*notice.tenant, place));
}

} // namespace Tenantscope::Ui
