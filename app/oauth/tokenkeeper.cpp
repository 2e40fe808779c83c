// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenkeeper.h"

#include "app/http/call.h"
#include "app/http/client.h"
#include "app/oauth/renewal.h"
#include "app/oauth/tokenrequest.h"
#include "app/oauth/tokenresponse.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::OAuth {

namespace {

Base::Error noToken(QLatin1StringView problem)
{
    return {.kind = Base::ErrorKind::NoToken, .detail = problem};
}

} // namespace

TokenKeeper::TokenKeeper(
    Http::Client &client, Base::Clock &clock, Base::Random &random, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_random(random)
    , m_time(client, clock)
{
}

TokenKeeper::~TokenKeeper()
{
    // Now, not by QObject: the client tells of its end, and who hears that may look at this keeper.
    delete m_call;
}

void TokenKeeper::setPolicy(const Http::Policy &policy)
{
    m_policy = policy;
}

void TokenKeeper::setCredentials(Tenant::Credentials credentials)
{
    dropCall();
    m_waiters.end({.kind = Base::ErrorKind::Cancelled});
    m_credentials = std::move(credentials);
    settleLater();
    setState(next(m_state, Forgotten{}));
}

void TokenKeeper::request()
{
    if (!m_credentials || isAsking(m_state))
        return;
    const TokenState present = next(m_state, TimePassed{m_clock.now()});
    startCall();
    setState(next(present, RequestSent{}));
}

void TokenKeeper::cancel()
{
    if (!isAsking(m_state))
        return;
    dropCall();
    m_waiters.end({.kind = Base::ErrorKind::Cancelled}, [this](const Waiter &waiter) {
        return isMet(waiter.need);
    });
    settleLater();
    setState(next(m_state, RequestCancelled{m_clock.now()}));
}

void TokenKeeper::forget()
{
    dropCall();
    m_waiters.end({.kind = Base::ErrorKind::Cancelled});
    m_credentials.reset();
    settleLater();
    setState(next(m_state, Forgotten{}));
}

void TokenKeeper::ask(TokenNeed need, QObject *context, Receiver receiver)
{
    TokenState state = next(m_state, TimePassed{m_clock.now()});
    const bool needsCall = !isMet(need) && !isAsking(state) && canAskUnasked();
    m_waiters.add(std::move(need), context, std::move(receiver));
    if (isAsking(state)) {
        m_waiters.markAskedFor();
    } else if (needsCall) {
        startCall();
        state = next(std::move(state), RequestSent{.unasked = true});
    }
    settleLater();
    setState(std::move(state));
}

void TokenKeeper::reportRejected(quint64 serial)
{
    const AccessToken *token = tokenOf(m_state);
    if (token && token->serial == serial)
        setState(next(m_state, TokenRejected{}));
}

void TokenKeeper::startCall()
{
    Q_ASSERT(m_credentials && !m_call);
    m_call = m_client.send(
        tokenRequest(
            *m_credentials, [this] { return m_time.now(); }, m_policy),
        this);
    // Queued: a receiver may delete the keeper, and with it the call that is just telling of its end.
    connect(
        m_call, &Http::Call::finished, this,
        [this] {
            if (m_call && m_call->isFinished())
                finishCall();
        },
        Qt::QueuedConnection);
    m_waiters.markAskedFor();
}

/// Whether the tenant refused an assertion that, as its answer tells, was made in a wrong time.
bool TokenKeeper::wasMistimed(const Base::Error &error) const
{
    return m_credentials && m_credentials->privateKey && m_time.wasWrong()
        && tokenError(error).kind == Base::ErrorKind::TokenRefused;
}

void TokenKeeper::dropCall()
{
    if (!m_call)
        return;
    // Not deleted at once: whoever calls may have been called by it.
    Http::Call *call = std::exchange(m_call, nullptr);
    call->disconnect(this);
    call->cancel();
    call->deleteLater();
    m_isCorrected = false;
}

void TokenKeeper::finishCall()
{
    Base::Result<Http::Response> response = m_call->takeResult();
    delete m_call;
    // The first request cannot know that this computer's clock is wrong. Its refusal tells: one more may pass.
    const bool isFirst = !std::exchange(m_isCorrected, false);
    if (isFirst && !response && wasMistimed(response.error())) {
        m_isCorrected = true;
        return startCall();
    }
    const TokenEvent event = eventOf(
        response ? readTokenResponse(std::move(*response)) : Base::failure(response.error()));
    // A token may have run out while its successor was asked for, and the clock not yet have said so.
    setState(next(next(m_state, TimePassed{m_clock.now()}), event));
}

TokenEvent TokenKeeper::eventOf(Base::Result<AccessToken> result)
{
    if (result && result->life() > std::chrono::nanoseconds(0) && result->isExpired(m_clock.now()))
        result = Base::failure(
            {.kind = Base::ErrorKind::TokenUnusable, .detail = TokenProblem::expiredOnArrival});
    if (result) {
        result->serial = ++m_lastSerial;
        const std::optional<Base::Instant> renewsAt = renewalInstant(*result, m_random.fraction());
        return TokenArrived{.token = std::move(*result), .renewsAt = renewsAt};
    }
    Base::Error error = tokenError(result.error());
    if (error.kind == Base::ErrorKind::TokenRefused) {
        if (m_credentials && m_credentials->privateKey && error.detail.isEmpty())
            error.detail = TokenProblem::assertionRefused;
        return RequestRefused{error};
    }
    const RenewalFailure *last = renewalFailureOf(m_state);
    const int failures = last ? last->failures + 1 : 1;
    return RequestFailed{.error = error, .nextTry = nextTryAfter(error, failures, m_clock.now())};
}

void TokenKeeper::setState(TokenState state)
{
    if (state == m_state)
        return;
    m_state = std::move(state);
    armWake();
    settleLater();
    Q_EMIT stateChanged(); // last: whoever hears it may do anything to this keeper
}

void TokenKeeper::armWake()
{
    const AccessToken *token = tokenOf(m_state);
    std::optional<Base::Instant> wakeAt = token ? token->expiresAt : std::nullopt;
    if (const auto nextTry = nextTryOf(m_state))
        wakeAt = std::min(wakeAt.value_or(*nextTry), *nextTry);
    m_wake = wakeAt ? m_clock.wakeAt(*wakeAt, [this] { wakeUp(); }) : Base::Wake();
}

void TokenKeeper::wakeUp()
{
    const Base::Instant now = m_clock.now();
    // Looked at first: after a suspend, both the renewal and the end may be past.
    const std::optional<Base::Instant> nextTry = nextTryOf(m_state);
    TokenState state = next(m_state, TimePassed{now});
    if (nextTry && *nextTry <= now) {
        startCall();
        state = next(std::move(state), RequestSent{.unasked = true});
    }
    setState(std::move(state));
}

bool TokenKeeper::canAskUnasked() const
{
    const RenewalFailure *failure = renewalFailureOf(m_state);
    const bool wasRefused = std::holds_alternative<Refused>(m_state)
        || (failure && failure->error.kind == Base::ErrorKind::TokenRefused);
    return m_credentials && !wasRefused;
}

bool TokenKeeper::isMet(const TokenNeed &need) const
{
    const AccessToken *token = tokenOf(m_state);
    return token && need.isMetBy(*token, m_clock.now());
}

Waiters::Answer TokenKeeper::answerFor(const Waiter &waiter) const
{
    if (isMet(waiter.need))
        return *tokenOf(m_state);
    if (isAsking(m_state) || (!waiter.wasAskedFor && canAskUnasked()))
        return {};
    if (const auto *refused = std::get_if<Refused>(&m_state))
        return Base::failure(refused->error);
    if (const auto *none = std::get_if<NoToken>(&m_state))
        return Base::failure(none->error.value_or(noToken(TokenProblem::noCredentials)));
    if (const RenewalFailure *failure = renewalFailureOf(m_state))
        return Base::failure(failure->error);
    if (const auto *expired = std::get_if<Expired>(&m_state))
        return Base::failure(
            noToken(expired->onArrival ? TokenProblem::expiredOnArrival : TokenProblem::expired));
    return Base::failure(noToken(TokenProblem::lifeTooShort));
}

void TokenKeeper::settleLater()
{
    if (m_isSettling || m_waiters.isEmpty())
        return;
    m_isSettling = true;
    QMetaObject::invokeMethod(
        this, [this] { settle(); }, Qt::QueuedConnection);
}

void TokenKeeper::settle()
{
    m_isSettling = false;
    const QPointer<TokenKeeper> self(this);
    const quint64 last = m_waiters.lastNumber(); // who comes meanwhile is answered in the next turn
    const auto answerFor = [this](const Waiter &waiter) { return this->answerFor(waiter); };
    while (self) {
        const std::function<void()> tell = m_waiters.takeAnswered(last, answerFor);
        if (!tell)
            break;
        tell();
    }
    // Somebody's token ran out between the asking and the answer.
    if (self && m_waiters.hasNewcomers(last) && !isAsking(m_state) && canAskUnasked()) {
        startCall();
        setState(next(next(m_state, TimePassed{m_clock.now()}), RequestSent{.unasked = true}));
    }
}

} // namespace Tenantscope::OAuth
