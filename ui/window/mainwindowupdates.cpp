// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantwords.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticewords.h"
#include "ui/window/statusline.h"
#include "ui/window/tenantview.h"
#include "ui/window/tokennotices.h"

#include <QActionGroup>

// How the window follows the tenant it shows: title, and which actions can be had.
namespace Tenantscope::Ui {

using Session::KnownTenant;

void MainWindow::followView()
{
    m_statusLine->setCountText(m_isLocked ? QString() : m_view->countText());
    updatePresentation();
    updateTitle();
    updateActions();
}

/// What nobody is to see in presentation mode.
void MainWindow::updatePresentation()
{
    QStringList names{m_book.removedName()};
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (const KnownTenant *known : tenants) {
        const Tenant::Profile &profile = known->profile();
        names += {
            known->domain().text(),
            profile.domain.text(),
            profile.clientId,
            known->session().clientId(),
            QUrl(profile.audience).host(),
            QUrl(known->session().audience()).host()};
        if (known->isProduction())
            names.append(profile.name);
    }
    for (int i = 0; i < m_ledger.size(); ++i) { // of tenants that are gone, too
        const Session::TokenOwner &owner = m_ledger.at(i).owner;
        names += {owner.domain.text(), owner.clientId};
        if (owner.isProduction)
            names.append(owner.name);
    }
    m_presentation->setNames(names);
}

void MainWindow::updateTitle()
{
    const std::optional<TokenNotice> notice = m_tokenNotices->unseen();
    const QString lead = notice ? titleLead(*notice, tenant(), this) : QString();
    setWindowTitle(lead.isEmpty() ? usualTitle() : tr("%1 – %2").arg(lead, usualTitle()));
}

QString MainWindow::usualTitle() const
{
    const KnownTenant &shown = tenant();
    const bool isNamed = shown.kind() != KnownTenant::Kind::Unsaved || shown.session().isSignedIn();
    const QString domain = isNamed && !m_isLocked ? shownText(this, shown.domain().text())
                                                  : QString();
    const bool isMarked = shown.isProduction() || shown.kind() == KnownTenant::Kind::Demo;
    if (domain.isEmpty())
        return tr("Tenantscope");
    return isMarked ? tr("%1 %2 – Tenantscope").arg(environmentWord(shown), domain)
                    : tr("%1 – Tenantscope").arg(domain);
}

void MainWindow::updateActions()
{
    if (!m_view)
        return;
    updateTenantActions();
    updateTokenActions();
    updateListActions();
    updateInsightActions();
    if (m_isLocked)
        allowWhileLocked();
}

void MainWindow::updateTenantActions()
{
    const KnownTenant &shown = tenant();
    const bool isSaved = shown.kind() == KnownTenant::Kind::Saved;
    const bool isDemo = shown.kind() == KnownTenant::Kind::Demo;
    const bool signedIn = shown.session().isSignedIn();
    const QString noTenant = tr("No tenant is selected");
    const QString notSaved = tr("This tenant is not saved");
    WindowActions::allow(
        m_actions->editCredentials, isSaved || (signedIn && !isDemo),
        isDemo ? tr("The demo tenant's values are its own") : noTenant);
    for (QAction *action :
         {m_actions->duplicateTenant, m_actions->moveTenantUp, m_actions->moveTenantDown})
        WindowActions::allow(action, isSaved, notSaved);
    const bool isSaving = m_book.isSaving(shown);
    WindowActions::allow(
        m_actions->removeTenant, !isSaving && (isSaved || (!isDemo && !shown.domain().isEmpty())),
        isSaving ? tr("It is being saved") : noTenant);
    WindowActions::allow(
        m_actions->undoRemoval, !m_book.removedName().isEmpty(), tr("No tenant was just removed"));
    WindowActions::allow(m_actions->forgetToken, signedIn || shown.isWaiting(), noTenant);
    if (!m_book.hasDemo())
        WindowActions::allow(m_actions->openDemo, false, tr("This build has no demo tenant"));
    else
        WindowActions::allow(m_actions->openDemo, !isDemo, tr("The demo tenant is open"));
    WindowActions::allow(
        m_actions->testConnection, m_view->canTest(),
        isDemo ? tr("The demo tenant is on this computer") : noTenant);
    WindowActions::allow(
        m_actions->exportTenants, !m_book.store().profiles().isEmpty(), tr("No tenant is saved"));
    WindowActions::allow(m_actions->unlock, m_isLocked, tr("Tenantscope is not locked"));
}

void MainWindow::updateTokenActions()
{
    const KnownTenant &shown = tenant();
    const OAuth::TokenState &state = shown.session().tokenState();
    const bool hasToken = OAuth::tokenOf(state);
    const bool isAsking = OAuth::isAsking(state) || shown.isWaiting();
    const bool canAsk = shown.session().isSignedIn() || shown.hasSecret();
    const QString noToken = tr("There is no token");

    m_actions->renewToken->setText(hasToken ? tr("&Get new token") : tr("&Get token"));
    m_actions->renewToken->setIconText(hasToken ? tr("Get new token") : tr("Get token"));
    const bool isForm = shown.kind() == KnownTenant::Kind::Unsaved;
    WindowActions::allow(
        m_actions->renewToken, !isAsking && (canAsk || !isForm),
        isAsking ? tr("A token request is under way") : tr("No tenant is selected"));
    WindowActions::allow(m_actions->cancelToken, isAsking, tr("No token request is under way"));
    const bool isCardShown = m_view->isTenantShown();
    QList<QAction *> needToken{m_actions->copyToken, m_actions->revealToken};
    for (const WindowActions::CopyShape &shape : std::as_const(m_actions->copyShapes))
        needToken.append(shape.action);
    for (QAction *action : std::as_const(needToken))
        WindowActions::allow(
            action, hasToken && isCardShown, hasToken ? tr("The form is shown") : noToken);
    // Its key is about rows, too, and they outlive their token.
    const bool hasRows = shown.session().applications().store().size() > 0;
    WindowActions::allow(
        m_actions->copyAs, isCardShown && (hasToken || hasRows),
        isCardShown ? noToken : tr("The form is shown"));
    for (QAction *action : {m_actions->inspectToken, m_actions->scopes})
        WindowActions::allow(action, hasToken, noToken);
    if (m_presentation->isOn())
        WindowActions::allow(m_actions->revealToken, false, tr("Presentation mode is on"));
    WindowActions::allow(
        m_actions->clearClipboard, m_clipboard.isHolding(),
        tr("Nothing of ours is on the clipboard"));
}

void MainWindow::updateSecretActions()
{
    const bool isShown = m_view->isTenantShown();
    const QString reason = isShown ? m_view->applications().whyNoSecret()
                                   : tr("No applications are shown");
    for (QAction *action : {m_actions->revealSecret, m_actions->compareSecret})
        WindowActions::allow(action, reason.isEmpty(), reason);
    if (m_presentation->isOn())
        WindowActions::allow(m_actions->revealSecret, false, tr("Presentation mode is on"));
}

void MainWindow::updateListActions()
{
    Session::TenantSession &session = m_view->session();
    const bool listable = session.isSignedIn() && session.canListApplications();
    const bool isLoading = m_view->isLoading();
    const QString noList = session.isSignedIn() ? tr("The token is not for the Management API")
                                                : tr("No tenant is selected");
    WindowActions::allow(m_actions->reload, listable, noList);
    WindowActions::allow(m_actions->stop, isLoading, tr("Nothing is being loaded"));
    WindowActions::allow(
        m_actions->resume, !isLoading && session.applications().canResume(),
        tr("No load was stopped"));
    const QString noTable = tr("No applications are shown");
    QList<QAction *> needTable{
        m_actions->find,        m_actions->details,        m_actions->requestLog,
        m_actions->copyRows,    m_actions->exportRows,     m_actions->columns,
        m_actions->hideColumn,  m_actions->moveColumnLeft, m_actions->moveColumnRight,
        m_actions->searches,    m_actions->searchHelp,     m_actions->sortAscending,
        m_actions->widenColumn, m_actions->narrowColumn,   m_actions->sortDescending};
    for (const WindowActions::RowShape &shape : std::as_const(m_actions->rowShapes))
        needTable.append(shape.action);
    for (QAction *action : std::as_const(needTable))
        WindowActions::allow(action, m_view->isTenantShown(), noTable);
    const QString noFilter = m_view->isTenantShown() ? m_view->applications().whyNoFilterByCell()
                                                     : noTable;
    for (QAction *action : {m_actions->filterByValue, m_actions->excludeValue})
        WindowActions::allow(action, noFilter.isEmpty(), noFilter);
    updateSecretActions();
    WindowActions::allow(
        m_actions->openInDashboard,
        m_view->isTenantShown() && m_view->applications().canOpenInDashboard(),
        tr("No application is selected, or its page is not known"));
    const bool isProduction = tenant().isProduction();
    WindowActions::allow(
        m_actions->saveView, m_view->isTenantShown() && !isProduction,
        isProduction ? tr("Searches of a production tenant are not kept") : noTable);
}

/// What is masked cannot be acted on; looks and the way out stay.
void MainWindow::allowWhileLocked()
{
    const QList<QAction *> harmless{
        m_actions->close,      m_actions->quit,        m_actions->unlock,    m_actions->menus,
        m_actions->largerText, m_actions->smallerText, m_actions->usualText, m_actions->fullScreen,
        m_actions->shortcuts,  m_actions->about,       m_actions->present};
    const QList<QAction *> all = m_actions->all();
    for (QAction *action : all) {
        if (!harmless.contains(action) && !m_actions->themes->actions().contains(action))
            WindowActions::allow(action, false, tr("Tenantscope is locked"));
    }
}

} // namespace Tenantscope::Ui
