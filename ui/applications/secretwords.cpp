// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/secretwords.h"

#include "ui/shared/timetext.h"

#include <QCoreApplication>

namespace Tenantscope::Ui {

using Session::Emptiness;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Ui::SecretWords", text);
}

QString announcement(SecretWish wish)
{
    const QString logged = translated("Auth0 will log this read as mgmt_api_read.");
    if (wish == SecretWish::Reveal)
        return logged;
    const QString stays = translated("The tenant's secret is read, compared here and not shown.");
    return stays + u' ' + logged;
}

QString absence(Emptiness why)
{
    if (why == Emptiness::NotSet)
        return translated("This application has no client secret.");
    return translated(
        "The tenant told no secret. Either this application has none, or the token may not see it: that "
        "takes read:client_keys or read:client_credentials.");
}

} // namespace

QString comparisonWords(Management::SecretComparison outcome)
{
    using enum Management::SecretComparison;
    switch (outcome) {
    case Same:
        return translated("The same.");
    case BlanksAround:
        return translated(
            "Different: yours has a blank or a line end around it. Without that it is the same.");
    case QuotesAround:
        return translated("Different: yours has quotes around it. Without them it is the same.");
    case LineSame:
        return translated("Yours looks like a line of a .env file. The value in it is the same.");
    case LineDifferent:
        return translated(
            "Different. Yours looks like a line of a .env file; the value in it is different, too.");
    case Different:
        break;
    }
    return translated("Different.");
}

QString secretWords(const SecretFlow::State &state)
{
    if (const auto *announced = std::get_if<SecretFlow::Announced>(&state))
        return announcement(announced->wish);
    if (std::holds_alternative<SecretFlow::Asking>(state))
        return translated("Asking the tenant…");
    if (const auto *revealed = std::get_if<SecretFlow::Revealed>(&state))
        return translated("Hides again after %1, and as soon as the window loses the focus.")
            .arg(durationText(revealed->stay));
    if (const auto *compared = std::get_if<SecretFlow::Compared>(&state))
        return comparisonWords(compared->outcome);
    if (const auto *absent = std::get_if<SecretFlow::Absent>(&state))
        return absence(absent->why);
    return {};
}

} // namespace Tenantscope::Ui
