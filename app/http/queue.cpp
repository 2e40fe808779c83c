// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/queue.h"

#include <QPointer>

#include <algorithm>

using Tenantscope::Base::Instant;

namespace Tenantscope::Http {

namespace {

constexpr int mostPerHost = 6; // Qt's HTTP/1.1 channels to a host

} // namespace

Queue::Queue(Base::Clock &clock)
    : m_clock(clock)
{
}

Queue::Ticket Queue::enqueue(
    Bucket bucket, const QUrl &url, Place place, std::function<void()> start)
{
    const QString host = url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery).toString();
    Entry entry{++m_lastTicket, bucket, host, std::move(start)};
    m_waiting.insert(place == Place::First ? m_waiting.begin() : m_waiting.end(), std::move(entry));
    schedule();
    return m_lastTicket;
}

void Queue::answered(Ticket ticket, int status, const Headers &headers, Instant sentAt)
{
    const Entry entry = m_started.take(ticket);
    if (entry.ticket == 0)
        return;
    leave(entry);
    if (entry.bucket == Bucket::Management)
        m_limiter.answered(status, headers, sentAt, m_clock.now());
    schedule();
}

void Queue::release(Ticket ticket)
{
    m_waiting.remove_if([ticket](const Entry &entry) { return entry.ticket == ticket; });
    const Entry entry = m_started.take(ticket);
    if (entry.ticket == 0)
        return;
    leave(entry);
    if (entry.bucket == Bucket::Management)
        m_limiter.abandoned(m_clock.now());
    schedule();
}

/// In the next turn, so that nobody is called from within a call of theirs.
void Queue::schedule()
{
    if (std::exchange(m_isScheduled, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isScheduled = false;
            pump();
        },
        Qt::QueuedConnection);
}

void Queue::pump()
{
    m_wake.cancel();
    const QPointer<Queue> self(this);
    while (self) {
        const auto next = findNext();
        if (next == m_waiting.end())
            return;
        startNext(next); // may delete requests, even this queue
    }
}

void Queue::startNext(std::list<Entry>::iterator next)
{
    Entry entry = std::move(*next);
    m_waiting.erase(next);
    const std::function<void()> start = std::move(entry.start);
    ++m_inFlight[entry.host];
    if (entry.bucket == Bucket::Management)
        m_limiter.started(m_clock.now());
    const Ticket ticket = entry.ticket;
    m_started.emplace(ticket, std::move(entry));
    start();
}

std::list<Queue::Entry>::iterator Queue::findNext()
{
    const Instant now = m_clock.now();
    const std::optional<Instant> paced = m_limiter.nextStart(now);
    bool isPacedWaiting = false;
    for (auto entry = m_waiting.begin(); entry != m_waiting.end(); ++entry) {
        if (m_inFlight.value(entry->host) >= mostPerHost)
            continue;
        if (entry->bucket != Bucket::Management || (paced && *paced <= now))
            return entry;
        isPacedWaiting = true;
    }
    if (isPacedWaiting && paced)
        m_wake = m_clock.wakeAt(*paced, [this] { pump(); });
    return m_waiting.end();
}

void Queue::leave(const Entry &entry)
{
    const auto count = m_inFlight.find(entry.host);
    if (--*count == 0)
        m_inFlight.erase(count);
}

} // namespace Tenantscope::Http
