// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tableprinter.h"

#include "app/base/plaintext.h"
#include "app/cli/csvprinter.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"

#include <QJsonObject>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using Applications::Absence;

namespace {

constexpr int gap = 2;
constexpr qsizetype longestCell = 300; ///< of a table nobody cuts

QString absentText(Absence absence, Applications::Column column)
{
    switch (column) {
    case Applications::Column::Type:
        return Text::tr("Generic"); // what Auth0's dashboard calls an application without a type
    case Applications::Column::GrantTypes:
    case Applications::Column::Callbacks:
        return absence == Absence::Missing ? u"–"_s : u"[ ]"_s;
    default:
        return u"–"_s;
    }
}

} // namespace

TablePrinter::TablePrinter(
    const Applications::ApplicationStore &store, bool secrets, std::optional<int> columns)
    : RowPrinter(store)
    , m_width(columns)
{
    using Applications::Column::Callbacks, Applications::Column::ClientId,
        Applications::Column::FirstParty, Applications::Column::GrantTypes,
        Applications::Column::Name, Applications::Column::Type;
    constexpr int uncut = 1'000;
    m_columns = {
        {.title = Text::tr("NAME"), .shown = Name, .least = 12},
        {.title = Text::tr("TYPE"), .shown = Type, .least = 8, .mayGo = true},
        {.title = Text::tr("CLIENT ID"), .shown = ClientId, .least = uncut},
        {.title = Text::tr("FIRST PARTY"), .shown = FirstParty, .least = uncut, .mayGo = true},
        {.title = Text::tr("CALLBACKS"),
         .shown = Callbacks,
         .least = uncut,
         .isNumber = true,
         .mayGo = true},
        {.title = Text::tr("GRANT TYPES"), .shown = GrantTypes, .least = 12, .mayGo = true},
    };
    if (secrets)
        m_columns.push_back({.title = Text::tr("CLIENT SECRET"), .shown = {}, .least = uncut});
}

QByteArray TablePrinter::head(const std::vector<int> &rows)
{
    measure(rows);
    fit();
    return line([](const Column &column) { return column.title; });
}

QByteArray TablePrinter::row(int row)
{
    return line([this, row](const Column &column) { return cell(row, column); });
}

QString TablePrinter::cell(int row, const Column &column) const
{
    if (!column.shown) {
        const QJsonObject members = store().application(row).members();
        return Base::plainLine(cellText(members.value("client_secret"_L1)), longestCell);
    }
    const Absence absence = store().absence(row, *column.shown);
    if (absence != Absence::None)
        return absentText(absence, *column.shown);
    return Base::plainLine(store().text(row, *column.shown), longestCell);
}

QByteArray TablePrinter::line(const std::function<QString(const Column &)> &cellOf) const
{
    QString text;
    for (const Column &column : m_columns) {
        if (!text.isEmpty())
            text += QString(gap, u' ');
        const QString cell = fitted(cellOf(column), column.width);
        if (column.isNumber)
            text += QString(std::max(0, column.width - displayWidth(cell)), u' ') + cell;
        else
            text += padded(cell, column.width);
    }
    while (text.endsWith(u' '))
        text.chop(1);
    return text.append(u'\n').toUtf8();
}

void TablePrinter::measure(const std::vector<int> &rows)
{
    for (Column &column : m_columns) {
        column.width = displayWidth(column.title);
        for (const int row : rows)
            column.width = std::max(column.width, displayWidth(cell(row, column)));
        column.least = std::min(column.least, column.width);
    }
}

void TablePrinter::fit()
{
    while (m_width && totalWidth() > *m_width) {
        const auto widest = std::max_element(
            m_columns.begin(), m_columns.end(),
            [](const Column &a, const Column &b) { return a.width - a.least < b.width - b.least; });
        if (widest->width > widest->least) {
            --widest->width;
            continue;
        }
        const auto last = std::find_if(
            m_columns.rbegin(), m_columns.rend(),
            [](const Column &column) { return column.mayGo; });
        if (last == m_columns.rend())
            return; // a narrower terminal than a client ID: it wraps
        m_columns.erase(std::next(last).base());
    }
}

int TablePrinter::totalWidth() const
{
    int width = -gap;
    for (const Column &column : m_columns)
        width += gap + column.width;
    return width;
}

} // namespace Tenantscope::Cli
