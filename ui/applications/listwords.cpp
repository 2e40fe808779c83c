// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/listwords.h"

#include "ui/shared/timetext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Tenantscope::Ui {

using namespace Applications;

namespace {

QString translated(const char *text, int number = -1)
{
    return QCoreApplication::translate("Tenantscope::Ui::ListWords", text, nullptr, number);
}

QString loadingText(const ListLoading &state, std::optional<std::chrono::nanoseconds> wait)
{
    if (wait) {
        // Rounded up: it never says that something happens in 0 s.
        const QString left = durationText(std::chrono::ceil<std::chrono::seconds>(*wait));
        return state.loaded == 0
            ? translated("The tenant asks us to wait (429). Loading goes on in %1.").arg(left)
            : translated("The tenant asks us to wait (429). Loading goes on in %1; %2 are here.")
                  .arg(left, loadedText(state.loaded, state.total));
    }
    if (state.loaded == 0)
        return translated("Loading applications…");
    return state.total ? loadedText(state.loaded, state.total)
                       : translated("%1 so far").arg(numberText(state.loaded));
}

QString completeText(const ListLoaded &state)
{
    const QString complete = translated(
                                 state.hasGrown ? "%1 · grew while loading · complete"
                                                : "%1 · complete")
                                 .arg(applicationsText(state.loaded));
    if (state.duplicates == 0)
        return complete;
    return translated("%1 · %2 came twice, shown once").arg(complete, numberText(state.duplicates));
}

QString stoppedText(const ListStopped &state)
{
    if (state.cause.kind == Base::ErrorKind::ListChanged) {
        const bool isShort = state.total && state.loaded < *state.total;
        return translated("%1 loaded · changed while loading · incomplete")
            .arg(isShort ? loadedText(state.loaded, state.total) : numberText(state.loaded));
    }
    if (state.loaded == 0)
        return translated("Nothing loaded");
    return translated("%1 loaded · incomplete").arg(loadedText(state.loaded, state.total));
}

} // namespace

QString numberText(qint64 number)
{
    return QLocale().toString(number);
}

QString applicationsText(qint64 count)
{
    return count == 1 ? translated("1 application")
                      : translated("%1 applications", int(count)).arg(numberText(count));
}

QString loadedText(qint64 loaded, std::optional<qint64> total)
{
    if (!total)
        return numberText(loaded);
    return translated("%1 of %2").arg(numberText(loaded), numberText(*total));
}

QString hereText(const ListState &state, qint64 rows)
{
    std::optional<qint64> total;
    if (const auto *loading = std::get_if<ListLoading>(&state))
        total = loading->total;
    else if (const auto *stopped = std::get_if<ListStopped>(&state))
        total = stopped->total;
    if (!total || *total <= rows)
        return applicationsText(rows);
    return translated("%1 applications").arg(loadedText(rows, total));
}

QString listText(const ListState &state, Base::Instant now)
{
    if (const auto *loading = std::get_if<ListLoading>(&state))
        return loadingText(*loading, waitLeft(state, now));
    if (const auto *loaded = std::get_if<ListLoaded>(&state))
        return completeText(*loaded);
    if (const auto *stopped = std::get_if<ListStopped>(&state))
        return stoppedText(*stopped);
    return {};
}

std::optional<std::chrono::nanoseconds> waitLeft(const ListState &state, Base::Instant now)
{
    const auto *loading = std::get_if<ListLoading>(&state);
    if (!loading || !loading->waitsUntil || *loading->waitsUntil <= now)
        return {};
    return *loading->waitsUntil - now;
}

QString hintText(const SearchQuery &query, bool hasFields)
{
    if (query.hasOpenQuote())
        return translated("The quote is still open");
    if (query.hasUnknownName())
        return translated("No such is:, finding: or field:");
    if (!hasFields)
        return translated("No application has this field");
    return {};
}

} // namespace Tenantscope::Ui
