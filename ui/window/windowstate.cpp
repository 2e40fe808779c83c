// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/windowstate.h"

#include "app/base/setaside.h"

#include <QFileInfo>
#include <QStandardPaths>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView formatKey = "format"_L1;

} // namespace

WindowState::WindowState(const QString &file)
{
    if (QFileInfo::exists(file) && !isReadable(file))
        m_setAside = Base::setAside(file);
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
