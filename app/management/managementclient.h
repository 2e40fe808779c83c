// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/policy.h"
#include "app/management/listquery.h"
#include "app/tenant/domain.h"

QT_BEGIN_NAMESPACE
class QObject;
QT_END_NAMESPACE

namespace Tenantscope::Http {
class Client;
}

namespace Tenantscope::OAuth {
class TokenKeeper;
}

namespace Tenantscope::Management {

class ApiCall;

/// Makes the requests of one tenant's Management API; every one is a GET.
class ManagementClient final
{
public:
    ManagementClient(
        Http::Client &client, OAuth::TokenKeeper &keeper, Base::Clock &clock, Tenant::Domain domain,
        Http::Policy policy = Http::Policy::management());

    /// What listApplications() asks for; without secrets unless set.
    void setListedMembers(ListedMembers listed) { m_listed = listed; }
    [[nodiscard]] ListedMembers listedMembers() const { return m_listed; }

    /// `GET {path}?{query}`; \a path starts with /api/v2/.
    ApiCall *get(const QString &path, const QUrlQuery &query, QObject *parent) const;
    /// One page of `GET /api/v2/clients`; its body is not logged.
    ApiCall *listApplications(const PagePlace &place, int pageSize, QObject *parent) const;
    /// One page of `GET /api/v2/client-grants`, which takes read:client_grants; its body is not logged.
    ApiCall *listGrants(const PagePlace &place, int pageSize, QObject *parent) const;
    /// `GET /api/v2/clients/{id}` without `client_secret` and keys.
    ApiCall *application(const QString &clientId, QObject *parent) const;
    /// `GET /api/v2/clients/{id}` for its `client_secret` alone, which the tenant logs; its body is not logged here.
    ApiCall *clientSecret(const QString &clientId, QObject *parent) const;

    [[nodiscard]] const Http::Client &http() const { return m_client; }
    [[nodiscard]] const Base::Clock &clock() const { return m_clock; }
    [[nodiscard]] const Http::Policy &policy() const { return m_policy; }

private:
    ApiCall *send(
        const QString &path, const QUrlQuery &query, bool logsBody, QObject *parent) const;
    [[nodiscard]] OAuth::ScopeSet scopes() const;

    Http::Client &m_client;
    OAuth::TokenKeeper &m_keeper;
    Base::Clock &m_clock;
    Tenant::Domain m_domain;
    Http::Policy m_policy;
    ListedMembers m_listed = ListedMembers::WithoutSecrets;
    /// Of the last living token: the next one comes of the same grant, so a request made between two has them too.
    mutable OAuth::ScopeSet m_scopes;
};

} // namespace Tenantscope::Management
