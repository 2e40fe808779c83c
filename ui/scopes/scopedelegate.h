// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shared/rowdelegate.h"

namespace Tenantscope::Ui {

/// Draws a cell of the matrix: who holds the scope, and behind it the shape of what it risks.
class ScopeDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    /// In pixels, for all that a cell of scopes may show.
    [[nodiscard]] static int leastWidth(const QFontMetrics &metrics, bool isCompared);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index)
        const override;
};

} // namespace Tenantscope::Ui
