// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/listwalker.h"

#include "app/management/apicall.h"
#include "app/management/managementclient.h"
#include "app/management/walkplan.h"

#include <QPointer>

#include <algorithm>
#include <deque>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

using Base::ErrorKind;

namespace {

/// The Client's channels to one host; its limiter decides how many of them are used.
constexpr int mostInFlight = 6;
/// Few wait for their turn at a time: a token taken long before its use may be over by then.
constexpr int mostQueued = 2;
/// Pages that arrived before their turn are kept; a slow one must not let them pile up.
constexpr int mostAhead = 12;

Base::Error stopError(WalkPlan::Outcome outcome)
{
    if (outcome == WalkPlan::Outcome::Endless)
        return {.kind = ErrorKind::ListEndless};
    return {.kind = ErrorKind::Malformed, .detail = u"asked by checkpoint, answered without one"_s};
}

} // namespace

/// The calls under way and the pages that wait for their turn. Everything that happens to a call only schedules
/// pump(): so no receiver of the walker's signals ever runs within a call's own.
class ListWalker::Private final
{
public:
    Private(ListWalker &walker, const ManagementClient &client)
        : q(walker)
        , m_client(client)
    {
    }

    void start();
    void schedule();
    void pump();
    void fill();
    void ask(const PagePlace &place);
    void noteWait(const ApiCall &call);
    [[nodiscard]] bool reportWait();
    void deliver();
    void deliverPage(const PageFacts &page);
    void fail(const Base::Error &error);
    void finish(const std::optional<Base::Error> &error);
    void dropCalls();
    [[nodiscard]] std::optional<Base::Instant> waitsUntil() const;

    ListWalker &q;
    const ManagementClient &m_client;
    WalkPlan m_plan;
    std::deque<ApiCall *> m_calls; ///< children of q, in the order of their pages
    bool m_running = false;
    bool m_scheduled = false;
    std::optional<Base::Instant> m_reportedWait;
    std::chrono::nanoseconds m_waited{0}; ///< for 429, in all
    Base::Instant m_waitedTo{};
    std::optional<Base::Error> m_outOfPatience;
};

void ListWalker::Private::start()
{
    m_running = true;
    m_plan.probe();
    m_waited = std::chrono::nanoseconds(0);
    m_outOfPatience.reset();
    fill();
}

void ListWalker::Private::schedule()
{
    if (!std::exchange(m_scheduled, true))
        QMetaObject::invokeMethod(
            &q, [this] { pump(); }, Qt::QueuedConnection);
}

void ListWalker::Private::pump()
{
    m_scheduled = false;
    if (!m_running)
        return;
    if (m_outOfPatience) {
        finish(std::optional(m_outOfPatience)); // which may go while it is told
        return;
    }
    fill();
    if (reportWait() && m_running && !m_calls.empty() && m_calls.front()->isFinished())
        deliver();
}

void ListWalker::Private::fill()
{
    const auto failed = [](const ApiCall *call) { return call->isFinished() && !call->result(); };
    if (std::ranges::any_of(m_calls, failed))
        return; // the walk stops, or starts over, when that page's turn comes
    while (int(m_calls.size()) < mostAhead
           && std::ranges::count_if(m_calls, [](auto *call) { return !call->isFinished(); })
               < mostInFlight
           && std::ranges::count_if(m_calls, &ApiCall::isQueued) < mostQueued) {
        const std::optional<PagePlace> place = m_plan.place(int(m_calls.size()));
        if (!place)
            return;
        ask(*place);
    }
}

void ListWalker::Private::ask(const PagePlace &place)
{
    ApiCall *call = q.request(place, m_plan.pageSize());
    m_calls.push_back(call);
    QObject::connect(call, &ApiCall::finished, &q, [this] { schedule(); });
    QObject::connect(call, &ApiCall::stateChanged, &q, [this, call] {
        noteWait(*call);
        schedule();
    });
}

