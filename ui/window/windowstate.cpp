// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/windowstate.h"

#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView formatKey = "format"_L1;

/// A name beside \a file that is not taken.
QString nameAside(const QString &file)
{
    QString name = file + u".unreadable"_s;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = file + u".unreadable-"_s + QString::number(number);
    return name;
}

} // namespace

WindowState::WindowState(const QString &file)
{
    if (QFileInfo::exists(file) && !isReadable(file)) {
        const QString aside = nameAside(file);
        if (QFile::rename(file, aside))
            m_setAside = aside;
    }
    begin(file);
}

QString WindowState::usualFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/window.ini"_s;
}

bool WindowState::isReadable(const QString &file)
{
    const QSettings settings(file, QSettings::IniFormat);
    bool isNumber = false;
    const int found = settings.value(formatKey).toInt(&isNumber);
    return settings.status() == QSettings::NoError && isNumber && found == format;
}

void WindowState::begin(const QString &file)
{
    m_settings = std::make_unique<QSettings>(file, QSettings::IniFormat);
    m_settings->setValue(formatKey, format);
}

} // namespace Tenantscope::Ui
