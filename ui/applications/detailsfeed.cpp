// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/detailsfeed.h"

#include "app/session/dashboard.h"
#include "app/session/tenantsession.h"
#include "ui/applications/detailsview.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>

namespace Tenantscope::Ui {

using Applications::ApplicationList;

DetailsFeed::DetailsFeed(Session::TenantSession &session, DetailsView &view, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_view(view)
    , m_fetcher(session, nullptr)
{
    const ApplicationList &list = m_session.applications();
    connect(&list, &ApplicationList::added, this, &DetailsFeed::listAdded);
    connect(&list, &ApplicationList::cleared, this, &DetailsFeed::listCleared);
    connect(&list, &ApplicationList::environmentChanged, this, &DetailsFeed::show);
    connect(&m_fetcher, &RestFetcher::stateChanged, this, &DetailsFeed::show);
    connect(&m_view, &DetailsView::fetchRequested, this, [this] { m_fetcher.fetch(m_clientId); });
    connect(&m_view, &DetailsView::cancelRequested, &m_fetcher, &RestFetcher::reset);
    connect(&m_view, &DetailsView::remedyChosen, this, &DetailsFeed::carryOut);
}

void DetailsFeed::setClientId(const QString &clientId)
{
    if (clientId == m_clientId)
        return;
    m_clientId = clientId;
    m_fetcher.reset();
    if (m_clientId.isEmpty())
        m_view.showNothing();
    show();
}

void DetailsFeed::setScopes(const OAuth::ScopeSet &scopes)
{
    if (scopes == m_scopes)
        return;
    m_scopes = scopes;
    show();
}

void DetailsFeed::noteSecret(const QString &clientId, bool isThere)
{
    m_secrets.insert(clientId, isThere);
    show();
}

void DetailsFeed::setActive(bool active)
{
    m_active = active;
    show();
}

void DetailsFeed::listAdded(const Applications::ApplicationStore::Added &added)
{
    const std::optional<int> row = m_session.applications().store().rowOf(m_clientId);
    const bool isNews = row
        && (*row >= added.firstNew
            || std::find(added.replaced.begin(), added.replaced.end(), *row)
                != added.replaced.end());
    if (isNews)
        show(); // which unpacks a page
}

void DetailsFeed::listCleared()
{
    // What was fetched is as old as the list was. What is shown stays until the list has it again.
    m_secrets.clear();
    if (std::holds_alternative<RestFetcher::Here>(m_fetcher.state()))
        m_fetcher.reset();
}

void DetailsFeed::show()
{
    if (!m_active || m_clientId.isEmpty())
        return;
    m_view.setFetching(m_fetcher.state(), dashboardLink());
    const Applications::ApplicationStore &store = m_session.applications().store();
    if (const auto *here = std::get_if<RestFetcher::Here>(&m_fetcher.state()))
        showJson(here->json, true);
    else if (const std::optional<int> row = store.rowOf(m_clientId))
        showJson(store.json(*row), false);
}

QUrl DetailsFeed::dashboardLink() const
{
    const auto *failed = std::get_if<RestFetcher::Failed>(&m_fetcher.state());
    return failed ? Session::dashboardLink(
               Session::describe(failed->error, Session::Doing::LoadingDetails), m_session)
                  : QUrl();
}

void DetailsFeed::showJson(QByteArrayView json, bool isWhole)
{
    ApplicationDetails details = ApplicationDetails::fromJson(m_clientId, json, m_scopes, isWhole);
    if (const auto seen = m_secrets.constFind(m_clientId);
        seen != m_secrets.constEnd() && details.isPublic()) // of others nothing follows from it
        details.hasSecret = *seen;
    details.environment = m_session.applications().store().environment();
    m_view.setDetails(details);
}

void DetailsFeed::carryOut(Session::Remedy remedy)
{
    const auto *failed = std::get_if<RestFetcher::Failed>(&m_fetcher.state());
    if (remedy == Session::Remedy::CopyScope && failed)
        copyScopes(failed->error);
    else if (remedy == Session::Remedy::GetNewToken)
        Q_EMIT newTokenRequested();
    else
        m_fetcher.fetch(m_clientId);
}

void copyScopes(const Base::Error &error)
{
    QGuiApplication::clipboard()->setText(error.scopes.join(u' '));
}

} // namespace Tenantscope::Ui
