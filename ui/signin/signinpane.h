// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"
#include "ui/signin/profilebox.h"
#include "ui/signin/signinform.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class Banner;
class ImportBar;
class PlainLabel;

/// Asks for a tenant's credentials and shows how the first token request with them fares.
class SignInPane final : public QWidget
{
    Q_OBJECT

public:
    /// \a openDemo is the action behind "Open the demo tenant".
    SignInPane(Session::TenantSession &session, QAction *openDemo, QWidget *parent = nullptr);

    void fill(const SignInValues &values);
    /// Whether, and as what, the tenant is to be saved; "Save" is there while it is ticked.
    void fillProfile(const ProfileChoice &choice, bool isTicked);
    void setTitle(const QString &title);
    void setDemoOffered(bool isOffered);
    /// What the form says now; nullopt: what is wrong stands beside its field, or the secret is the keychain's.
    [[nodiscard]] std::optional<Tenant::Credentials> take();
    void forgetSecret();
    [[nodiscard]] QString caFile() const; ///< as SignInForm::caFile()
    /// Focus to the field that \a remedy is about, else to the first empty one.
    void edit(Session::Remedy remedy);
    /// Whether there is a tenant's page to go back to.
    void setCanLeave(bool can);
    [[nodiscard]] bool canLeave() const { return m_canLeave; }
    /// A failure that came before a request could be made, such as the demo tenant's that did not start.
    void showError(const Base::Error &error);

Q_SIGNALS:
    /// Without a secret: the keychain has it. With a \a choice the tenant is to be saved once there is a token.
    void credentialsEntered(
        const Tenantscope::Tenant::Credentials &credentials,
        const std::optional<Tenantscope::Ui::ProfileChoice> &choice);
    /// To be saved without signing in; the secret may be missing.
    void saveRequested(
        const Tenantscope::Tenant::Credentials &credentials,
        const Tenantscope::Ui::ProfileChoice &choice);
    void cancelRequested();
    void leaveRequested();

private:
    void createTexts();
    void createButtons(QAction *openDemo);
    void layOut();
    void fillImported(const SignInValues &values);
    void submit();
    void save();
    void showSecretPlace();
    void followSession();
    void showAsking(bool asking);
    void carryOut(Session::Remedy remedy);

    Session::TenantSession &m_session;
    bool m_canLeave = false;
    bool m_isDemoOffered = true;
    bool m_asked = false; ///< from here: the answer belongs here
    Banner *m_banner;
    PlainLabel *m_title;
    PlainLabel *m_purpose;
    ImportBar *m_import;
    SignInForm *m_form;
    ProfileBox *m_profile;
    PlainLabel *m_asking;
    PlainLabel *m_help;
    QPushButton *m_getToken;
    QPushButton *m_save;
    QPushButton *m_cancel;
    QPushButton *m_back;
    QPushButton *m_openDemo = nullptr;
    QPushButton *m_helpButton;
};

} // namespace Tenantscope::Ui
