// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/callrun.h"

#include "app/http/answer.h"
#include "app/http/guard.h"

#include <QPointer>

using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

/// What one attempt comes to: an answer of Auth0's, or an error, and then the answer that it is made of.
AttemptOutcome judged(AttemptOutcome outcome)
{
    auto *response = std::get_if<Response>(&outcome.result);
    if (!response || !response->isSuccess())
        return outcome;
    Base::Result<Response> answer = readAnswer(std::move(*response));
    if (answer)
        outcome.result = std::move(*answer);
    else
        outcome.result = std::move(answer.error());
    return outcome;
}

std::optional<Error> errorOf(const AttemptOutcome &outcome)
{
    if (const auto *error = std::get_if<Error>(&outcome.result))
        return *error;
    const auto &response = std::get<Response>(outcome.result);
    return response.isSuccess() ? std::nullopt : std::optional(errorFrom(response));
}

} // namespace

Call::Run::Run(Call &call, Client::Private &client, Request request)
    : m_call(call)
    , m_client(&client)
    , m_request(std::move(request))
    , m_recorder(m_request, client.clock)
{
    m_client->runs.insert(this);
    m_tries.attempt = 0;
    m_recorder.begin(1);
    QMetaObject::invokeMethod(
        this, [this] { begin(); }, Qt::QueuedConnection);
}

Call::Run::~Run()
{
    dropWork();
    if (!m_client)
        return;
    m_client->runs.remove(this);
    if (!m_call.isFinished()) {
        m_recorder.closed(Error{.kind = ErrorKind::Cancelled});
        m_client->publish(m_recorder.exchange());
    }
}

void Call::Run::cancel()
{
    end(Error{.kind = ErrorKind::Cancelled, .subject = m_request.url.host()});
}

void Call::Run::orphan()
{
    dropWork();
    m_client = nullptr;
}

void Call::Run::begin()
{
    if (isOver())
        return;
    std::optional<Error> obstacle = refusal(m_request);
    if (!obstacle)
        obstacle = m_client->network.obstacle(m_request.url);
    if (obstacle) {
        end(std::move(*obstacle));
        return;
    }
    takePlace(Queue::Place::Last);
    m_client->publish(m_recorder.exchange());
}

void Call::Run::takePlace(Queue::Place place)
{
    m_ticket = m_client->queue.enqueue(
        m_request.bucket, m_request.url, place, [this] { startAttempt(); });
}

void Call::Run::startAttempt()
{
    const QPointer<Run> alive(this);
    if (++m_tries.attempt > 1) {
        m_recorder.closed(); // the wait
        m_client->publish(m_recorder.exchange());
        if (!alive || isOver())
            return;
        m_recorder.begin(m_tries.attempt);
    }
    if (std::optional<Error> error = makeBody())
        return end(std::move(*error));
    m_attempt = std::make_unique<Attempt>(m_client->network, m_client->clock, m_request);
    connect(m_attempt.get(), &Attempt::ended, this, &Run::endAttempt);
    m_attempt->start();
    m_recorder.sent();
    m_client->publish(m_recorder.exchange());
    if (alive && !isOver())
        setState(InFlight{m_tries.attempt});
}

std::optional<Error> Call::Run::makeBody()
{
    if (!m_request.makeBody)
        return std::nullopt;
    Base::Result<Base::Secret> body = m_request.makeBody();
    if (!body)
        return std::move(body.error());
    m_request.body = std::move(*body);
    m_recorder.bodyMade(m_request.body);
    return std::nullopt;
}

void Call::Run::endAttempt()
{
    AttemptOutcome outcome = m_attempt->takeOutcome();
    leaveQueue(outcome, m_attempt->sentAt());
    m_attempt.reset();
    if (const auto *response = std::get_if<Response>(&outcome.result)) {
        const QPointer<Run> alive(this);
        m_recorder.answered(*response);
        m_client->noteAnswer(*response);
        if (!alive || isOver())
            return;
    }
    outcome = judged(std::move(outcome));
    const std::optional<Error> error = errorOf(outcome);
    const RetryDecision decision = decideRetry(
        method(), m_tries, outcome, m_request.policy, m_client->random.fraction());
    std::optional<Base::Instant> until;
    if (decision.wait)
        until = m_client->clock.now() + *decision.wait;
    m_recorder.ended(error, decision, until);
    if (until) {
        m_tries.malformed += std::holds_alternative<Error>(outcome.result) && error->status == 200;
        waitUntil(*until, decision);
    } else if (error) {
        conclude(Base::failure(finalError(*error, decision)));
    } else {
        conclude(std::move(std::get<Response>(outcome.result)));
    }
}

void Call::Run::leaveQueue(const AttemptOutcome &outcome, Base::Instant sentAt)
{
    const Queue::Ticket ticket = std::exchange(m_ticket, 0);
    if (const auto *response = std::get_if<Response>(&outcome.result))
        m_client->queue.answered(ticket, response->status, response->headers, sentAt);
    else
        m_client->queue.release(ticket);
}

void Call::Run::waitUntil(Base::Instant instant, const RetryDecision &decision)
{
    if (decision.rateLimited)
        m_tries.waited += *decision.wait;
    m_wake = m_client->clock.wakeAt(instant, [this] { takePlace(Queue::Place::First); });
    const QPointer<Run> alive(this);
    m_client->publish(m_recorder.exchange());
    if (alive && !isOver())
        setState(Waiting{m_tries.attempt, instant, decision.rateLimited});
}

void Call::Run::end(Error error)
{
    if (isOver())
        return;
    dropWork();
    m_recorder.closed(error);
    conclude(Base::failure(finalError(std::move(error), {})));
}

void Call::Run::conclude(Base::Result<Response> result)
{
    m_call.m_result = std::move(result);
    m_call.m_state = Finished{};
    const QPointer<Call> call(&m_call);
    m_client->publish(m_recorder.exchange());
    if (call)
        Q_EMIT call->stateChanged();
    if (call)
        Q_EMIT call->finished(); // last: a receiver may delete the call, and this with it
}

void Call::Run::setState(State state)
{
    m_call.m_state = state;
    Q_EMIT m_call.stateChanged();
}

void Call::Run::dropWork()
{
    m_wake.cancel();
    m_attempt.reset();
    if (m_client)
        m_client->queue.release(std::exchange(m_ticket, 0));
}

bool Call::Run::isOver() const
{
    return !m_client || m_call.isFinished();
}

Method Call::Run::method() const
{
    return m_request.method == "GET" ? Method::Get : Method::PostToken;
}

Error Call::Run::finalError(Error error, const RetryDecision &decision) const
{
    error.attempts = m_tries.attempt;
    if (error.subject.isEmpty())
        error.subject = m_request.url.host();
    if (decision.tooLong && !error.retryAt)
        error.retryAt = m_client->clock.now() + *decision.tooLong;
    return m_recorder.redacted(std::move(error));
}

} // namespace Tenantscope::Http
