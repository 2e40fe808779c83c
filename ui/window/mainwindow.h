// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/session/sentence.h"
#include "app/tenant/credentials.h"
#include "ui/shared/secretclipboard.h"
#include "ui/signin/signinform.h"
#include "ui/window/networkstate.h"
#include "ui/window/windowactions.h"

#include <QMainWindow>

#include <functional>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class ApplicationsPane;
class RequestsPane;
class SignInPane;
class Splitter;
class StatusLine;
class SystemScheme;
class Theme;
class TokenPane;
class WindowState;

/// One tenant's window: puts the panes together and carries out what they and the menus ask for.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Brings the demo tenant's credentials, starting it if need be: calls the receiver once, now or later.
    using DemoReceiver = std::function<void(const Base::Result<Tenant::Credentials> &)>;
    using OpenDemo = std::function<void(DemoReceiver)>;

    /// \a openDemo may be empty: then no demo tenant is offered.
    MainWindow(
        Session::TenantSession &session, Theme &theme, WindowState &state, OpenDemo openDemo,
        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Gives \a theme what \a state remembers of it: before the first window is made.
    static void restoreTheme(Theme &theme, const WindowState &state);

    /// Puts \a values into the form, where they wait for "Get token".
    void fillForm(const SignInValues &values);
    /// Shows the demo tenant's page and, once that has been painted, starts the tenant and connects to it.
    void openDemo();

    [[nodiscard]] const WindowActions &actions() const { return *m_actions; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Work { Token, Applications };

    void createPanes();
    void connectActions();
    void connectViewActions();
    void connectPanes();
    void connectTheme();
    void restoreState();
    void saveState();
    void startLateWork();
    void startDemo();
    void demoOpened(const Base::Result<Tenant::Credentials> &credentials);

    void signIn(const Tenant::Credentials &credentials, bool demo);
    void signOut();
    void editCredentials(Session::Remedy remedy);
    [[nodiscard]] SignInValues sessionValues() const;
    void carryOut(Session::Remedy remedy);

    void followSession();
    void showPage(QWidget *page);
    void showCount();
    void updateTitle();
    void updateActions();
    void updateTokenActions();
    void updateListActions();
    void noteWork();

    void escape();
    void copyByFocus();
    void movePane(int step);
    void showTextStep(int step);

    Session::TenantSession &m_session;
    Theme &m_theme;
    WindowState &m_state;
    OpenDemo m_openDemo;

    SecretClipboard m_clipboard;
    NetworkState m_network;
    SystemScheme *m_systemScheme;
    WindowActions *m_actions;
    QStackedWidget *m_pages = nullptr;
    SignInPane *m_signIn = nullptr;
    QWidget *m_tenantPage = nullptr;
    TokenPane *m_token = nullptr;
    ApplicationsPane *m_applications = nullptr;
    RequestsPane *m_requests = nullptr;
    Splitter *m_splitter = nullptr;
    StatusLine *m_statusLine = nullptr;

    bool m_isDemo = false;
    bool m_opensDemo = false;
    bool m_hadToken = false;
    bool m_isPainted = false;
    bool m_demoWaits = false; ///< for the first paint
    QList<Work> m_work;       ///< under way, the newest last
};

} // namespace Tenantscope::Ui
