// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/shared/closedialogs.h"
#include "ui/shared/emptylook.h"
#include "ui/window/idlelock.h"
#include "ui/window/mainwindow.h"
#include "ui/window/screenlock.h"
#include "ui/window/tenantview.h"
#include "ui/window/tokennotices.h"

#include <QStackedWidget>

#include <utility>

// When the window is locked, and what that means.
namespace Tenantscope::Ui {

void MainWindow::connectLocks()
{
    connect(m_screenLock, &ScreenLock::locked, this, &MainWindow::lockWithScreen);
    connect(m_screenLock, &ScreenLock::unlocked, this, &MainWindow::unlockWithScreen);
    connect(m_idleLock, &IdleLock::idle, this, &MainWindow::lock);
}

void MainWindow::lock()
{
    if (std::exchange(m_isLocked, true))
        return;
    m_clipboard.clearNow();
    m_actions->revealToken->setChecked(false);
    closeDialogs(
        *this); // they hold credentials of their own, or show or would bring in what is not to be seen
    for (TenantView *view : std::as_const(m_views))
        view->lock();
    m_tokenNotices->setLocked(true);
    m_book.lock();
    m_faces->setCurrentWidget(m_lockedLook);
    followTenants();
    followView();
}

void MainWindow::unlock()
{
    m_isLockedByScreen = false;
    if (!std::exchange(m_isLocked, false))
        return;
    m_tokenNotices->setLocked(false);
    m_faces->setCurrentIndex(0);
    for (QAction *action : m_actions->all())
        WindowActions::allow(action, true, {}); // those that cannot be had are named below
    followTenants();
    followView();
    m_book.unlock();
    m_view->focusMain();
}

void MainWindow::lockWithScreen()
{
    if (m_isLocked) // by its user, who alone unlocks it then, or by the screen already
        return;
    m_isLockedByScreen = true;
    lock();
}

void MainWindow::unlockWithScreen()
{
    if (m_isLockedByScreen)
        unlock();
}

} // namespace Tenantscope::Ui
