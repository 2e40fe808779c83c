// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "app/tenant/credentials.h"
#include "ui/signin/profilebox.h"
#include "ui/signin/signinform.h"

#include <QStackedWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
struct ProfileSaved;
class TenantBook;
class TenantSession;
class TokenLedger;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class ApplicationsPane;
class ProductionConsent;
class RequestsPane;
class SecretClipboard;
class SettingsKeeper;
class SignInPane;
class Splitter;
class TokenPane;
class WindowActions;

/// One tenant's panes: its form, or its token, applications and request log.
class TenantView final : public QStackedWidget
{
    Q_OBJECT

public:
    /// What all views of a window share.
    struct Shared
    {
        SecretClipboard &clipboard;
        ProductionConsent &consent;
        const SettingsKeeper &settings;
        Session::TokenLedger &ledger;
        const WindowActions &actions;
    };

    TenantView(Session::TenantBook &book, Session::KnownTenant &tenant, const Shared &shared);
    ~TenantView() override;

    void fillForm(const SignInValues &values);
    /// The form with what is known of the tenant; focus to what \a remedy is about.
    void edit(Session::Remedy remedy);
    void showError(const Base::Error &error);
    void carryOut(Session::Remedy remedy);
    /// Token and secret are forgotten; the form, or the card, remains.
    void signOut();
    /// Token and secret of the form are forgotten, and what was about to be done with them.
    void lock();
    void offerSaving(); ///< ticks "Save this tenant"
    /// Tests what the form says, while it is shown, else the connection in use; a form with mistakes shows those.
    void testConnection();
    [[nodiscard]] bool canTest() const;
    void setOffline(bool offline);
    /// \a settings: how it looked last.
    void setRequestsVisible(bool visible, const QSettings &settings);

    /// Esc: leaves the search, ends the newest work under way, or leaves the form.
    void escape();
    void copyByFocus();
    void movePane(int step);
    void focusMain();

    void saveState(QSettings &settings) const;
    void restoreState(const QSettings &settings);

    [[nodiscard]] Session::KnownTenant &tenant() const { return m_tenant; }
    [[nodiscard]] Session::TenantSession &session() const;
    [[nodiscard]] bool isTenantShown() const; ///< else its form
    [[nodiscard]] bool isLoading() const;
    /// Whether a step from the pane that has the focus leads out of this view.
    [[nodiscard]] bool isAtEnd(int step) const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] TokenPane &token() const { return *m_token; }
    [[nodiscard]] ApplicationsPane &applications() const { return *m_applications; }

Q_SIGNALS:
    void changed(); ///< anything that actions, title or count tell of
    void newTenantRequested();
    void ledgerRequested(); ///< the copied tokens are to be listed
    /// Text for the window's notice: what became of saving.
    void noted(const QString &text);

private:
    enum class Work { Token, Applications };

    void createPanes(const Shared &shared);
    void createRequests(const QSettings &settings);
    void restoreRequests(const QSettings &settings);
    [[nodiscard]] QList<QWidget *> panes() const;
    [[nodiscard]] qsizetype currentPane() const; ///< −1: none has the focus
    void connectPanes();
    void follow();
    void followOpening();
    void noteWork();
    void showPage(QWidget *page);
    void askForSessionSecret();
    void leaveForm();
    void fillKnown(SecretSource heldBy);
    void fillProfile();
    [[nodiscard]] SignInValues knownValues() const;
    void signIn(const Tenant::Credentials &credentials, const std::optional<ProfileChoice> &choice);
    void saveWhenSignedIn();
    void save(
        const Tenant::Credentials &credentials, const ProfileChoice &choice,
        const Base::Secret &newSecret, const QString &caFile);
    void tellSaved(const Session::ProfileSaved &saved);

    Session::TenantBook &m_book;
    Session::KnownTenant &m_tenant;
    ProductionConsent &m_consent;
    const WindowActions &m_actions;
    Session::TokenLedger &m_ledger;
    SignInPane *m_signIn = nullptr;
    QWidget *m_tenantPage = nullptr;
    TokenPane *m_token = nullptr;
    ApplicationsPane *m_applications = nullptr;
    RequestsPane *m_requests = nullptr; ///< once it is asked for
    Splitter *m_splitter = nullptr;

    std::optional<ProfileChoice> m_choice; ///< to be saved once there is a token
    bool m_isSecretNew = false;            ///< typed, not the keychain's own
    bool m_hadToken = false;
    std::optional<Base::Error> m_toldFailure; ///< the tenant's, as last seen
    QList<Work> m_work;                       ///< under way, the newest last
};

} // namespace Tenantscope::Ui
