// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/keysource.h"

#include "app/http/call.h"
#include "app/http/client.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::OAuth {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto longestKept = 5min; // TOK-4

Http::Policy usualPolicy()
{
    Http::Policy policy = Http::Policy::management();
    policy.whole = 30s;
    policy.bodyCap = Jwt::largestKeySet;
    return policy;
}

} // namespace

KeySource::KeySource(
    Http::Client &client, Base::Clock &clock, Tenant::Domain domain, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_clock(clock)
    , m_domain(std::move(domain))
    , m_policy(usualPolicy())
{
}

KeySource::~KeySource()
{
    delete m_call;
}

void KeySource::setPolicy(const Http::Policy &policy)
{
    m_policy = policy;
}

void KeySource::ask(std::optional<QString> keyId, QObject *context, Receiver receiver)
{
    Q_ASSERT(context && receiver);
    m_waiters.push_back(
        {.keyId = std::move(keyId), .context = context, .receiver = std::move(receiver)});
    QMetaObject::invokeMethod(this, &KeySource::settle, Qt::QueuedConnection);
}

bool KeySource::isFresh() const
{
    return m_keys && m_clock.now() < m_keptUntil;
}

bool KeySource::answers(const Waiter &waiter) const
{
    return isFresh() && (!waiter.keyId || m_isRefreshed || m_keys->knows(*waiter.keyId));
}

void KeySource::settle()
{
    std::erase_if(m_waiters, [](const Waiter &waiter) { return !waiter.context; });
    const auto unanswered = std::stable_partition(
        m_waiters.begin(), m_waiters.end(),
        [this](const Waiter &waiter) { return answers(waiter); });
    const std::vector<Waiter> answered(
        std::make_move_iterator(m_waiters.begin()), std::make_move_iterator(unanswered));
    m_waiters.erase(m_waiters.begin(), unanswered);
    if (!m_waiters.empty() && !m_call)
        fetch();
    if (!answered.empty())
        tell(answered, &*m_keys);
}

void KeySource::fetch()
{
    m_call = m_client.send(
        {.url = m_domain.url(u"/.well-known/jwks.json"_s), .policy = m_policy}, this);
    // Queued, for the call is deleted by who hears of its end.
    connect(m_call, &Http::Call::finished, this, &KeySource::finishFetch, Qt::QueuedConnection);
}

void KeySource::finishFetch()
{
    const Base::Result<Http::Response> response = m_call->takeResult();
    delete m_call;
    Base::Result<Jwt::KeySet> keys = response ? Jwt::readKeySet(response->body)
                                              : Base::failure(response.error());
    const std::vector<Waiter> waiters = std::exchange(m_waiters, {});
    if (!keys) // those kept, if there are any, still serve who asks for nothing else
        return tell(waiters, Base::failure(keys.error()));
    m_isRefreshed = isFresh();
    m_keptUntil = m_clock.now() + longestKept;
    m_keys = std::move(*keys);
    tell(waiters, &*m_keys);
}

void KeySource::tell(
    const std::vector<Waiter> &waiters, const Base::Result<const Jwt::KeySet *> &answer)
{
    const QPointer<KeySource> self(this);
    for (const Waiter &waiter : waiters) {
        if (!self) // the last one deleted it, and the keys with it
            return;
        if (waiter.context)
            waiter.receiver(answer);
    }
}

} // namespace Tenantscope::OAuth
