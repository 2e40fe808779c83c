// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/ratelimiter.h"
#include "app/http/request.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <list>

namespace Tenantscope::Http {

/// Decides whose turn it is: Management requests one after the other as the RateLimiter allows, the others at
/// once, never more than six in flight to a host (more would wait for a connection inside Qt, unseen).
class Queue final : public QObject
{
    Q_OBJECT

public:
    using Ticket = quint64; ///< never 0
    enum class Place { Last, First };

    explicit Queue(Base::Clock &clock);

    /// Takes a place for a request to the host of \a url. \a start is called from the event loop when it may start.
    [[nodiscard]] Ticket enqueue(
        Bucket bucket, const QUrl &url, Place place, std::function<void()> start);
    /// The started request of \a ticket was answered; the ticket is spent.
    void answered(Ticket ticket, int status, const Headers &headers, Base::Instant sentAt);
    /// Gives up a place, or a started request that brought no answer. A spent ticket does nothing.
    void release(Ticket ticket);

    [[nodiscard]] const RateLimiter &limiter() const { return m_limiter; }

private:
    struct Entry
    {
        Ticket ticket = 0;
        Bucket bucket = Bucket::Authentication;
        QString host;
        std::function<void()> start;
    };

    void schedule();
    void pump();
    void startNext(std::list<Entry>::iterator next);
    /// The next one that may start now; else end, and the wake is set.
    [[nodiscard]] std::list<Entry>::iterator findNext();
    void leave(const Entry &entry);

    Base::Clock &m_clock;
    RateLimiter m_limiter;
    std::list<Entry> m_waiting;
    QHash<Ticket, Entry> m_started;
    QHash<QString, int> m_inFlight; ///< by host
    Base::Wake m_wake;
    bool m_isScheduled = false;
    Ticket m_lastTicket = 0;
};

} // namespace Tenantscope::Http
