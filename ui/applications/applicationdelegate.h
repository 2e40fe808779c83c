// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchquery.h"
#include "ui/shared/rowdelegate.h"

namespace Tenantscope::Ui {

/// Draws the cells of the applications table, with what the search found marked.
class ApplicationDelegate final : public RowDelegate
{
    Q_OBJECT

public:
    using RowDelegate::RowDelegate;

    void setQuery(const Applications::SearchQuery &query) { m_query = query; }

protected:
    [[nodiscard]] QList<TextSpan> highlights(
        const QString &text, const QModelIndex &index) const override;

private:
    Applications::SearchQuery m_query;
};

} // namespace Tenantscope::Ui
