// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationslook.h"

#include "app/base/plaintext.h"
#include "app/session/emptiness.h"
#include "app/session/sentence.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Offer = ApplicationsLook::Offer;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::ApplicationsLook", text);
}

ApplicationsLook empty(const char *icon, const QString &sentence, Offer offer = Offer::Nothing)
{
    return {.icon = QString::fromLatin1(icon), .sentence = sentence, .offer = offer};
}

/// Nothing is here and nothing comes: the token tells why.
ApplicationsLook idleLook(const ApplicationsFacts &facts)
{
    if (std::holds_alternative<OAuth::Requesting>(facts.token))
        return empty("hourglass", translated("The applications come with the token."));
    if (OAuth::tokenOf(facts.token))
        return empty(
            "layout-grid", translated("The applications are not loaded yet."), Offer::Reload);
    return empty(
        "key-round", translated("No token yet. With one, the tenant's applications stand here."));
}

ApplicationsLook noRowsLook(const ApplicationsFacts &facts)
{
    if (std::holds_alternative<Applications::ListLoading>(facts.list))
        return empty("hourglass", translated("Loading applications…"));
    if (std::holds_alternative<Applications::ListLoaded>(facts.list))
        return empty("layout-grid", translated("This tenant has no applications."), Offer::Reload);
    if (const auto *stopped = std::get_if<Applications::ListStopped>(&facts.list)) {
        // Why is in the banner above, unless it was its reader who stopped it.
        return stopped->cause.kind == Base::ErrorKind::Cancelled
            ? empty("list-x", translated("Loading was cancelled."), Offer::Reload)
            : empty("list-x", translated("No applications could be loaded."), Offer::Reload);
    }
    return idleLook(facts);
}

ApplicationsLook noMatchLook(const ApplicationsFacts &facts)
{
    const QString search = Base::plainLine(facts.search.trimmed(), 80);
    if (facts.isSearching)
        return empty("hourglass", translated("Searching…"), Offer::ClearSearch);
    if (!facts.lacked.isEmpty())
        return empty(
            "lock",
            translated(
                "No application matches “%1” in what this token may see. All that this search looks at takes "
                "%2 in the client grant.")
                .arg(search, Session::anyOf(facts.lacked)),
            Offer::ClearSearch);
    return empty(
        "search",
        search.isEmpty() ? translated("No application is of this type.")
                         : translated("No application matches “%1”.").arg(search),
        Offer::ClearSearch);
}

} // namespace

ApplicationsLook lookOf(const ApplicationsFacts &facts)
{
    if (facts.shown > 0)
        return {.showsTable = true};
    if (facts.rows > 0)
        return noMatchLook(facts);
    if (!facts.isSignedIn)
        return empty("key-round", translated("Sign in to see the tenant's applications."));
    if (!facts.canList) {
        const Base::Error error{
            .kind = Base::ErrorKind::NotManagementAudience, .subject = facts.audience};
        return empty("ban", Session::describe(error, Session::Doing::LoadingApplications).line());
    }
    return noRowsLook(facts);
}

} // namespace Tenantscope::Ui
