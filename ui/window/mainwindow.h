// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/session/tokenledger.h"
#include "ui/inspector/inspectordialog.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/secretclipboard.h"
#include "ui/signin/signinform.h"
#include "ui/token/productionconsent.h"
#include "ui/window/networkstate.h"
#include "ui/window/tenantstate.h"
#include "ui/window/windowactions.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
class TenantSession;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class EmptyLook;
class IdleLock;
class NoticeBar;
class Notifier;
class Presentation;
class ScreenLock;
class SettingsDialog;
class Splitter;
class StatusLine;
class SystemScheme;
class TenantsPane;
class TenantView;
class Theme;
class TokenNotices;
class WindowState;
struct TokenNotice;

/// The window: shows one of the book's tenants at a time, beside the list of all, and carries out what the menus ask for.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Shows the tenant that was shown last, else the first, else an empty form. \a book has been loaded.
    MainWindow(
        Session::TenantBook &book, Theme &theme, WindowState &state, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Gives \a theme what \a state remembers of it: before the first window is made.
    static void restoreTheme(Theme &theme, const WindowState &state);

    /// Puts \a values into the form of a tenant that is not saved, where they wait for "Get token".
    void fillForm(const SignInValues &values);
    /// Shows the demo tenant's page and, once that has been painted, starts the tenant and connects to it.
    void openDemo();
    void showTenant(Session::KnownTenant &tenant);
    /// Shows \a tenant and connects to it, once the window has been painted.
    void openTenant(Session::KnownTenant &tenant);
    /// A failure that came before the window: told above the form.
    void showError(const Base::Error &error);
    /// The profiles file was damaged, and is kept as \a file.
    void tellDamage(const QString &file);
    void lock();
    void unlock();

    [[nodiscard]] const WindowActions &actions() const { return *m_actions; }
    [[nodiscard]] Session::KnownTenant &tenant() const; ///< the one that is shown
    [[nodiscard]] bool isLocked() const { return m_isLocked; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void createPanes();
    void connectActions();
    void connectTenantActions();
    void connectViewActions();
    void connectInsight();
    void connectParts();
    void connectLocks();
    void connectNotices();
    void connectTheme();
    void connectSettings();
    void restoreState();
    void saveState();
    void startLateWork();

    [[nodiscard]] TenantView &viewOf(Session::KnownTenant &tenant);
    void leaveView();
    void giveUpDemo(Session::KnownTenant &demo);
    void forgetTenant(Session::KnownTenant *gone);
    void forgetStateOf(const Session::KnownTenant &removed);
    void followTenants();
    void followRemoval();
    [[nodiscard]] Session::KnownTenant &firstTenant() const;

    void addTenant();
    void duplicateTenant();
    void removeTenant();
    void undoRemoval();
    void moveTenant(int step);
    void signOut();
    void exportTenants();
    void tell(const Base::Error &error);
    [[nodiscard]] InspectorDialog &inspector();
    void inspectToken(InspectorDialog::Page page);
    void inspectPasted();
    void showCopiedTokens();
    void openInsight(QDialog *dialog);
    void showGrants();
    void showComparison();
    void saveSnapshot();
    void saveSnapshotOf(const Session::KnownTenant &tenant, const QString &file);
    void updateInsightActions();
    void movePane(int step);
    void showTextStep(int step);
    void showSettings();
    void applySettings();
    void lockWithScreen();
    void unlockWithScreen();
    void notify(const TokenNotice &notice);
    void showNoticed(const void *subject);

    void followView();
    void updateTitle();
    [[nodiscard]] QString usualTitle() const;
    void updatePresentation();
    void updateActions();
    void updateTenantActions();
    void updateTokenActions();
    void updateListActions();
    void updateSecretActions();
    void allowWhileLocked();

    Session::TenantBook &m_book;
    Theme &m_theme;
    WindowState &m_state;
    RemovedState m_removedState; ///< while the removal can be undone

    SettingsKeeper m_settings;
    SecretClipboard m_clipboard;
    ProductionConsent m_consent;
    Session::TokenLedger m_ledger; ///< outlives the tenants whose tokens it lists
    NetworkState m_network;
    Presentation *m_presentation;
    SystemScheme *m_systemScheme;
    ScreenLock *m_screenLock;
    IdleLock *m_idleLock;
    TokenNotices *m_tokenNotices;
    Notifier *m_notifier;
    WindowActions *m_actions;
    QStackedWidget *m_faces = nullptr; ///< all of it, or that it is locked
    EmptyLook *m_lockedLook = nullptr;
    QPointer<QDialog> m_insight; ///< on the tenant that is shown; gone with it, and with a lock
    QPointer<InspectorDialog> m_inspector; ///< made when it is first wanted, gone with a lock
    Splitter *m_splitter = nullptr;
    TenantsPane *m_tenants = nullptr;
    NoticeBar *m_notice = nullptr;
    QStackedWidget *m_stack = nullptr;
    StatusLine *m_statusLine = nullptr;
    QPointer<SettingsDialog> m_settingsDialog; ///< while it is open
    QHash<const Session::KnownTenant *, TenantView *> m_views;
    TenantView *m_view = nullptr; ///< never null once constructed

    bool m_isPainted = false;
    bool m_isLocked = false;
    bool m_isLockedByScreen = false; ///< so it unlocks with the screen, too
    bool m_isClosing = false;        ///< a removal is being ended
};

} // namespace Tenantscope::Ui
