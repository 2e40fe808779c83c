// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantspane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shortcutlist.h"
#include "ui/window/statusline.h"
#include "ui/window/tenantview.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include <QMenuBar>

// What the window's actions do.
namespace Tenantscope::Ui {

using Session::KnownTenant;

namespace {

/// Shows \a dialog without a loop of its own; it is gone when closed.
void open(QDialog *dialog, const WindowActions &actions)
{
    dialog->addActions({actions.present, actions.lock}); // their keys work there, too
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto &&function) {
        connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function));
    };
    on(m_actions->close, [this] { close(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->copy, [this] { m_view->copyByFocus(); });
    on(m_actions->find, [this] { m_view->applications().focusSearch(); });
    on(m_actions->clearClipboard, [this] { m_clipboard.clearNow(); });
    on(m_actions->escape, [this] { m_view->escape(); });
    on(m_actions->renewToken, [this] { m_view->carryOut(Session::Remedy::GetNewToken); });
    on(m_actions->copyToken, [this] { m_view->token().copyToken(); });
    on(m_actions->copyAs, [this] {
        if (m_view->applications().isTableFocused())
            m_view->applications().openCopyMenu();
        else
            m_view->token().openCopyMenu();
    });
    for (const WindowActions::CopyShape &shape : std::as_const(m_actions->copyShapes))
        on(shape.action, [this, format = shape.format] { m_view->token().copyToken(format); });
    on(m_actions->cancelToken, [this] { tenant().cancel(); });
    on(m_actions->inspectToken, [this] { inspectToken(InspectorDialog::Page::Claims); });
    on(m_actions->scopes, [this] { inspectToken(InspectorDialog::Page::Scopes); });
    on(m_actions->inspectPasted, [this] { inspectPasted(); });
    on(m_actions->copiedTokens, [this] { showCopiedTokens(); });
    on(m_actions->reload, [this] { m_view->session().loadApplications(); });
    on(m_actions->stop, [this] { m_view->session().stopApplications(); });
    on(m_actions->resume, [this] { m_view->session().resumeApplications(); });
    on(m_actions->copyRows, [this] { m_view->applications().openCopyMenu(); });
    for (const WindowActions::RowShape &shape : std::as_const(m_actions->rowShapes))
        on(shape.action,
           [this, format = shape.format] { m_view->applications().copyRows(format); });
    on(m_actions->exportRows, [this] { m_view->applications().exportRows(); });
    on(m_actions->filterByValue,
       [this] { m_view->applications().filterByCell(Applications::TermUse::Filter); });
    on(m_actions->excludeValue,
       [this] { m_view->applications().filterByCell(Applications::TermUse::Exclude); });
    on(m_actions->openInDashboard, [this] { m_view->applications().openInDashboard(); });
    on(m_actions->revealSecret, [this] { m_view->applications().revealSecret(); });
    on(m_actions->compareSecret, [this] { m_view->applications().compareSecret(); });
    on(m_actions->searches, [this] { m_view->applications().openSearches(); });
    on(m_actions->saveView, [this] { m_view->applications().saveView(); });
    on(m_actions->searchHelp, [this] { m_view->applications().openSearchHelp(); });
    on(m_actions->columns, [this] { m_view->applications().chooseColumns(); });
    on(m_actions->hideColumn, [this] { m_view->applications().hideColumn(); });
    on(m_actions->moveColumnLeft, [this] { m_view->applications().moveColumn(-1); });
    on(m_actions->moveColumnRight, [this] { m_view->applications().moveColumn(1); });
    on(m_actions->widenColumn, [this] { m_view->applications().widenColumn(1); });
    on(m_actions->narrowColumn, [this] { m_view->applications().widenColumn(-1); });
    on(m_actions->sortAscending,
       [this] { m_view->applications().sortByColumn(Qt::AscendingOrder); });
    on(m_actions->sortDescending,
       [this] { m_view->applications().sortByColumn(Qt::DescendingOrder); });
    on(m_actions->shortcuts, [this] { open(new ShortcutList(*m_actions, this), *m_actions); });
    on(m_actions->about, [this] { open(new AboutDialog(this), *m_actions); });
}

void MainWindow::connectTenantActions()
{
    const auto on = [this](QAction *action, auto &&function) {
        connect(action, &QAction::triggered, this, std::forward<decltype(function)>(function));
    };
    on(m_actions->addTenant, [this] { addTenant(); });
    on(m_actions->editCredentials, [this] { m_view->edit(Session::Remedy::None); });
    on(m_actions->duplicateTenant, [this] { duplicateTenant(); });
    on(m_actions->removeTenant, [this] { removeTenant(); });
    on(m_actions->undoRemoval, [this] { undoRemoval(); });
    on(m_actions->moveTenantUp, [this] { moveTenant(-1); });
    on(m_actions->moveTenantDown, [this] { moveTenant(1); });
    on(m_actions->openDemo, [this] { openDemo(); });
    on(m_actions->forgetToken, [this] { signOut(); });
    on(m_actions->testConnection, [this] { m_view->testConnection(); });
    on(m_actions->exportTenants, [this] { exportTenants(); });
    on(m_actions->lock, [this] { lock(); });
    on(m_actions->unlock, [this] { unlock(); });
    for (qsizetype i = 0; i < m_actions->tenants.size(); ++i)
        on(m_actions->tenants[i], [this, i] {
            if (KnownTenant *chosen = m_book.tenants().value(i)) {
                showTenant(*chosen);
                m_view->focusMain();
            }
        });
}

void MainWindow::connectViewActions()
{
    connect(m_actions->details, &QAction::toggled, this, [this](bool visible) {
        if (m_view)
            m_view->setDetailsVisible(visible);
    });
    connect(m_actions->requestLog, &QAction::toggled, this, [this](bool visible) {
        if (m_view)
            m_view->setRequestsVisible(visible);
    });
    connect(m_actions->present, &QAction::toggled, this, [this](bool isOn) {
        m_actions->revealToken->setChecked(false);
        m_presentation->setOn(isOn);
        m_statusLine->setPresenting(isOn);
    });
    connect(m_actions->tenantList, &QAction::toggled, this, &MainWindow::followTenants);
    connect(m_actions->menus, &QAction::triggered, this, [this] {
        menuBar()->setActiveAction(menuBar()->actions().constFirst());
    });
    connect(m_actions->nextPane, &QAction::triggered, this, [this] { movePane(1); });
    connect(m_actions->previousPane, &QAction::triggered, this, [this] { movePane(-1); });
    connect(m_actions->largerText, &QAction::triggered, this, [this] {
        showTextStep(m_theme.textStep() + 1);
    });
    connect(m_actions->smallerText, &QAction::triggered, this, [this] {
        showTextStep(m_theme.textStep() - 1);
    });
    connect(m_actions->usualText, &QAction::triggered, this, [this] { showTextStep(0); });
    connect(m_actions->fullScreen, &QAction::triggered, this, [this](bool full) {
        setWindowState(windowState().setFlag(Qt::WindowFullScreen, full));
    });
}

InspectorDialog &MainWindow::inspector()
{
    if (!m_inspector) {
        m_inspector = new InspectorDialog(m_book, m_ledger, this);
        m_inspector->addActions(
            {m_actions->present, m_actions->lock, m_actions->clearClipboard, m_actions->copyToken,
             m_actions->inspectToken, m_actions->scopes, m_actions->inspectPasted,
             m_actions->copiedTokens});
    }
    m_inspector->show();
    m_inspector->activateWindow(); // it stands above its window anyway
    return *m_inspector;
}

void MainWindow::inspectToken(InspectorDialog::Page page)
{
    InspectorDialog &dialog = inspector();
    dialog.showTenant(tenant());
    dialog.showPage(page);
}

void MainWindow::showCopiedTokens()
{
    const bool wasOpen = m_inspector && m_inspector->isVisible(); // and shows what was chosen there
    InspectorDialog &dialog = inspector();
    if (!wasOpen)
        dialog.showTenant(tenant());
    dialog.showPage(InspectorDialog::Page::CopiedTokens);
}

void MainWindow::inspectPasted()
{
    InspectorDialog &dialog = inspector();
    dialog.paste();
    dialog.showPage(InspectorDialog::Page::Claims);
}

void MainWindow::movePane(int step)
{
    // The list of tenants comes before a tenant's panes.
    if (m_tenants->isVisible() && m_view->isAtEnd(step) && !m_tenants->isAncestorOf(focusWidget()))
        return m_tenants->focusList();
    m_view->movePane(step);
}

void MainWindow::showTextStep(int step)
{
    m_theme.setTextStep(step);
    WindowActions::allow(
        m_actions->largerText, m_theme.textStep() < Theme::largestStep,
        tr("The text is at its largest"));
    WindowActions::allow(
        m_actions->smallerText, m_theme.textStep() > Theme::smallestStep,
        tr("The text is at its smallest"));
}

} // namespace Tenantscope::Ui
