// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/columnlayout.h"

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::Column;

namespace {

constexpr QLatin1StringView countName =
    "#callbacks"_L1; // the number of them, not the field, which has a column, too
constexpr int widest = 10'000;

QString nameOf(Column column)
{
    return column == Column::Callbacks ? QString(countName) : memberOf(column);
}

Column columnOf(const QString &name)
{
    return name == countName ? Column::Callbacks : Applications::fieldColumn(name);
}

} // namespace

QStringList layoutTexts(const ColumnLayout &layout)
{
    QStringList texts;
    texts.append(
        layout.order.column
            ? QString((layout.order.descending ? u"-"_s : u"+"_s) + nameOf(*layout.order.column))
            : QString());
    for (const ColumnLayout::Shown &shown : layout.columns)
        texts.append(QString::number(shown.width) + u' ' + nameOf(shown.column));
    return texts;
}

ColumnLayout layoutOf(const QStringList &texts)
{
    ColumnLayout layout;
    for (const QString &text : texts.sliced(std::min<qsizetype>(1, texts.size()))) {
        const qsizetype blank = text.indexOf(u' ');
        if (blank < 0 || blank + 1 == text.size())
            continue;
        const Column column = columnOf(text.sliced(blank + 1));
        const bool isKnown = std::ranges::any_of(
            layout.columns, [column](const auto &shown) { return shown.column == column; });
        if (!isKnown)
            layout.columns.append({column, std::clamp(text.first(blank).toInt(), 0, widest)});
    }
    const QString order = texts.value(0);
    if (order.size() > 1)
        layout.order = {columnOf(order.sliced(1)), order.startsWith(u'-')};
    return layout;
}

} // namespace Tenantscope::Ui
