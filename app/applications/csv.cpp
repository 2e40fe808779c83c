// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/csv.h"

#include <algorithm>

namespace Tenantscope::Applications {

using namespace Qt::StringLiterals;

namespace {

bool needsQuotes(QStringView cell)
{
    constexpr QStringView special = u",\"\r\n";
    return std::any_of(cell.begin(), cell.end(), [special](QChar c) { return special.contains(c); })
        || (!cell.isEmpty() && (cell.front() == u' ' || cell.back() == u' '));
}

QString csvCell(QString cell)
{
    cell.replace(QChar::Null, QChar(0x2400)); // readers of CSV stop, or refuse, at a NUL
    if (isFormula(cell))
        cell.prepend(u'\'');
    if (!needsQuotes(cell))
        return cell;
    return u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

bool isFormula(QStringView cell)
{
    constexpr QStringView starts = u"=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";
    return !cell.isEmpty() && starts.contains(cell.front());
}

QByteArray csvRecord(const QStringList &cells)
{
    QStringList ready;
    ready.reserve(cells.size());
    for (const QString &cell : cells)
        ready.append(csvCell(cell));
    const QString record = ready.join(u',') + u"\r\n"_s;
    return record.toUtf8();
}

} // namespace Tenantscope::Applications
