// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/http/policy.h"
#include "app/oauth/tenanttime.h"
#include "app/oauth/tokenstate.h"
#include "app/oauth/waiters.h"
#include "app/tenant/credentials.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Tenantscope::Http {
class Call;
class Client;
} // namespace Tenantscope::Http

namespace Tenantscope::OAuth {

/// Keeps one tenant's token alive: asks, renews ahead of expiry, backs off, stops, and never has two
/// requests in flight.
class TokenKeeper final : public QObject
{
    Q_OBJECT

public:
    TokenKeeper(
        Http::Client &client, Base::Clock &clock, Base::Random &random, QObject *parent = nullptr);
    ~TokenKeeper() override;

    void setPolicy(const Http::Policy &policy); ///< of the token request; tests pass short ones

    /// Other credentials: the old token is forgotten. Nothing is sent.
    void setCredentials(Tenant::Credentials credentials);
    [[nodiscard]] const std::optional<Tenant::Credentials> &credentials() const
    {
        return m_credentials;
    }

    /// Asks for a new token on somebody's wish; one already under way serves. Without credentials: nothing.
    void request();
    /// Ends the request under way, if any; the old token stays.
    void cancel();
    /// Drops token and credentials, and whatever is under way.
    void forget();

    using Receiver = Waiter::Receiver;
    /// Brings \a receiver a token that meets \a need: the present one, or a new one, asked for at most once for
    /// all who wait. Called once, never from within this function, not after \a context or the keeper is gone.
    /// The error says why no token that meets the need can be had now (a shorter-lived one may still be there):
    /// the request's own; Cancelled; or NoToken with a TokenProblem. After a refusal nothing is asked: the refusal
    /// is the answer until somebody calls request() or setCredentials().
    void ask(TokenNeed need, QObject *context, Receiver receiver);
    /// The API answered 401 to a token that was renewed because of a 401.
    void reportRejected(quint64 serial);

    [[nodiscard]] const TokenState &state() const { return m_state; }

Q_SIGNALS:
    void stateChanged();

private:
    void startCall();
    [[nodiscard]] bool wasMistimed(const Base::Error &error) const;
    void dropCall();
    void finishCall();
    [[nodiscard]] TokenEvent eventOf(Base::Result<AccessToken> result);

    void setState(TokenState state);
    void armWake();
    void wakeUp();

    [[nodiscard]] bool canAskUnasked() const;
    [[nodiscard]] bool isMet(const TokenNeed &need) const;
    [[nodiscard]] Waiters::Answer answerFor(const Waiter &waiter) const;
    void settleLater();
    void settle();

    Http::Client &m_client;
    Base::Clock &m_clock;
    Base::Random &m_random;
    TenantTime m_time;
    Http::Policy m_policy = Http::Policy::token();
    std::optional<Tenant::Credentials> m_credentials;
    TokenState m_state;
    QPointer<Http::Call> m_call;
    Base::Wake m_wake; ///< for the token's end or the next try, whichever is first
    Waiters m_waiters;
    quint64 m_lastSerial = 0;
    bool m_isCorrected = false; ///< the request under way is one made anew in right time
    bool m_isSettling = false;  ///< settle() is on its way
};

} // namespace Tenantscope::OAuth
