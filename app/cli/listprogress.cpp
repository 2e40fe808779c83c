// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/listprogress.h"

#include "app/cli/text.h"

#include <QLocale>

namespace Tenantscope::Cli {

namespace {

QString counted(qint64 number)
{
    return QLocale().toString(number);
}

} // namespace

QString progressOf(const Applications::ListLoading &state, Base::Instant now, Listed listed)
{
    const QString what = listed == Listed::Applications ? Text::tr("Applications")
                                                        : Text::tr("Client grants");
    const QString count = state.total
        ? Text::tr("%1: %2 of %3").arg(what, counted(state.loaded), counted(*state.total))
        : Text::tr("%1: %2").arg(what, counted(state.loaded));
    if (!state.waitsUntil || *state.waitsUntil <= now)
        return count;
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*state.waitsUntil - now);
    return Text::tr("%1; waiting %2 s").arg(count).arg(wait.count());
}

QString incompleteWords(const Applications::ListStopped &state, Listed listed)
{
    const bool areGrants = listed == Listed::ClientGrants;
    if (state.total && state.loaded < *state.total)
        return (areGrants ? Text::tr("The list is incomplete: %1 of %2 client grants are here.")
                          : Text::tr("The list is incomplete: %1 of %2 applications are here."))
            .arg(counted(state.loaded), counted(*state.total));
    return (areGrants ? Text::tr("The list may be incomplete: %1 client grants are here.")
                      : Text::tr("The list may be incomplete: %1 applications are here."))
        .arg(counted(state.loaded));
}

} // namespace Tenantscope::Cli
