// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/queryreader.h"

namespace Tenantscope::Demo {

/// Which part of a list a query asks for, and in which shape.
struct Paging
{
    enum class Shape {
        Bare,       ///< an array
        Totals,     ///< `{total, start, limit, NAME}`
        Checkpoint, ///< `{NAME, next}`
    };

    Shape shape = Shape::Bare;
    int start = 0;
    int limit = 50;
};

/// The parameters of paging: `page`, `per_page`, `include_totals`, `from`, `take`.
[[nodiscard]] const QList<QByteArray> &pagingParameters();
/// Reads them; what is wrong is for \a reader to tell.
[[nodiscard]] Paging readPaging(QueryReader &reader);

/// What stands before and after the elements of a page of the list \a name, of which there are \a total.
[[nodiscard]] QByteArray pageHead(const Paging &paging, QByteArrayView name, int total);
[[nodiscard]] QByteArray pageFoot(const Paging &paging, int total);

} // namespace Tenantscope::Demo
