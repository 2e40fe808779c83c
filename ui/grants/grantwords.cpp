// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/grantwords.h"

#include "app/base/plaintext.h"
#include "app/tenant/audience.h"
#include "ui/applications/listwords.h"
#include "ui/scopes/scopewords.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::ClientGrant;
using Management::KnownScope;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Tenantscope::Ui::Grants)
};

} // namespace

QString scopeCountText(const ClientGrant &grant)
{
    if (grant.allowsAllScopes())
        return Text::tr("all");
    return numberText(grant.scopes().size());
}

QString ownerText(const ClientGrant &grant)
{
    if (grant.defaultFor().isEmpty())
        return {};
    return Text::tr("Default for %1").arg(Base::plainLine(grant.defaultFor(), 100));
}

QStringList riskLines(const ClientGrant &grant, const Management::ScopeCatalogue &catalogue)
{
    if (!Tenant::isManagementAudience(grant.audience()))
        return {};
    if (grant.allowsAllScopes())
        return {Text::tr("It has all scopes of the Management API.")};
    QList<const KnownScope *> risky;
    for (const QString &scope : grant.scopes()) {
        const KnownScope *known = catalogue.find(scope);
        if (known && isRisky(known->kind))
            risky.append(known);
    }
    std::stable_sort(risky.begin(), risky.end(), [](const KnownScope *a, const KnownScope *b) {
        return a->kind < b->kind;
    });
    QStringList lines;
    for (const KnownScope *known : risky)
        lines.append(u"%1: %2"_s.arg(known->name, kindWords(known->kind)));
    return lines;
}

QString grantsText(const Applications::ListState &state, qint64 rows, qint64 shown)
{
    if (const auto *loading = std::get_if<Applications::ListLoading>(&state))
        return Text::tr("Loading %1").arg(loadedText(loading->loaded, loading->total));
    if (std::holds_alternative<Applications::ListIdle>(state))
        return {};
    const QString all = rows == 1 ? Text::tr("1 client grant")
                                  : Text::tr("%1 client grants").arg(numberText(rows));
    const QString count = shown < rows ? Text::tr("%1 of %2 shown").arg(numberText(shown), all)
                                       : all;
    return std::holds_alternative<Applications::ListLoaded>(state)
        ? Text::tr("%1 · complete").arg(count)
        : Text::tr("%1 · incomplete").arg(count);
}

} // namespace Tenantscope::Ui
