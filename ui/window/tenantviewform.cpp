// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/signin/signinpane.h"
#include "ui/window/tenantview.h"
#include "ui/window/windowactions.h"

#include <utility>

// How a tenant's form is made, filled and left, and the tenant saved from it.
namespace Tenantscope::Ui {

using Session::KnownTenant;

SignInPane &TenantView::form()
{
    if (!m_form) {
        m_form = new SignInPane(
            session(), m_book.hasDemo() ? m_shared.actions.openDemo : nullptr, this);
        addWidget(m_form);
        connectForm();
        fillKnown(SecretSource::Session);
    }
    return *m_form;
}

void TenantView::connectForm()
{
    connect(m_form, &SignInPane::credentialsEntered, this, &TenantView::signIn);
    connect(
        m_form, &SignInPane::saveRequested, this,
        [this](const Tenant::Credentials &credentials, const ProfileChoice &choice) {
            save(credentials, choice, credentials.clientSecret, m_form->caFile());
        });
    connect(m_form, &SignInPane::cancelRequested, this, [this] { m_tenant.cancel(); });
    connect(m_form, &SignInPane::leaveRequested, this, &TenantView::leaveForm);
}

void TenantView::fillForm(const SignInValues &values)
{
    form().fill(values);
    fillProfile();
    showForm();
    form().edit(Session::Remedy::None);
}

void TenantView::edit(Session::Remedy remedy)
{
    if (m_tenant.kind() == KnownTenant::Kind::Demo) // whose values nobody types
        return Q_EMIT newTenantRequested();
    m_choice.reset();
    fillKnown(SecretSource::Session);
    form().setCanLeave(m_tenant.kind() == KnownTenant::Kind::Saved || session().isSignedIn());
    showForm();
    form().edit(remedy);
}

/// Nobody waits for the keychain any longer, and what is typed is not to be kept there.
void TenantView::askForSessionSecret()
{
    m_tenant.cancel();
    fillKnown(SecretSource::Nowhere);
    form().fillProfile({}, false);
    form().edit(Session::Remedy::EditClient);
}

void TenantView::leaveForm()
{
    m_choice.reset();
    showPage();
}

void TenantView::offerSaving()
{
    form().fillProfile({}, true);
}

void TenantView::showForm()
{
    setCurrentWidget(&form());
    Q_EMIT changed();
}

/// \a heldBy: who has the secret when the session has it not, but is not the keychain.
void TenantView::fillKnown(SecretSource heldBy)
{
    SignInValues values = knownValues();
    if (values.secret.isEmpty() && !values.privateKey)
        values.source = m_tenant.profile().isSecretSaved && heldBy != SecretSource::Nowhere
            ? SecretSource::Keychain
            : SecretSource::Nowhere;
    form().fill(values);
    fillProfile();
}

void TenantView::forgetTyped()
{
    if (m_form)
        m_form->forgetSecret();
}

void TenantView::fillProfile()
{
    const Tenant::Profile &profile = m_tenant.profile();
    const bool isSaved = m_tenant.kind() == KnownTenant::Kind::Saved;
    form().setDemoOffered(!isSaved);
    form().setTitle(isSaved ? tr("Edit “%1”").arg(profile.name) : tr("Sign in to a tenant"));
    form().fillProfile(
        {.name = isSaved ? profile.name : QString(),
         .environment = profile.environment,
         .keepsSecret = !isSaved || profile.isSecretSaved || profile.privateKeyFile.isEmpty()},
        isSaved);
}

SignInValues TenantView::knownValues() const
{
    SignInValues values;
    const Tenant::Profile &profile = m_tenant.profile();
    values.domain = m_tenant.domain().text();
    values.caFile = m_tenant.caFile();
    const auto &credentials = session().keeper().credentials();
    values.clientId = credentials ? credentials->clientId : profile.clientId;
    values.organization = credentials ? credentials->organization : profile.organization;
    const QString audience = credentials ? credentials->audience : profile.audience;
    if (audience != m_tenant.domain().defaultAudience())
        values.audience = audience;
    if (credentials) {
        values.secret = credentials->clientSecret;
        values.privateKey = credentials->privateKey;
        values.source = SecretSource::Session;
    } else if (!profile.privateKeyFile.isEmpty()) {
        values.privateKey = Tenant::PrivateKey{
            .algorithm = profile.signingAlgorithm, .file = profile.privateKeyFile};
    }
    return values;
}

void TenantView::saveWhenSignedIn()
{
    if (!m_choice || !OAuth::tokenOf(session().tokenState()))
        return;
    const ProfileChoice choice = *std::exchange(m_choice, std::nullopt);
    const Tenant::Credentials &credentials = *session().keeper().credentials();
    save(
        credentials, choice, m_isSecretNew ? credentials.clientSecret : Base::Secret(),
        m_tenant.caFile());
}

void TenantView::save(
    const Tenant::Credentials &credentials, const ProfileChoice &choice,
    const Base::Secret &newSecret, const QString &caFile)
{
    Tenant::Profile profile = m_tenant.profile();
    profile.name = choice.name;
    profile.environment = choice.environment;
    profile.domain = credentials.domain;
    profile.clientId = credentials.clientId;
    profile.audience = credentials.audience;
    profile.organization = credentials.organization;
    profile.caFile = caFile;
    profile.privateKeyFile = credentials.privateKey ? credentials.privateKey->file : QString();
    if (credentials.privateKey)
        profile.signingAlgorithm = credentials.privateKey->algorithm;
    profile.isSecretSaved = choice.keepsSecret && !credentials.privateKey;
    Session::ProfileSave *saving = m_book.save(m_tenant, profile, newSecret);
    if (!saving)
        return Q_EMIT noted(tr("Still saving; try again in a moment."));
    connect(saving, &Session::ProfileSave::finished, this, [this, saving] {
        tellSaved(saving->result());
    });
}

void TenantView::tellSaved(const Session::ProfileSaved &saved)
{
    if (!saved.profile) {
        const Session::Sentence why = Session::describe(*saved.error, Session::Doing::SigningIn);
        if (!isTenantShown())
            showError(*saved.error);
        return Q_EMIT noted(tr("Not saved. %1").arg(why.line()));
    }
    if (m_form)
        fillProfile();
    if (!session().isSignedIn())
        showPage();
    const QString name = saved.profile->name;
    if (saved.error)
        Q_EMIT noted(
            tr("“%1” is saved, but not its secret, which is kept for this session only. %2")
                .arg(name, Session::describe(*saved.error, Session::Doing::SigningIn).line()));
    else
        Q_EMIT noted(
            saved.profile->isSecretSaved
                ? tr("“%1” is saved, its secret in the system's keychain.").arg(name)
                : tr("“%1” is saved, without a secret.").arg(name));
}

} // namespace Tenantscope::Ui
