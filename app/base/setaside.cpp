// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/setaside.h"

#include <QFile>
#include <QFileInfo>

namespace Tenantscope::Base {

using namespace Qt::StringLiterals;

QString setAside(const QString &file)
{
    QString name = file + u".unreadable"_s;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = file + u".unreadable-"_s + QString::number(number);
    return QFile::rename(file, name) ? name : QString();
}

} // namespace Tenantscope::Base
