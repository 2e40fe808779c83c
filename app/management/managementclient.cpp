// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/managementclient.h"

#include "app/management/apicall.h"
#include "app/oauth/tokenkeeper.h"

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

namespace {

/// An ID is text from outside: nothing in it may reach another path.
QString pathOf(const QString &clientId)
{
    return u"/api/v2/clients/" + QString::fromLatin1(QUrl::toPercentEncoding(clientId));
}

} // namespace

ManagementClient::ManagementClient(
    Http::Client &client, OAuth::TokenKeeper &keeper, Base::Clock &clock, Tenant::Domain domain,
    Http::Policy policy)
    : m_client(client)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_domain(std::move(domain))
    , m_policy(policy)
{
}

ApiCall *ManagementClient::get(const QString &path, const QUrlQuery &query, QObject *parent) const
{
    return send(path, query, true, parent);
}

ApiCall *ManagementClient::listApplications(
    const PagePlace &place, int pageSize, QObject *parent) const
{
    return send(
        u"/api/v2/clients"_s, listQuery(place, scopes(), pageSize, m_listed), false, parent);
}

ApiCall *ManagementClient::listGrants(const PagePlace &place, int pageSize, QObject *parent) const
{
    return send(u"/api/v2/client-grants"_s, pageQuery(place, pageSize), false, parent);
}

ApiCall *ManagementClient::application(const QString &clientId, QObject *parent) const
{
    return send(pathOf(clientId), applicationQuery(scopes()), true, parent);
}

ApiCall *ManagementClient::clientSecret(const QString &clientId, QObject *parent) const
{
    return send(pathOf(clientId), secretQuery(), false, parent);
}

ApiCall *ManagementClient::send(
    const QString &path, const QUrlQuery &query, bool logsBody, QObject *parent) const
{
    Http::Request request;
    request.url = m_domain.url(path, query);
    request.bucket = Http::Bucket::Management;
    request.policy = m_policy;
    request.logsBody = logsBody;
    return new ApiCall(m_client, m_keeper, m_clock, std::move(request), parent);
}

OAuth::ScopeSet ManagementClient::scopes() const
{
    if (const OAuth::AccessToken *token = OAuth::tokenOf(m_keeper.state()))
        m_scopes = token->scopes;
    return m_scopes;
}

} // namespace Tenantscope::Management
