// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/tableprinter.h"

#include "app/applications/fieldvalue.h"
#include "app/base/plaintext.h"
#include "app/cli/csvprinter.h"
#include "app/cli/terminal.h"
#include "app/cli/text.h"
#include "app/session/emptiness.h"

#include <QJsonObject>

#include <algorithm>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int gap = 2;
constexpr qsizetype longestCell = 300; ///< of a table nobody cuts

constexpr auto secretMember = "client_secret"_L1;

QString emptyCell(Session::Emptiness emptiness, const QString &member)
{
    if (member == Applications::memberOf(Applications::Column::Type))
        return Text::tr("Generic"); // what Auth0's dashboard calls an application without a type
    const QString mark = Session::emptinessMark(emptiness, member);
    // A scope alone looks like a value.
    return emptiness == Session::Emptiness::NotVisible ? Text::tr("needs %1").arg(mark) : mark;
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

QStringList TablePrinter::members() const
{
    QStringList members;
    for (const Column &column : m_columns) {
        if (column.shown)
            members.append(Applications::memberOf(*column.shown));
    }
    return members;
}

QString TablePrinter::cell(int row, const Column &column) const
{
    const QString member = column.shown ? Applications::memberOf(*column.shown)
                                        : QString(secretMember);
    const QJsonValue secret = column.shown ? QJsonValue()
                                           : store().application(row).members().value(member);
    const Applications::Absence absence = column.shown ? store().absence(row, *column.shown)
                                                       : Applications::absenceOf(secret);
    if (const auto emptiness = Session::emptinessOf(absence, member, scopes()))
        return emptyCell(*emptiness, member);
    return Base::plainLine(
        column.shown ? store().text(row, *column.shown) : cellText(secret), longestCell);
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
