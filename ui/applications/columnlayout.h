// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/sortorder.h"

#include <QList>
#include <QStringList>

namespace Tenantscope::Ui {

/// How a table of applications is laid out: its columns from left to right, their widths, its order.
struct ColumnLayout
{
    struct Shown
    {
        Applications::Column column = Applications::Column::Name;
        int width = 0; ///< in pixels; 0: none chose it, it fits itself

        bool operator==(const Shown &) const = default;
    };
    QList<Shown> columns;
    Applications::SortOrder order;

    bool operator==(const ColumnLayout &) const = default;
};

/// \a layout as texts to be kept; the first one tells the order.
[[nodiscard]] QStringList layoutTexts(const ColumnLayout &layout);
/// The reverse. Texts that say nothing are passed over; without any column that is left, the layout has none.
[[nodiscard]] ColumnLayout layoutOf(const QStringList &texts);

} // namespace Tenantscope::Ui
