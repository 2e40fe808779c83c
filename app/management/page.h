// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/jsonscanner.h"
#include "app/base/result.h"
#include "app/http/response.h"
#include "app/management/application.h"

namespace Tenantscope::Management {

/// One page of the list, in any of the three shapes the API answers with.
struct Page
{
    enum class Shape {
        Array,      ///< asked without totals: at most 50, silently
        Totals,     ///< {total, start, limit, clients}
        Checkpoint, ///< {clients, next?}
    };

    Shape shape = Shape::Array;
    QList<Application>
        applications; ///< in the answer's order; elements that are no objects are left out
    QByteArray body;  ///< the answer's own text
    QList<Base::JsonSpan> spans; ///< of each of `applications` in `body`
    std::optional<qint64> total; ///< distinct applications the server counts
    std::optional<qint64> start;
    std::optional<qint64> limit; ///< page size the server granted
    QString next;                ///< checkpoint of the next page; empty: this is the last
};

/// Whether a page's text may hold secrets that were not asked for.
enum class PageSecrets { Unknown, AreMasked, AreWanted };

/// Reads a page. Malformed when it has none of the three shapes. Secrets that a server sends although they were excluded
/// are masked, in `body` as in `applications`; those that are wanted stay.
[[nodiscard]] Base::Result<Page> readPage(
    const Http::Response &response, PageSecrets secrets = PageSecrets::Unknown);

} // namespace Tenantscope::Management
