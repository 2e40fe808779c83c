// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/apicall.h"

#include "app/http/call.h"
#include "app/http/client.h"
#include "app/oauth/tokenkeeper.h"

#include <utility>

namespace Tenantscope::Management {

using namespace std::chrono_literals;
using Base::ErrorKind;

namespace {

constexpr int mostLate = 5;
/// A tenant counts a token's life in whole seconds: it may end up to one before ours does.
constexpr auto grain = 1s;

} // namespace

ApiCall::ApiCall(
    Http::Client &client, OAuth::TokenKeeper &keeper, const Base::Clock &clock,
    Http::Request request, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_keeper(keeper)
    , m_clock(clock)
    , m_request(std::move(request))
{
    ask(0);
}

ApiCall::~ApiCall() = default;

void ApiCall::cancel()
{
    if (m_finished)
        return;
    delete m_call;
    m_finished = true;
    m_result = Base::failure({.kind = ErrorKind::Cancelled});
    QMetaObject::invokeMethod(this, &ApiCall::finished, Qt::QueuedConnection);
}

bool ApiCall::isQueued() const
{
    if (m_finished)
        return false;
    return !m_call || std::holds_alternative<Http::Call::Queued>(m_call->state());
}

std::optional<Base::Instant> ApiCall::waitsUntil() const
{
    if (!m_call)
        return std::nullopt;
    const auto *waiting = std::get_if<Http::Call::Waiting>(&m_call->state());
    return waiting ? std::optional(waiting->until) : std::nullopt;
}

bool ApiCall::isRateLimited() const
{
    if (!m_call)
        return false;
    const auto *waiting = std::get_if<Http::Call::Waiting>(&m_call->state());
    return waiting && waiting->rateLimited;
}

Base::Result<Http::Response> ApiCall::takeResult()
{
    return std::exchange(m_result, Http::Response{});
}

void ApiCall::ask(quint64 after)
{
    m_keeper.ask({.after = after}, this, [this](const Base::Result<OAuth::AccessToken> &token) {
        if (m_finished) // cancelled meanwhile
            return;
        if (token)
            send(*token);
        else
            finish(Base::failure(token.error()));
    });
}

void ApiCall::send(const OAuth::AccessToken &token)
{
    m_usedSerial = token.serial;
    m_usedExpiry = token.expiresAt;
    Http::Request request = m_request;
    request.bearer = token.value;
    m_call = m_client.send(std::move(request), this);
    connect(m_call, &Http::Call::stateChanged, this, &ApiCall::stateChanged);
    connect(m_call, &Http::Call::finished, this, &ApiCall::callFinished);
}

void ApiCall::callFinished()
{
    Base::Result<Http::Response> result = m_call->takeResult();
    m_call->deleteLater();
    m_call = nullptr;
    const bool unauthorized = !result && result.error().kind == ErrorKind::Unauthorized;
    if (unauthorized && mayReplay()) {
        // All pages that met the same 401 name the same token, so the keeper renews once for all of them.
        ask(m_usedSerial);
        return;
    }
    if (unauthorized)
        m_keeper.reportRejected(m_usedSerial);
    finish(std::move(result));
}

bool ApiCall::mayReplay()
{
    const bool late = m_usedExpiry && m_clock.now() + grain >= *m_usedExpiry;
    if (late && m_late < mostLate) {
        ++m_late;
        return true;
    }
    return !std::exchange(m_replayed, true);
}

void ApiCall::finish(Base::Result<Http::Response> result)
{
    m_finished = true;
    m_result = std::move(result);
    Q_EMIT finished(); // the receiver may delete this
}

} // namespace Tenantscope::Management
