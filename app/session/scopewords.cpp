// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/session/wording.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Tenant::DashboardPage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// A 403 for want of a scope that names none.
constexpr Cause unnamed[] = {
    {{},
     "some fields cannot be read"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The token may list applications, but lacks the scope for a field that was asked for "
         "(%1): read:client_keys for the client secret and the keys, or read:clients where only "
         "read:client_summary was granted."),
     QT_TRANSLATE_NOOP("Sentence", "Add that scope to the client grant, then get a new token."),
     Remedy::GetNewToken,
     DashboardPage::Apis},
    {{},
     {},
     QT_TRANSLATE_NOOP("Sentence", "The token lacks a scope that is needed (%1)."),
     QT_TRANSLATE_NOOP("Sentence", "Add read:clients to the client grant, then get a new token."),
     Remedy::GetNewToken,
     DashboardPage::Apis},
};

} // namespace

Sentence describeMissingScope(const Base::Error &error, Doing doing)
{
    QStringList scopes;
    for (const QString &scope : error.scopes)
        scopes.append(Base::plainLine(scope, 100));
    if (scopes.isEmpty())
        return *caused(unnamed, error, doing); // the last fits any
    const QString last = scopes.takeLast();
    const QString named = scopes.isEmpty()
        ? last
        : Text::tr("%1 or %2", "scopes").arg(scopes.join(u", "_s), last);
    return {
        opening(doing),
        Text::tr("The token lacks %1 (%2).").arg(named, statusAndCode(error)),
        Text::tr("Add the scope to the client grant, then get a new token."),
        {},
        Remedy::CopyScope,
        DashboardPage::Apis};
}

} // namespace Tenantscope::Session
