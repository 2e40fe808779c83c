// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tenantview.h"

#include "app/session/tenantbook.h"
#include "app/session/tokenledger.h"
#include "ui/applications/applicationspane.h"
#include "ui/grants/apispage.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/copytree.h"
#include "ui/shared/line.h"
#include "ui/shared/splitter.h"
#include "ui/signin/signinpane.h"
#include "ui/tenants/tenantwords.h"
#include "ui/token/tokenpane.h"
#include "ui/window/tenantstate.h"
#include "ui/window/windowactions.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSettings>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

namespace {

constexpr QLatin1StringView splitterKey = "window/splitter"_L1;

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

TenantView::TenantView(Session::TenantBook &book, KnownTenant &tenant, const Shared &shared)
    : m_book(book)
    , m_tenant(tenant)
    , m_consent(shared.consent)
    , m_actions(shared.actions)
    , m_ledger(shared.ledger)
{
    createPanes(shared);
    connectPanes();
    fillKnown(SecretSource::Session);
    setCurrentWidget(m_tenantPage);
    follow();
}

TenantView::~TenantView() = default;

Session::TenantSession &TenantView::session() const
{
    return m_tenant.session();
}

void TenantView::createPanes(const Shared &shared)
{
    const WindowActions &actions = shared.actions;
    m_signIn = new SignInPane(session(), m_book.hasDemo() ? actions.openDemo : nullptr);
    m_token = new TokenPane(
        session(),
        {.clipboard = shared.clipboard, .settings = shared.settings, .ledger = shared.ledger},
        {.renew = actions.renewToken,
         .copy = actions.copyToken,
         .copyAs = actions.copyAs,
         .inspect = actions.inspectToken,
         .scopes = actions.scopes,
         .reveal = actions.revealToken,
         .cancel = actions.cancelToken});
    m_applications = new ApplicationsPane(
        session(), {.clipboard = shared.clipboard, .settings = shared.settings},
        {.reload = actions.reload,
         .stop = actions.stop,
         .resume = actions.resume,
         .toggleDetails = actions.details,
         .columns = actions.columns,
         .exportRows = actions.exportRows,
         .revealSecret = actions.revealSecret,
         .compareSecret = actions.compareSecret,
         .copyRows = actions.copyRows,
         .ofRows =
             {actions.copy, actions.copyRows, actions.filterByValue, actions.excludeValue,
              actions.openInDashboard, actions.revealSecret, actions.compareSecret, actions.details,
              actions.hideColumn, actions.columns},
         .ofColumns = {
             actions.sortAscending, actions.sortDescending, actions.hideColumn,
             actions.moveColumnLeft, actions.moveColumnRight, actions.widenColumn,
             actions.narrowColumn, actions.columns}});
    m_applications->addDetailsPage(new ApisPage(session()), tr("APIs"));
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(m_applications);
    m_splitter->setStretchFactor(0, 3);

    m_tenantPage = new QWidget;
    auto *layout = new QVBoxLayout(m_tenantPage);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_token);
    layout->addWidget(new Line(Qt::Horizontal, m_tenantPage));
    layout->addWidget(m_splitter, 1);
    addWidget(m_signIn);
    addWidget(m_tenantPage);
}

void TenantView::connectPanes()
{
    connect(m_signIn, &SignInPane::credentialsEntered, this, &TenantView::signIn);
    connect(
        m_signIn, &SignInPane::saveRequested, this,
        [this](const Tenant::Credentials &credentials, const ProfileChoice &choice) {
            save(credentials, choice, credentials.clientSecret, m_signIn->caFile());
        });
    connect(m_signIn, &SignInPane::cancelRequested, this, [this] { m_tenant.cancel(); });
    connect(m_signIn, &SignInPane::leaveRequested, this, &TenantView::leaveForm);
    connect(m_token, &TokenPane::remedyChosen, this, &TenantView::carryOut);
    connect(m_token, &TokenPane::ledgerRequested, this, &TenantView::ledgerRequested);
    connect(
        m_token, &TokenPane::tokenCopied, this,
        [this](const OAuth::AccessToken &token, Session::TokenFormat format) {
            m_ledger.record(ownerOf(m_tenant), token, format);
        });
    connect(m_token, &TokenPane::sessionSecretRequested, this, &TenantView::askForSessionSecret);
    connect(m_applications, &ApplicationsPane::editCredentialsRequested, this, [this] {
        edit(Session::Remedy::None);
    });
    connect(m_applications, &ApplicationsPane::newTokenRequested, this, [this] {
        session().renewToken();
    });
    connect(m_applications, &ApplicationsPane::noted, this, &TenantView::noted);
    connect(m_applications, &ApplicationsPane::countTextChanged, this, &TenantView::changed);
    connect(m_applications, &ApplicationsPane::chosenChanged, this, &TenantView::changed);
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
    m_token->setOffline(offline);
}

