// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/call.h"
#include "app/http/client.h"
#include "app/http/network.h"
#include "app/http/queue.h"
#include "app/http/response.h"

#include <QSet>

namespace Tenantscope::Http {

/// What all calls of a Client share: the connections, the queue, and who is told of what.
class Client::Private final
{
public:
    /// What the skew was when an answer told of it, and the two clocks then.
    struct ToldSkew
    {
        std::chrono::seconds skew;
        QDateTime wall;
        Base::Instant at;
    };

    Private(Client &publicClient, Base::Clock &theClock, Base::Random &theRandom, QString caFile);
    ~Private();

    /// An answer was received: learns the clock's skew and the bucket from it. Emits.
    void noteAnswer(const Response &response);
    void publish(const Exchange &exchange) { Q_EMIT client.exchangeChanged(exchange); }
    /// Ours minus theirs, now: our wall clock may have been set since it was told.
    [[nodiscard]] std::optional<std::chrono::seconds> skew() const;

    Client &client;
    Base::Clock &clock;
    Base::Random &random;
    Network network;
    Queue queue;
    QSet<Call::Run *> runs; ///< those that still need the above
    std::optional<ToldSkew> toldSkew;
    std::optional<RateGauge> gauge;
};

} // namespace Tenantscope::Http
