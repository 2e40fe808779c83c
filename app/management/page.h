// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/jsonscanner.h"
#include "app/base/result.h"
#include "app/http/response.h"
#include "app/management/application.h"

#include <QJsonArray>

namespace Tenantscope::Management {

/// How a page of a list is answered.
enum class PageShape {
    Array,      ///< asked without totals: at most 50, silently
    Totals,     ///< {total, start, limit, clients}
    Checkpoint, ///< {clients, next?}
};

/// What a page says of the walk it is part of.
struct PageFacts
{
    PageShape shape = PageShape::Array;
    QList<size_t> identities{};    ///< what tells each of its elements from others, as a hash
    std::optional<qint64> total{}; ///< distinct elements the server counts
    std::optional<qint64> start{};
    std::optional<qint64> limit{}; ///< page size the server granted
    QString next{};                ///< checkpoint of the next page; empty: this is the last
};

/// A page of any list.
struct ListedPage
{
    PageFacts facts{}; ///< but for the identities
    QJsonArray elements{};
    bool isArray = false; ///< the top level is the list itself
};
/// Reads a page whose list is the member \a name, or the answer itself. Malformed when it has none of the three shapes.
[[nodiscard]] Base::Result<ListedPage> readListedPage(
    const Http::Response &response, QLatin1StringView name);
/// The identity of \a element, whose \a id may be empty.
[[nodiscard]] size_t identityOf(const QString &id, const QJsonValue &element);

/// One page of the applications, in any of the three shapes the API answers with.
struct Page
{
    using Shape = PageShape;

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

[[nodiscard]] PageFacts factsOf(const Page &page);

/// Whether a page's text may hold secrets that were not asked for.
enum class PageSecrets { Unknown, AreMasked, AreWanted };

/// Reads a page. Malformed when it has none of the three shapes. Secrets that a server sends although they were excluded
/// are masked, in `body` as in `applications`; those that are wanted stay.
[[nodiscard]] Base::Result<Page> readPage(
    const Http::Response &response, PageSecrets secrets = PageSecrets::Unknown);

} // namespace Tenantscope::Management
