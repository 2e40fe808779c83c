// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationdelegate.h"

#include "ui/applications/applicationcell.h"
#include "ui/applications/highlight.h"

namespace Tenantscope::Ui {

using Applications::SearchKey;

QList<TextSpan> ApplicationDelegate::highlights(const QString &text, const QModelIndex &index) const
{
    const SearchKey key = Applications::searchKeyOf(index.data(memberRole).toString());
    return foundSpans(text, m_query.wordsIn(key));
}

} // namespace Tenantscope::Ui
