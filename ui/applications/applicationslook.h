// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"
#include "app/oauth/tokenstate.h"

#include <QString>

namespace Tenantscope::Ui {

/// The facts that decide what the applications pane shows.
struct ApplicationsFacts
{
    bool isSignedIn = false;
    bool canList = true; ///< the audience is a Management API's
    QString audience{};
    OAuth::TokenState token{};
    Applications::ListState list{};
    int rows = 0;  ///< that are here
    int shown = 0; ///< that the filter leaves
    QString search{};
    bool isSearching = false; ///< what the filter leaves is not known yet
    QStringList lacked{};     ///< scopes of which any one would let the search see all it looks at
};

/// What stands in the table's place when there are no rows to show.
struct ApplicationsLook
{
    enum class Offer { Nothing, ClearSearch, Reload };

    bool showsTable = false;
    QString icon{};
    QString sentence{};
    Offer offer = Offer::Nothing;

    bool operator==(const ApplicationsLook &) const = default;
};

[[nodiscard]] ApplicationsLook lookOf(const ApplicationsFacts &facts);

} // namespace Tenantscope::Ui
