// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tenantview.h"

#include "app/session/tenantbook.h"
#include "app/session/tokenledger.h"
#include "ui/applications/applicationspane.h"
#include "ui/signin/signinpane.h"
#include "ui/tenants/tenantwords.h"
#include "ui/token/tokenpane.h"
#include "ui/window/tenantstate.h"
#include "ui/window/windowactions.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace Tenantscope::Ui {

using Session::KnownTenant;

namespace {

/// Whose a token of \a tenant is, for the ledger.
Session::TokenOwner ownerOf(const KnownTenant &tenant)
{
    const Session::TenantSession &session = tenant.session();
    return {
        .name = tenantName(tenant),
        .environment = environmentWord(tenant),
        .isProduction = tenant.isProduction(),
        .domain = session.domain(),
        .clientId = session.clientId(),
        .audience = session.audience(),
        .clockSkew = session.http().clockSkew()};
}

} // namespace

TenantView::TenantView(Session::TenantBook &book, KnownTenant &tenant, const ViewShared &shared)
    : m_book(book)
    , m_tenant(tenant)
    , m_shared(shared)
{
    connectTenant();
    if (!isFormAllThereIs())
        showPage();
    follow();
}

TenantView::~TenantView() = default;

Session::TenantSession &TenantView::session() const
{
    return m_tenant.session();
}

TenantPage &TenantView::page()
{
    if (!m_page) {
        m_page = new TenantPage(session(), m_shared, this);
        addWidget(m_page);
        connectToken();
        connectApplications();
        followPage(); // first: of a production tenant less is kept
        m_page->restoreState(stateGroup(m_tenant));
    }
    return *m_page;
}

void TenantView::prepare()
{
    page();
}

void TenantView::connectToken()
{
    const TokenPane &token = m_page->token();
    connect(&token, &TokenPane::remedyChosen, this, &TenantView::carryOut);
    connect(&token, &TokenPane::ledgerRequested, this, &TenantView::ledgerRequested);
    connect(
        &token, &TokenPane::tokenCopied, this,
        [this](const OAuth::AccessToken &copied, Session::TokenFormat format) {
            m_shared.ledger.record(ownerOf(m_tenant), copied, format);
        });
    connect(&token, &TokenPane::sessionSecretRequested, this, &TenantView::askForSessionSecret);
}

void TenantView::connectApplications()
{
    const ApplicationsPane &applications = m_page->applications();
    connect(&applications, &ApplicationsPane::editCredentialsRequested, this, [this] {
        edit(Session::Remedy::None);
    });
    connect(&applications, &ApplicationsPane::newTokenRequested, this, [this] {
        session().renewToken();
    });
    connect(&applications, &ApplicationsPane::noted, this, &TenantView::noted);
    connect(&applications, &ApplicationsPane::countTextChanged, this, &TenantView::changed);
    connect(&applications, &ApplicationsPane::chosenChanged, this, &TenantView::changed);
    connect(
        &applications, &ApplicationsPane::detailsVisibleChanged, this,
        &TenantView::detailsVisibleChanged);
}

void TenantView::connectTenant()
{
    connect(&m_tenant, &KnownTenant::changed, this, &TenantView::follow);
    connect(&session(), &Session::TenantSession::signedInChanged, this, &TenantView::follow);
    connect(&session(), &Session::TenantSession::tokenStateChanged, this, &TenantView::follow);
    connect(&session().applications(), &Applications::ApplicationList::stateChanged, this, [this] {
        noteWork();
        Q_EMIT changed();
    });
}

void TenantView::setOffline(bool offline)
{
    m_isOffline = offline;
    if (m_page)
        m_page->token().setOffline(offline);
}

void TenantView::setDetailsVisible(bool visible)
{
    if (m_page)
        m_page->applications().setDetailsVisible(visible);
}

void TenantView::setRequestsVisible(bool visible)
{
    if (m_page)
        m_page->setRequestsVisible(visible);
}

void TenantView::leave()
{
    if (m_page)
        m_page->token().leave();
}

void TenantView::escape()
{
    if (m_tenant.isWaiting())
        return m_tenant.cancel();
    if (isTenantShown()
        && (applications().leaveSecret() || applications().leaveCopy()
            || applications().leaveSearch()))
        return;
    if (m_work.isEmpty()) {
        if (!isTenantShown() && form().canLeave())
            leaveForm();
        return;
    }
    if (m_work.last() == Work::Token)
        m_tenant.cancel();
    else
        session().stopApplications();
}

void TenantView::copyByFocus()
{
    QWidget *focus = QApplication::focusWidget();
    if (auto *edit = qobject_cast<QLineEdit *>(focus))
        return edit->copy();
    if (auto *edit = qobject_cast<QPlainTextEdit *>(focus))
        return edit->copy();
    if (isTenantShown())
        m_page->copyCurrent(focus);
}

void TenantView::movePane(int step)
{
    if (isTenantShown())
        m_page->movePane(step);
    else
        form().edit(Session::Remedy::None);
}

bool TenantView::isAtEnd(int step) const
{
    return isTenantShown() ? m_page->isAtEnd(step) : isAncestorOf(QApplication::focusWidget());
}

void TenantView::focusMain()
{
    if (isTenantShown())
        applications().focusTable();
    else
        form().edit(Session::Remedy::None);
}

void TenantView::saveState(QSettings &settings) const
{
    if (m_page)
        m_page->saveState(settings, stateGroup(m_tenant));
}

bool TenantView::isTenantShown() const
{
    return m_page && currentWidget() == m_page;
}

bool TenantView::isLoading() const
{
    return std::holds_alternative<Applications::ListLoading>(session().applications().state());
}

QString TenantView::countText() const
{
    return isTenantShown() && session().isSignedIn() ? m_page->applications().countText()
                                                     : QString();
}

} // namespace Tenantscope::Ui
