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

QString progressOf(const Applications::ListLoading &state, Base::Instant now)
{
    const QString count = state.total
        ? Text::tr("Applications: %1 of %2").arg(counted(state.loaded), counted(*state.total))
        : Text::tr("Applications: %1").arg(counted(state.loaded));
    if (!state.waitsUntil || *state.waitsUntil <= now)
        return count;
    const auto wait = std::chrono::ceil<std::chrono::seconds>(*state.waitsUntil - now);
    return Text::tr("%1; waiting %2 s").arg(count).arg(wait.count());
}

QString incompleteWords(const Applications::ListStopped &state)
{
    if (state.total && state.loaded < *state.total)
        return Text::tr("The list is incomplete: %1 of %2 applications are here.")
            .arg(counted(state.loaded), counted(*state.total));
    return Text::tr("The list may be incomplete: %1 applications are here.")
        .arg(counted(state.loaded));
}

} // namespace Tenantscope::Cli
