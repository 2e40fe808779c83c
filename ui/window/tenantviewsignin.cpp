// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/applicationspane.h"
#include "ui/doctor/doctordialog.h"
#include "ui/shared/presentation.h"
#include "ui/signin/signinpane.h"
#include "ui/tenants/tenantwords.h"
#include "ui/token/tokenpane.h"
#include "ui/window/tenantview.h"
#include "ui/window/windowactions.h"

// How a tenant's view gets it signed in and saved, and follows what becomes of it.
namespace Tenantscope::Ui {

using Session::KnownTenant;

namespace {

/// \a credentials with what may be remarked on them; nullopt: they lack a secret.
std::optional<Tenant::CheckedCredentials> checkedAgain(const Tenant::Credentials &credentials)
{
    return Tenant::checkCredentials({.domain = credentials.domain.text(),
                                     .clientId = credentials.clientId,
                                     .clientSecret = credentials.clientSecret,
                                     .audience = credentials.audience,
                                     .privateKey = credentials.privateKey,
                                     .organization = credentials.organization})
        .credentials;
}

Keeping keepingFor(const KnownTenant &tenant)
{
    if (tenant.isProduction())
        return Keeping::Never;
    return tenant.kind() == KnownTenant::Kind::Unsaved ? Keeping::ThisRun : Keeping::Always;
}

} // namespace

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

void TenantView::signOut()
{
    m_choice.reset();
    m_tenant.signOut();
    if (m_form)
        fillKnown(SecretSource::Session);
}

void TenantView::lock()
{
    m_choice.reset();
    forgetTyped();
    leave();
}

void TenantView::offerSaving()
{
    form().fillProfile({}, true);
}

bool TenantView::canTest() const
{
    return m_tenant.kind() != KnownTenant::Kind::Demo
        && (!isTenantShown() || session().isSignedIn());
}

void TenantView::testConnection()
{
    const auto tested = isTenantShown() ? session().keeper().credentials() : form().take();
    if (!tested)
        return;
    const auto checked = checkedAgain(*tested);
    if (!checked)
        return Q_EMIT noted(
            tr("The secret is still in the keychain: get a token first, or type it."));
    auto *dialog = new DoctorDialog(
        m_book.services().clock, m_book.services().random,
        {.checked = *checked,
         .caFile = isTenantShown() ? m_tenant.caFile() : form().caFile(),
         .policy = m_book.services().policy},
        this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->addActions(
        {m_shared.actions.present, m_shared.actions.lock}); // their keys work there, too
    dialog->open();
}

void TenantView::showError(const Base::Error &error)
{
    form().showError(error);
}

void TenantView::carryOut(Session::Remedy remedy)
{
    switch (remedy) {
    case Session::Remedy::None:
    case Session::Remedy::CopyScope:
        return;
    case Session::Remedy::EditDomain:
    case Session::Remedy::EditClient:
    case Session::Remedy::EditAudience:
        return edit(remedy);
    case Session::Remedy::Retry:
    case Session::Remedy::GetNewToken:
        return m_tenant.open();
    case Session::Remedy::Reload:
        return session().loadApplications();
    }
}

/// An unsaved tenant that is not signed in has nothing else to show.
bool TenantView::isFormAllThereIs() const
{
    return m_tenant.kind() == KnownTenant::Kind::Unsaved && !session().isSignedIn()
        && !m_tenant.isWaiting();
}

void TenantView::follow()
{
    noteWork();
    Presentation::markProduction(*this, m_tenant.isProduction());
    if (m_page)
        followPage();
    if (m_tenant.isWaiting())
        showPage();
    followFailure();
    const bool hasToken = OAuth::tokenOf(session().tokenState()) != nullptr;
    if (isFormAllThereIs())
        showForm();
    else if (hasToken && !m_hadToken)
        showPage();
    if (hasToken && !m_hadToken)
        forgetTyped(); // the session has it now
    m_hadToken = hasToken;
    saveWhenSignedIn();
    Q_EMIT changed();
}

/// Whose token and list they are, and whom the tenant waits for.
void TenantView::followPage()
{
    const TokenPane::Mark mark = m_tenant.isProduction() ? TokenPane::Mark::Production
        : m_tenant.kind() == KnownTenant::Kind::Demo     ? TokenPane::Mark::Strong
                                                         : TokenPane::Mark::Plain;
    m_page->applications().setSearchKeeping(keepingFor(m_tenant));
    TokenPane &token = m_page->token();
    token.setOffline(m_isOffline);
    token.setMark(environmentWord(m_tenant), mark, &m_shared.consent);
    const bool isWaiting = m_tenant.isWaiting();
    const QString waitingText = m_tenant.kind() == KnownTenant::Kind::Demo
        ? tr("Starting the demo tenant…")
        : tr("Waiting for your keychain…");
    token.setWaiting(
        isWaiting ? waitingText : QString(), m_tenant.domain().text(), m_tenant.waitingSince());
    token.setSessionOffered(isWaiting && m_tenant.kind() != KnownTenant::Kind::Demo);
}

/// Without its credentials the form is where to go on.
void TenantView::followFailure()
{
    const std::optional<Base::Error> &failure = m_tenant.failure();
    const bool isTold = failure == std::exchange(m_toldFailure, failure);
    if (!failure || isTold || m_tenant.kind() == KnownTenant::Kind::Demo)
        return;
    fillKnown(SecretSource::Nowhere);
    form().setCanLeave(true);
    showForm();
    form().edit(Session::Remedy::None);
    if (failure->kind != Base::ErrorKind::Cancelled)
        showError(*failure);
}

void TenantView::noteWork()
{
    const auto note = [this](Work work, bool isUnderWay) {
        if (!isUnderWay)
            m_work.removeAll(work);
        else if (!m_work.contains(work))
            m_work.append(work);
    };
    note(Work::Token, OAuth::isAsking(session().tokenState()));
    note(Work::Applications, isLoading());
}

void TenantView::showForm()
{
    setCurrentWidget(&form());
    Q_EMIT changed();
}

void TenantView::showPage()
{
    if (!isTenantShown()) {
        setCurrentWidget(&page());
        if (isVisible())
            applications().focusTable();
    }
    if (m_form)
        m_form->setCanLeave(false);
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

void TenantView::signIn(
    const Tenant::Credentials &credentials, const std::optional<ProfileChoice> &choice)
{
    const bool isSecretTheKeychains = credentials.clientSecret.isEmpty() && !credentials.privateKey;
    m_choice = choice;
    m_isSecretNew = !isSecretTheKeychains;
    Tenant::Profile edited = m_tenant.profile();
    edited.domain = credentials.domain;
    edited.clientId = credentials.clientId;
    edited.audience = credentials.audience;
    edited.organization = credentials.organization;
    edited.caFile = form().caFile();
    m_tenant.setCaFile(edited.caFile);
    if (isSecretTheKeychains)
        m_tenant.openAs(edited);
    else
        m_tenant.signIn(credentials);
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
