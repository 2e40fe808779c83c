// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/textcolumns.h"

#include "app/cli/terminal.h"

#include <algorithm>

namespace Tenantscope::Cli {

namespace {

constexpr auto gap = QLatin1StringView("  ");

} // namespace

QByteArray inColumns(const QList<QStringList> &rows)
{
    QList<int> widths(rows.isEmpty() ? 0 : rows.constFirst().size());
    for (const QStringList &row : rows) {
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row[i]));
    }
    QString text;
    for (const QStringList &row : rows) {
        QString cells;
        for (qsizetype i = 0; i < row.size(); ++i)
            cells += (i > 0 ? QString(gap) : QString()) + padded(row[i], widths[i]);
        text += cells.trimmed() + u'\n';
    }
    return text.toUtf8();
}

} // namespace Tenantscope::Cli
