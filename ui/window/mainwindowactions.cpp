// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/requests/requestspane.h"
#include "ui/signin/signinpane.h"
#include "ui/token/tokenpane.h"
#include "ui/window/aboutdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/shortcutlist.h"
#include "ui/window/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>

// What the window's actions do.
namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

/// Shows \a dialog without a loop of its own; it is gone when closed.
void open(QDialog *dialog)
{
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
    on(m_actions->copy, [this] { copyByFocus(); });
    on(m_actions->copyClientIds, [this] { m_applications->copyClientIds(); });
    on(m_actions->find, [this] { m_applications->focusSearch(); });
    on(m_actions->clearClipboard, [this] { m_clipboard.clearNow(); });
    on(m_actions->escape, [this] { escape(); });
    on(m_actions->editCredentials, [this] { editCredentials(Session::Remedy::None); });
    on(m_actions->openDemo, [this] { openDemo(); });
    on(m_actions->forgetToken, [this] { signOut(); });
    on(m_actions->renewToken, [this] { m_session.renewToken(); });
    on(m_actions->copyToken, [this] { m_token->copyToken(); });
    on(m_actions->cancelToken, [this] { cancelToken(); });
    on(m_actions->reload, [this] { m_session.loadApplications(); });
    on(m_actions->stop, [this] { m_session.stopApplications(); });
    on(m_actions->resume, [this] { m_session.resumeApplications(); });
    on(m_actions->shortcuts, [this] { open(new ShortcutList(*m_actions, this)); });
    on(m_actions->about, [this] { open(new AboutDialog(this)); });
    if (!m_demo)
        WindowActions::allow(m_actions->openDemo, false, tr("This build has no demo tenant"));
}

void MainWindow::connectViewActions()
{
    connect(
        m_actions->details, &QAction::toggled, m_applications,
        &ApplicationsPane::setDetailsVisible);
    connect(m_actions->requestLog, &QAction::toggled, m_requests, &QWidget::setVisible);
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

void MainWindow::signIn(const Tenant::Credentials &credentials, bool demo)
{
    m_isDemo = demo;
    m_token->setDemo(demo);
    m_session.signIn(credentials);
}

void MainWindow::signOut()
{
    SignInValues values = sessionValues();
    values.secret.clear();
    values.source = SecretSource::Nowhere;
    values.privateKey.reset();
    m_clipboard.clearNow();
    m_session.signOut();
    if (std::exchange(m_isDemo, false))
        values = {};
    showPage(m_signIn);
    fillForm(values);
}

void MainWindow::editCredentials(Session::Remedy remedy)
{
    m_signIn->fill(m_isDemo ? SignInValues() : sessionValues());
    m_signIn->setCanLeave(m_session.isSignedIn());
    showPage(m_signIn);
    m_signIn->edit(remedy);
}

SignInValues MainWindow::sessionValues() const
{
    SignInValues values;
    values.domain = m_session.domain().text();
    values.clientId = m_session.clientId();
    if (m_session.audience() != m_session.domain().defaultAudience())
        values.audience = m_session.audience();
    if (const auto &credentials = m_session.keeper().credentials()) {
        values.secret = credentials->clientSecret;
        values.source = SecretSource::Session;
        values.privateKey = credentials->privateKey;
        values.organization = credentials->organization;
    }
    return values;
}

void MainWindow::carryOut(Session::Remedy remedy)
{
    switch (remedy) {
    case Session::Remedy::None:
    case Session::Remedy::CopyScope:
        return;
    case Session::Remedy::EditDomain:
    case Session::Remedy::EditClient:
    case Session::Remedy::EditAudience:
        return editCredentials(remedy);
    case Session::Remedy::Retry:
    case Session::Remedy::GetNewToken:
        return m_session.renewToken();
    case Session::Remedy::Reload:
        return m_session.loadApplications();
    }
}

void MainWindow::escape()
{
    if (m_opening)
        return cancelToken();
    const bool isTenant = m_pages->currentWidget() == m_tenantPage;
    if (isTenant && m_applications->leaveSearch())
        return;
    if (m_work.isEmpty()) {
        if (!isTenant && m_signIn->canLeave())
            showPage(m_tenantPage);
        return;
    }
    if (m_work.last() == Work::Token)
        m_session.cancelToken();
    else
        m_session.stopApplications();
}

void MainWindow::cancelToken()
{
    if (m_opening)
        endOpening(Base::failure({.kind = Base::ErrorKind::Cancelled}));
    else
        m_session.cancelToken();
}

void MainWindow::copyByFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focus))
        return edit->copy();
    if (auto *edit = qobject_cast<QPlainTextEdit *>(focus))
        return edit->copy();
    if (focus && m_requests->isAncestorOf(focus)) {
        // A log's cells are redacted at birth: safe on an ordinary clipboard.
        if (const auto *view = qobject_cast<QAbstractItemView *>(focus))
            QApplication::clipboard()->setText(view->currentIndex().data().toString());
        return;
    }
    if (m_pages->currentWidget() == m_tenantPage)
        m_applications->copySelection();
}

void MainWindow::movePane(int step)
{
    if (m_pages->currentWidget() != m_tenantPage)
        return m_signIn->edit(Session::Remedy::None);
    QList<QWidget *> panes{m_token, m_applications};
    if (m_requests->isVisible())
        panes.append(m_requests);
    qsizetype current = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget()))
            current = i;
    }
    const qsizetype next = current < 0 ? 0 : (current + step + panes.size()) % panes.size();
    if (panes[next] == m_applications)
        m_applications->focusTable();
    else if (panes[next] == m_requests)
        m_requests->focusTable();
    else
        m_token->focusFirst();
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
