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
#include <optional>

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
    /// Brings a tenant's credentials, from a demo tenant to be started or a keychain: calls the receiver once, now or
    /// later.
    using CredentialsReceiver = std::function<void(const Base::Result<Tenant::Credentials> &)>;
    using CredentialsSource = std::function<void(CredentialsReceiver)>;

    /// \a demo may be empty: then no demo tenant is offered.
    MainWindow(
        Session::TenantSession &session, Theme &theme, WindowState &state, CredentialsSource demo,
        QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Gives \a theme what \a state remembers of it: before the first window is made.
    static void restoreTheme(Theme &theme, const WindowState &state);

    /// Puts \a values into the form, where they wait for "Get token".
    void fillForm(const SignInValues &values);
    /// Shows the demo tenant's page and, once that has been painted, starts the tenant and connects to it.
    void openDemo();
    /// Connects to a saved tenant once the window has been painted and \a keychain has brought its secret. Esc, or a keychain
    /// that has it not, leads to the form, filled with \a values.
    void openProfile(const SignInValues &values, CredentialsSource keychain);
    /// A failure that came before the window: told above the form.
    void showError(const Base::Error &error);
    /// The profiles file was damaged, and is kept as \a file.
    void tellDamage(const QString &file);

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
    /// A tenant whose credentials are awaited.
    struct Opening
    {
        CredentialsSource source;
        SignInValues values = {}; ///< for the form, should they not come
        bool isDemo = false;
    };
    void openTenant(Opening opening, const QString &waitingText);
    void startOpening();
    void endOpening(const Base::Result<Tenant::Credentials> &credentials);

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
    void cancelToken();
    void copyByFocus();
    void movePane(int step);
    void showTextStep(int step);

    Session::TenantSession &m_session;
    Theme &m_theme;
    WindowState &m_state;
    CredentialsSource m_demo;

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
    bool m_hadToken = false;
    bool m_isPainted = false;
    std::optional<Opening> m_opening;
    int m_openings = 0; ///< tells one from the next
    QList<Work> m_work; ///< under way, the newest last
};

} // namespace Tenantscope::Ui
