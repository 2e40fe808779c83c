// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/cataloguetable.h"

#include <QFile>

// Outside any namespace, as Qt's macro demands: the library is static, so its resources need a name called.
static void initialiseCatalogue()
{
    Q_INIT_RESOURCE(catalogue);
}

namespace Tenantscope::Management {

using namespace Qt::StringLiterals;

QList<QStringList> readCatalogueTable(const QString &name, qsizetype columns)
{
    initialiseCatalogue();
    QFile file(u":/catalogue/"_s + name + u".tsv"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        Q_ASSERT_X(false, "readCatalogueTable", "there is no such table in this program");
        return {};
    }
    const QString text = QString::fromUtf8(file.readAll());
    QList<QStringList> rows;
    bool isPastHead = false;
    for (const QStringView line : QStringView(text).split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(u'#'))
            continue;
        if (isPastHead)
            rows.append(line.toString().split(u'\t'));
        isPastHead = true;
        Q_ASSERT(rows.isEmpty() || rows.constLast().size() == columns);
    }
    Q_UNUSED(columns)
    return rows;
}

} // namespace Tenantscope::Management
