// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/column.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

/// Columns of fields are numbered from here, in the order in which they were asked for.
constexpr int firstField = 64;

QStringList &fieldPaths()
{
    static QStringList paths;
    return paths;
}

} // namespace

Column fieldColumn(const QString &path)
{
    for (const Column column : allColumns) {
        if (column != Column::Callbacks && memberOf(column) == path)
            return column;
    }
    return ownColumn(path);
}

Column ownColumn(const QString &path)
{
    QStringList &paths = fieldPaths();
    qsizetype place = paths.indexOf(path);
    if (place < 0) {
        place = paths.size();
        paths.append(path);
    }
    return Column(firstField + place);
}

bool isField(Column column)
{
    return int(column) >= firstField;
}

QString memberOf(Column column)
{
    if (isField(column))
        return fieldPaths().at(int(column) - firstField);
    switch (column) {
    case Column::Name:
        return u"name"_s;
    case Column::Type:
        return u"app_type"_s;
    case Column::ClientId:
        return u"client_id"_s;
    case Column::FirstParty:
        return u"is_first_party"_s;
    case Column::Callbacks:
        return u"callbacks"_s;
    case Column::GrantTypes:
        return u"grant_types"_s;
    case Column::Description:
        return u"description"_s;
    case Column::Findings:
        return u"#findings"_s;
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Applications
