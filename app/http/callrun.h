// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/attempt.h"
#include "app/http/call.h"
#include "app/http/clientprivate.h"
#include "app/http/exchangerecorder.h"
#include "app/http/retry.h"

#include <memory>

namespace Tenantscope::Http {

/// Takes one Call from the queue through its attempts and waits to its end.
///
/// Every function that emits may come back to a deleted run: it emits last, or looks first.
class Call::Run final : public QObject
{
public:
    Run(Call &call, Client::Private &client, Request request);
    ~Run() override;

    void cancel();
    /// The client is going: lets go of all that is its own, and falls silent.
    void orphan();

private:
    void begin();
    void takePlace(Queue::Place place);
    void startAttempt();
    [[nodiscard]] std::optional<Base::Error> makeBody();
    void endAttempt();
    void leaveQueue(const AttemptOutcome &outcome, Base::Instant sentAt);
    void waitUntil(Base::Instant instant, const RetryDecision &decision);
    void end(Base::Error error); ///< without an answer
    void conclude(Base::Result<Response> result);
    void setState(State state);
    void dropWork();

    [[nodiscard]] bool isOver() const;
    [[nodiscard]] Method method() const;
    [[nodiscard]] Base::Error finalError(Base::Error error, const RetryDecision &decision) const;

    Call &m_call;
    Client::Private *m_client; ///< null once it is gone
    Request m_request;
    ExchangeRecorder m_recorder;
    Tries m_tries;
    Queue::Ticket m_ticket = 0;
    std::unique_ptr<Attempt> m_attempt;
    Base::Wake m_wake;
};

} // namespace Tenantscope::Http
