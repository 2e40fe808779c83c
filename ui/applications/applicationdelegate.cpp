// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/applicationdelegate.h"

#include "ui/applications/applicationcell.h"
#include "ui/applications/highlight.h"

namespace Tenantscope::Ui {

QList<TextSpan> ApplicationDelegate::highlights(const QString &text, const QModelIndex &index) const
{
    return foundSpans(text, m_query.wordsAt(index.data(memberRole).toString()));
}

} // namespace Tenantscope::Ui
