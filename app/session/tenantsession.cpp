// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantsession.h"

#include "app/management/apicall.h"
#include "app/management/managementclient.h"

#include <utility>

namespace Tenantscope::Session {

using Base::ErrorKind;

TenantSession::TenantSession(
    Base::Clock &clock, Base::Random &random, QString caFile, SessionPolicy policy, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_policy(policy)
    , m_client(clock, random, std::move(caFile))
    , m_keeper(m_client, clock, random)
{
    m_keeper.setPolicy(policy.token);
    connect(&m_keeper, &OAuth::TokenKeeper::stateChanged, this, &TenantSession::tokenChanged);
    connect(&m_client, &Http::Client::exchangeChanged, &m_log, &RequestLog::record);
}

TenantSession::~TenantSession()
{
    // Calls under way tell of their end; nobody listens to half a session.
    m_keeper.disconnect(this);
    m_client.disconnect(&m_log);
    m_applications.disconnect();
    m_grants.disconnect();
    for (const QPointer<Management::ApiCall> &fetch : m_fetches)
        delete fetch;
    delete m_secretList;
}

void TenantSession::warmUp()
{
    Http::Client::warmUp();
}

void TenantSession::signIn(Tenant::Credentials credentials, bool loadsApplications)
{
    const bool isKnownTenant = isKnown(credentials);
    m_loadsOnToken = false; // until the old tenant's token can no longer be taken for the new one's
    if (!isKnownTenant)
        leaveTenant();
    m_applications.stop();
    m_grants.stop();
    m_lastDomain = credentials.domain;
    m_lastClientId = credentials.clientId;
    if (!isKnownTenant || !m_management)
        m_management = std::make_unique<Management::ManagementClient>(
            m_client, m_keeper, m_clock, credentials.domain, m_policy.management);
    m_keeper.setCredentials(std::move(credentials));
    m_loadsOnToken = loadsApplications;
    Q_EMIT signedInChanged();
    m_keeper.request();
}

void TenantSession::signOut()
{
    m_verifiers.clear();
    if (!isSignedIn())
        return;
    m_loadsOnToken = false;
    dropAll();
    Q_EMIT signedInChanged();
}

void TenantSession::lock()
{
    m_verifiers.clear(); // each may hold a token that it is to check
    if (!isSignedIn())
        return;
    m_loadsOnToken = false;
    cancelFetches();
    m_applications.stop();
    m_grants.stop();
    m_keeper.forget();
    m_client.dropConnections(); // credentials went over them
    Q_EMIT signedInChanged();
}

void TenantSession::setCaFile(const QString &caFile)
{
    m_verifiers.clear(); // their keys came by the trust that there was
    m_client.setCaFile(caFile);
}

void TenantSession::setEnvironment(Tenant::Environment environment)
{
    m_applications.setEnvironment(environment);
}

void TenantSession::setInsights(Applications::Insights insights)
{
    m_applications.setInsights(insights);
}

void TenantSession::dropJson(int row)
{
    m_applications.dropJson(row);
}

void TenantSession::renewToken()
{
    m_keeper.request();
}

void TenantSession::cancelToken()
{
    m_keeper.cancel();
}

void TenantSession::loadApplications(Management::ListedMembers listed)
{
    if (!isSignedIn())
        return;
    m_loadsOnToken = false;
    if (canListApplications()) {
        m_management->setListedMembers(listed);
        m_applications.load(*m_management);
        return;
    }
    m_applications.refuse({.kind = ErrorKind::NotManagementAudience, .subject = audience()});
}

void TenantSession::resumeApplications()
{
    if (isSignedIn())
        m_applications.resume();
}

void TenantSession::stopApplications()
{
    m_applications.stop();
}

void TenantSession::loadGrants()
{
    if (!isSignedIn())
        return;
    if (canListApplications())
        m_grants.load(*m_management);
    else
        m_grants.refuse({.kind = ErrorKind::NotManagementAudience, .subject = audience()});
}

void TenantSession::stopGrants()
{
    m_grants.stop();
}

Management::ApiCall *TenantSession::fetchApplication(const QString &clientId, QObject *parent)
{
    return isSignedIn() ? kept(m_management->application(clientId, parent)) : nullptr;
}

Management::ApiCall *TenantSession::fetchSecret(const QString &clientId, QObject *parent)
{
    return isSignedIn() ? kept(m_management->clientSecret(clientId, parent)) : nullptr;
}

Applications::ApplicationList *TenantSession::listWithSecrets(QObject *parent)
{
    if (!isSignedIn() || !canListApplications())
        return nullptr;
    if (m_secretList)
        m_secretList->clear(); // before its reader goes
    m_secretsReader = std::make_unique<Management::ManagementClient>(*m_management);
    m_secretsReader->setListedMembers(Management::ListedMembers::WithSecrets);
    m_secretList = new Applications::ApplicationList(parent);
    m_secretList->load(*m_secretsReader);
    return m_secretList;
}

void TenantSession::verify(
    const Base::Secret &token, const Tenant::Domain &domain, const QString &audience,
    QObject *context, TokenVerifier::Receiver receiver)
{
    std::unique_ptr<TokenVerifier> &verifier = m_verifiers[{domain.text(), audience}];
    if (!verifier)
        verifier = std::make_unique<TokenVerifier>(m_client, m_clock, domain, audience);
    verifier->verify(token, context, std::move(receiver));
}

const Tenant::Domain &TenantSession::domain() const
{
    static const Tenant::Domain none;
    return isSignedIn() ? m_keeper.credentials()->domain : none;
}

QString TenantSession::audience() const
{
    return isSignedIn() ? m_keeper.credentials()->audience : QString();
}

QString TenantSession::clientId() const
{
    return isSignedIn() ? m_keeper.credentials()->clientId : QString();
}

bool TenantSession::isSignedIn() const
{
    return m_keeper.credentials().has_value();
}

bool TenantSession::canListApplications() const
{
    return Tenant::isManagementAudience(audience());
}

bool TenantSession::isKnown(const Tenant::Credentials &credentials) const
{
    return credentials.domain == m_lastDomain && credentials.clientId == m_lastClientId;
}

void TenantSession::leaveTenant()
{
    dropAll();
    m_log.clear(); // last: the calls just dropped told of their end
}

void TenantSession::dropAll()
{
    cancelFetches();
    m_applications.clear();
    m_grants.clear();
    m_verifiers.clear();
    m_keeper.forget();
    m_client.dropConnections(); // credentials went over them
}

void TenantSession::tokenChanged()
{
    if (m_loadsOnToken && std::holds_alternative<OAuth::Valid>(tokenState()))
        loadApplications();
    Q_EMIT tokenStateChanged();
}

/// So that it ends with the sign-in.
Management::ApiCall *TenantSession::kept(Management::ApiCall *fetch)
{
    std::erase_if(m_fetches, [](const auto &each) { return each.isNull() || each->isFinished(); });
    m_fetches.emplace_back(fetch);
    return fetch;
}

void TenantSession::cancelFetches()
{
    for (const QPointer<Management::ApiCall> &fetch : std::exchange(m_fetches, {})) {
        if (fetch)
            fetch->cancel();
    }
    if (m_secretList)
        m_secretList->clear();
}

} // namespace Tenantscope::Session
