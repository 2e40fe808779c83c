// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/settings/settingsdialog.h"
#include "ui/window/idlelock.h"
#include "ui/window/mainwindow.h"

// How the window shows the settings and puts them in force.
namespace Tenantscope::Ui {

void MainWindow::connectSettings()
{
    connect(m_actions->settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(&m_settings, &SettingsKeeper::changed, this, &MainWindow::applySettings);
    connect(m_actions->lockWhenIdle, &QAction::toggled, this, [this](bool isWanted) {
        Settings settings = m_settings.current();
        settings.locksWhenIdle = isWanted;
        m_settings.set(settings);
    });
    applySettings();
}

void MainWindow::showSettings()
{
    if (!m_settingsDialog) {
        m_settingsDialog = new SettingsDialog(m_settings, this);
        m_settingsDialog->setAttribute(Qt::WA_DeleteOnClose);
        m_settingsDialog->addActions({m_actions->present, m_actions->lock});
    }
    m_settingsDialog->show();
    m_settingsDialog->activateWindow(); // it stands above its window anyway
}

void MainWindow::applySettings()
{
    const Settings &settings = m_settings.current();
    m_clipboard.setStay(settings.clipboardStay);
    m_actions->lockWhenIdle->setChecked(settings.locksWhenIdle);
    m_idleLock->setEnabled(settings.locksWhenIdle);
}

} // namespace Tenantscope::Ui