void TenantView::setRequestsVisible(bool visible, const QSettings &settings)
{
    if (visible && !m_requests)
        createRequests(settings);
    if (m_requests)
        m_requests->setVisible(visible);
}

/// Only when it is asked for: most never look at it, and all wait for the first paint.
void TenantView::createRequests(const QSettings &settings)
{
    m_requests = new RequestsPane(session());
    m_splitter->addWidget(m_requests);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 280}); // a request's details can be read without dragging
    restoreRequests(settings);
}

void TenantView::restoreRequests(const QSettings &settings)
{
    m_splitter->restoreState(settings.value(splitterKey).toByteArray());
    m_requests->restoreState(settings);
}

void TenantView::escape()
{
    if (m_tenant.isWaiting())
        return m_tenant.cancel();
    if (isTenantShown()
        && (m_applications->leaveSecret() || m_applications->leaveCopy()
            || m_applications->leaveSearch()))
        return;
    if (m_work.isEmpty()) {
        if (!isTenantShown() && m_signIn->canLeave())
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
    if (const auto *tree = qobject_cast<CopyTree *>(focus))
        return tree->copyCurrent();
    if (focus && m_requests && m_requests->isAncestorOf(focus))
        return m_requests->copyCurrent();
    if (isTenantShown())
        m_applications->copySelection();
}

void TenantView::movePane(int step)
{
    if (!isTenantShown())
        return m_signIn->edit(Session::Remedy::None);
    const QList<QWidget *> all = panes();
    const qsizetype current = currentPane();
    const qsizetype first = step > 0 ? 0 : all.size() - 1;
    const qsizetype next = current < 0 ? first : (current + step + all.size()) % all.size();
    if (all[next] == m_applications)
        m_applications->focusTable();
    else if (all[next] == m_requests)
        m_requests->focusTable();
    else
        m_token->focusFirst();
}

QList<QWidget *> TenantView::panes() const
{
    QList<QWidget *> all{m_token, m_applications};
    if (m_requests && m_requests->isVisible())
        all.append(m_requests);
    return all;
}

qsizetype TenantView::currentPane() const
{
    const QList<QWidget *> all = panes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i]->isAncestorOf(QApplication::focusWidget()))
            return i;
    }
    return -1;
}

bool TenantView::isAtEnd(int step) const
{
    if (!isTenantShown())
        return isAncestorOf(QApplication::focusWidget());
    const qsizetype current = currentPane();
    return current >= 0 && (step > 0 ? current == panes().size() - 1 : current == 0);
}

void TenantView::focusMain()
{
    if (isTenantShown())
        m_applications->focusTable();
    else
        m_signIn->edit(Session::Remedy::None);
}

void TenantView::saveState(QSettings &settings) const
{
    m_applications->saveState(settings, stateGroup(m_tenant));
    if (!m_requests)
        return;
    settings.setValue(splitterKey, m_splitter->saveState());
    m_requests->saveState(settings);
}

void TenantView::restoreState(const QSettings &settings)
{
    m_applications->restoreState(settings, stateGroup(m_tenant));
    if (m_requests)
        restoreRequests(settings);
}

bool TenantView::isTenantShown() const
{
    return currentWidget() == m_tenantPage;
}

bool TenantView::isLoading() const
{
    return std::holds_alternative<Applications::ListLoading>(session().applications().state());
}

QString TenantView::countText() const
{
    return isTenantShown() && session().isSignedIn() ? m_applications->countText() : QString();
}

} // namespace Tenantscope::Ui
