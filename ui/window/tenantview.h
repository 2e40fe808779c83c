// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "app/tenant/credentials.h"
#include "ui/signin/profilebox.h"
#include "ui/signin/signinform.h"
#include "ui/window/tenantpage.h"

#include <QStackedWidget>

#include <optional>

namespace Tenantscope::Session {
class KnownTenant;
struct ProfileSaved;
class TenantBook;
class TenantSession;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class SignInPane;

/// One tenant's form or its page, whichever is in use.
class TenantView final : public QStackedWidget
{
    Q_OBJECT

public:
    TenantView(Session::TenantBook &book, Session::KnownTenant &tenant, const ViewShared &shared);
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
    void leave();       ///< somebody looks at another tenant: as TokenPane::leave()
    void offerSaving(); ///< ticks "Save this tenant"
    /// Tests what the form says, while it is shown, else the connection in use; a form with mistakes shows those.
    void testConnection();
    [[nodiscard]] bool canTest() const;
    void setOffline(bool offline);
    void setDetailsVisible(bool visible);
    void setRequestsVisible(bool visible);
    /// Makes the tenant's page, so that it is there when it is needed: a window's first paint does not wait for it.
    void prepare();

    /// Esc: leaves the search, ends the newest work under way, or leaves the form.
    void escape();
    void copyByFocus();
    void movePane(int step);
    void focusMain();

    void saveState(QSettings &settings) const;

    [[nodiscard]] Session::KnownTenant &tenant() const { return m_tenant; }
    [[nodiscard]] Session::TenantSession &session() const;
    [[nodiscard]] bool isTenantShown() const; ///< else its form
    [[nodiscard]] bool isLoading() const;
    /// Whether a step from the pane that has the focus leads out of this view.
    [[nodiscard]] bool isAtEnd(int step) const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] TokenPane &token() { return page().token(); }
    [[nodiscard]] ApplicationsPane &applications() { return page().applications(); }

Q_SIGNALS:
    void changed(); ///< anything that actions, title or count tell of
    void newTenantRequested();
    void ledgerRequested(); ///< the copied tokens are to be listed
    void detailsVisibleChanged(bool visible);
    /// Text for the window's notice: what became of saving.
    void noted(const QString &text);

private:
    enum class Work { Token, Applications };

    SignInPane &form(); ///< made when first asked for, as the page is
    TenantPage &page();
    void connectForm();
    void connectToken();
    void connectApplications();
    void connectTenant();
    [[nodiscard]] bool isFormAllThereIs() const;
    void follow();
    void followPage();
    void followFailure();
    void noteWork();
    void showForm();
    void showPage();
    void askForSessionSecret();
    void leaveForm();
    void fillKnown(SecretSource heldBy);
    void fillProfile();
    void forgetTyped(); ///< the secret in the form
    [[nodiscard]] SignInValues knownValues() const;
    void signIn(const Tenant::Credentials &credentials, const std::optional<ProfileChoice> &choice);
    void saveWhenSignedIn();
    void save(
        const Tenant::Credentials &credentials, const ProfileChoice &choice,
        const Base::Secret &newSecret, const QString &caFile);
    void tellSaved(const Session::ProfileSaved &saved);

    Session::TenantBook &m_book;
    Session::KnownTenant &m_tenant;
    const ViewShared m_shared;
    SignInPane *m_form = nullptr; ///< once it is asked for, as the page
    TenantPage *m_page = nullptr;
    bool m_isOffline = false;

    std::optional<ProfileChoice> m_choice; ///< to be saved once there is a token
    bool m_isSecretNew = false;            ///< typed, not the keychain's own
    bool m_hadToken = false;
    std::optional<Base::Error> m_toldFailure; ///< the tenant's, as last seen
    QList<Work> m_work;                       ///< under way, the newest last
};

} // namespace Tenantscope::Ui
