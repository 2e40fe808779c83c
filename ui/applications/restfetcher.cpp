// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/restfetcher.h"

#include "app/management/apicall.h"
#include "app/session/tenantsession.h"

namespace Tenantscope::Ui {

RestFetcher::RestFetcher(Session::TenantSession &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
}

RestFetcher::~RestFetcher() = default;

void RestFetcher::fetch(const QString &clientId)
{
    delete m_call;
    m_clientId = clientId;
    m_call = m_session.fetchApplication(clientId, this);
    if (!m_call) {
        setState(Failed{{.kind = Base::ErrorKind::NoToken}});
        return;
    }
    connect(m_call, &Management::ApiCall::finished, this, &RestFetcher::take);
    setState(Asking{});
}

void RestFetcher::reset()
{
    delete m_call;
    m_clientId.clear();
    setState(Idle{});
}

void RestFetcher::take()
{
    Base::Result<Http::Response> result = m_call->takeResult();
    m_call->deleteLater();
    m_call.clear();
    if (!result)
        setState(Failed{std::move(result.error())});
    else if (!result->json.isObject())
        setState(Failed{{.kind = Base::ErrorKind::Malformed, .status = result->status}});
    else
        setState(Here{std::move(result->body)});
}

void RestFetcher::setState(State state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace Tenantscope::Ui
