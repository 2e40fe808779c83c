// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/signin/signinpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusline.h"

#include <QStackedWidget>

// How the window follows its session: page, title, and which actions can be had.
namespace Tenantscope::Ui {

void MainWindow::followSession()
{
    noteWork();
    if (!m_session.isSignedIn() && !m_opening)
        showPage(m_signIn);
    else if (OAuth::tokenOf(m_session.tokenState()) && !m_hadToken)
        showPage(m_tenantPage);
    if (OAuth::tokenOf(m_session.tokenState()))
        m_signIn->forgetSecret(); // the session has it now
    m_hadToken = OAuth::tokenOf(m_session.tokenState()) != nullptr;
    updateTitle();
    updateActions();
}

void MainWindow::showPage(QWidget *page)
{
    const bool isTenant = page == m_tenantPage;
    if (m_pages->currentWidget() != page) {
        m_pages->setCurrentWidget(page);
        if (isTenant)
            m_applications->focusTable();
    }
    if (isTenant)
        m_signIn->setCanLeave(false);
    showCount();
    updateActions();
}

void MainWindow::showCount()
{
    const bool isTenant = m_pages->currentWidget() == m_tenantPage;
    m_statusLine->setCountText(isTenant ? m_applications->countText() : QString());
}

void MainWindow::updateTitle()
{
    const QString domain = m_session.isSignedIn() ? m_session.domain().text() : QString();
    if (domain.isEmpty())
        setWindowTitle(tr("Tenantscope"));
    else
        setWindowTitle(
            m_isDemo ? tr("DEMO %1 – Tenantscope").arg(domain)
                     : tr("%1 – Tenantscope").arg(domain));
}

void MainWindow::updateActions()
{
    updateTokenActions();
    updateListActions();
}

void MainWindow::updateTokenActions()
{
    const OAuth::TokenState &state = m_session.tokenState();
    const bool hasToken = OAuth::tokenOf(state);
    const bool asking = OAuth::isAsking(state);
    const bool signedIn = m_session.isSignedIn();
    const QString noTenant = tr("No tenant is selected");
    const QString noToken = tr("There is no token");

    m_actions->renewToken->setText(hasToken ? tr("&Get new token") : tr("&Get token"));
    m_actions->renewToken->setIconText(hasToken ? tr("Get new token") : tr("Get token"));
    WindowActions::allow(
        m_actions->renewToken, signedIn && !asking,
        signedIn ? tr("A token request is under way") : noTenant);
    WindowActions::allow(
        m_actions->cancelToken, asking || m_opening, tr("No token request is under way"));
    WindowActions::allow(m_actions->copyToken, hasToken, noToken);
    WindowActions::allow(m_actions->revealToken, hasToken, noToken);
    WindowActions::allow(m_actions->forgetToken, signedIn, noTenant);
    WindowActions::allow(m_actions->editCredentials, signedIn, noTenant);
    WindowActions::allow(
        m_actions->clearClipboard, m_clipboard.remaining().has_value(),
        tr("Nothing of ours is on the clipboard"));
    if (m_demo)
        WindowActions::allow(
            m_actions->openDemo, !m_opening && !m_isDemo,
            m_opening ? tr("A tenant is being opened") : tr("The demo tenant is open"));
}

void MainWindow::updateListActions()
{
    noteWork();
    const bool isTenant = m_pages->currentWidget() == m_tenantPage;
    const bool listable = m_session.isSignedIn() && m_session.canListApplications();
    const bool loading = std::holds_alternative<Applications::ListLoading>(
        m_session.applications().state());
    const QString noList = m_session.isSignedIn() ? tr("The token is not for the Management API")
                                                  : tr("No tenant is selected");
    WindowActions::allow(m_actions->reload, listable, noList);
    WindowActions::allow(m_actions->stop, loading, tr("Nothing is being loaded"));
    WindowActions::allow(
        m_actions->resume, !loading && m_session.applications().canResume(),
        tr("No load was stopped"));
    const QString noTable = tr("No applications are shown");
    for (QAction *action :
         {m_actions->find, m_actions->copyClientIds, m_actions->details, m_actions->requestLog})
        WindowActions::allow(action, isTenant, noTable);
}

void MainWindow::noteWork()
{
    const auto note = [this](Work work, bool underWay) {
        if (!underWay)
            m_work.removeAll(work);
        else if (!m_work.contains(work))
            m_work.append(work);
    };
    note(Work::Token, OAuth::isAsking(m_session.tokenState()));
    note(
        Work::Applications,
        std::holds_alternative<Applications::ListLoading>(m_session.applications().state()));
}

} // namespace Tenantscope::Ui
