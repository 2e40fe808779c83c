// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tenantpage.h"

#include "app/session/tenantsession.h"
#include "ui/applications/applicationspane.h"
#include "ui/grants/apispage.h"
#include "ui/requests/requestspane.h"
#include "ui/shared/copytree.h"
#include "ui/shared/line.h"
#include "ui/shared/splitter.h"
#include "ui/token/tokenpane.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView splitterKey = "window/splitter"_L1;

TokenPane::Actions tokenActions(const WindowActions &actions)
{
    return {
        .renew = actions.renewToken,
        .copy = actions.copyToken,
        .copyAs = actions.copyAs,
        .inspect = actions.inspectToken,
        .scopes = actions.scopes,
        .reveal = actions.revealToken,
        .cancel = actions.cancelToken};
}

ApplicationsPane::Actions listActions(const WindowActions &actions)
{
    return {
        .reload = actions.reload,
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
            actions.narrowColumn, actions.columns}};
}

} // namespace

TenantPage::TenantPage(Session::TenantSession &session, const ViewShared &shared, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_shared(shared)
{
    createPanes();
}

void TenantPage::createPanes()
{
    m_token = new TokenPane(
        m_session,
        {.clipboard = m_shared.clipboard, .settings = m_shared.settings, .ledger = m_shared.ledger},
        tokenActions(m_shared.actions));
    m_applications = new ApplicationsPane(
        m_session, {.clipboard = m_shared.clipboard, .settings = m_shared.settings},
        listActions(m_shared.actions));
    m_applications->addDetailsPage([this] { return new ApisPage(m_session); }, tr("APIs"));
    m_splitter = new Splitter(Qt::Vertical);
    m_splitter->addWidget(m_applications);
    m_splitter->setStretchFactor(0, 3);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_token);
    layout->addWidget(new Line(Qt::Horizontal, this));
    layout->addWidget(m_splitter, 1);
}

void TenantPage::setRequestsVisible(bool visible)
{
    if (visible && !m_requests)
        createRequests();
    if (m_requests)
        m_requests->setVisible(visible);
}

/// Only when it is asked for: most never look at it.
void TenantPage::createRequests()
{
    m_requests = new RequestsPane(m_session);
    m_splitter->addWidget(m_requests);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({320, 280}); // a request's details can be read without dragging
    m_splitter->restoreState(m_shared.state.value(splitterKey).toByteArray());
    m_requests->restoreState(m_shared.state);
}

void TenantPage::copyCurrent(QWidget *focus)
{
    if (const auto *tree = qobject_cast<CopyTree *>(focus))
        return tree->copyCurrent();
    if (focus && m_requests && m_requests->isAncestorOf(focus))
        return m_requests->copyCurrent();
    m_applications->copySelection();
}

void TenantPage::movePane(int step)
{
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

bool TenantPage::isAtEnd(int step) const
{
    const qsizetype current = currentPane();
    return current >= 0 && (step > 0 ? current == panes().size() - 1 : current == 0);
}

QList<QWidget *> TenantPage::panes() const
{
    QList<QWidget *> all{m_token, m_applications};
    if (m_requests && m_requests->isVisible())
        all.append(m_requests);
    return all;
}

qsizetype TenantPage::currentPane() const
{
    const QList<QWidget *> all = panes();
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i]->isAncestorOf(QApplication::focusWidget()))
            return i;
    }
    return -1;
}

void TenantPage::saveState(QSettings &settings, const QString &group) const
{
    m_applications->saveState(settings, group);
    if (!m_requests)
        return;
    settings.setValue(splitterKey, m_splitter->saveState());
    m_requests->saveState(settings);
}

void TenantPage::restoreState(const QString &group)
{
    m_applications->restoreState(m_shared.state, group);
    m_applications->setDetailsVisible(m_shared.actions.details->isChecked());
    setRequestsVisible(m_shared.actions.requestLog->isChecked());
}

} // namespace Tenantscope::Ui
