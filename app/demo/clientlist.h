// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/fault.h"
#include "app/demo/paging.h"
#include "app/demo/parameters.h"
#include "app/demo/seededapplications.h"

namespace Tenantscope::Demo {

/// What `GET /api/v2/clients` was asked for, read from its query.
struct ListQuery : Paging
{
    std::optional<bool> isGlobal;
    std::optional<bool> isFirstParty;
    QList<QByteArray> appTypes; ///< empty: any
    Projection projection;

    /// Reads \a parameters for a token that may see \a visible, or says how they are wrong.
    [[nodiscard]] static tl::expected<ListQuery, Answer> read(
        const Parameters &parameters, const Projection &visible);
};

/// The members a request asks for by `fields` and `include_fields`; an error when it names one that its token
/// may not see. Excluding such a member is no error.
[[nodiscard]] tl::expected<Projection, Answer> readProjection(
    const Parameters &parameters, const Projection &visible);

/// The page that \a query asks for. The first \a vanished applications are left out as if they had been deleted;
/// \a isRepeating puts the last application of the page before in front.
[[nodiscard]] QByteArray renderPage(
    const SeededApplications &applications, const ListQuery &query, int vanished = 0,
    bool isRepeating = false);

} // namespace Tenantscope::Demo
