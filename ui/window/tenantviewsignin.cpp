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

// How a tenant's view gets it signed in, and follows what becomes of it; tenantviewform.cpp fills its form.
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

} // namespace Tenantscope::Ui