void ListWalker::Private::noteWait(const ApiCall &call)
{
    const std::optional<Base::Instant> until = call.waitsUntil();
    if (!until || !call.isRateLimited())
        return;
    // Pages that wait side by side wait once.
    const Base::Instant from = std::max(m_client.clock().now(), m_waitedTo);
    if (*until <= from)
        return;
    m_waited += *until - from;
    m_waitedTo = *until;
    if (m_waited > m_client.policy().patience)
        m_outOfPatience = {.kind = ErrorKind::RateLimited, .status = 429, .retryAt = until};
}

/// False when a receiver deleted the walker.
bool ListWalker::Private::reportWait()
{
    const std::optional<Base::Instant> wait = waitsUntil();
    if (wait == std::exchange(m_reportedWait, wait))
        return true;
    const QPointer<ListWalker> alive(&q);
    Q_EMIT q.waitChanged();
    return !alive.isNull();
}

void ListWalker::Private::deliver()
{
    ApiCall *call = m_calls.front();
    m_calls.pop_front();
    const Base::Result<Http::Response> response = call->takeResult();
    delete call;
    if (!response) {
        fail(response.error());
        return;
    }
    const Base::Result<PageFacts> page = q.read(*response);
    if (!page) {
        fail(page.error());
        return;
    }
    deliverPage(*page);
}

void ListWalker::Private::deliverPage(const PageFacts &page)
{
    const bool byNumber = std::holds_alternative<PageNumber>(*m_plan.place(0));
    const WalkPlan::Outcome outcome = m_plan.take(page);
    const bool goesOn = outcome == WalkPlan::Outcome::GoOn
        || outcome == WalkPlan::Outcome::AskAgain;
    if (outcome == WalkPlan::Outcome::AskAgain
        || byNumber != std::holds_alternative<PageNumber>(*m_plan.place(0)))
        dropCalls(); // their pages are numbered otherwise now
    if (goesOn)
        fill(); // the network works while the receiver does
    if (outcome != WalkPlan::Outcome::AskAgain) {
        const QPointer<ListWalker> alive(&q);
        q.tell();
        if (!alive || !m_running)
            return;
    }
    if (goesOn)
        schedule(); // one page a turn of the event loop
    else if (outcome == WalkPlan::Outcome::Done)
        finish(std::nullopt);
    else
        finish(stopError(outcome));
}

void ListWalker::Private::fail(const Base::Error &error)
{
    if (m_plan.fallBack(error)) {
        dropCalls();
        fill();
        return;
    }
    finish(error);
}

void ListWalker::Private::finish(const std::optional<Base::Error> &error)
{
    m_running = false;
    dropCalls();
    m_reportedWait.reset();
    if (!error) {
        const std::optional<qint64> total = m_plan.total();
        m_plan = WalkPlan(total);
    }
    Q_EMIT q.finished(error); // the receiver may delete the walker: nothing after this
}

void ListWalker::Private::dropCalls()
{
    for (ApiCall *call : std::exchange(m_calls, {}))
        delete call;
}

std::optional<Base::Instant> ListWalker::Private::waitsUntil() const
{
    std::optional<Base::Instant> latest;
    for (const ApiCall *call : m_calls) {
        if (call->isRateLimited())
            latest = std::max(latest, call->waitsUntil());
    }
    return latest;
}

ListWalker::ListWalker(const ManagementClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , d(std::make_unique<Private>(*this, client))
{
}

ListWalker::~ListWalker()
{
    d->dropCalls();
}

void ListWalker::start()
{
    if (!d->m_running)
        d->start();
}

void ListWalker::cancel()
{
    if (d->m_running)
        d->finish(Base::Error{.kind = ErrorKind::Cancelled});
}

bool ListWalker::isRunning() const
{
    return d->m_running;
}

std::optional<qint64> ListWalker::total() const
{
    return d->m_plan.total();
}

std::optional<Base::Instant> ListWalker::waitsUntil() const
{
    return d->waitsUntil();
}

} // namespace Tenantscope::Management
