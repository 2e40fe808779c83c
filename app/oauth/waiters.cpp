// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/waiters.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::OAuth {

bool TokenNeed::isMetBy(const AccessToken &token, Base::Instant now) const
{
    if (token.isExpired(now))
        return false;
    const std::optional<std::chrono::nanoseconds> remaining = token.assuredLife(now);
    if (remaining && *remaining < leastLife)
        return false;
    return token.serial > after || after == 0;
}

void Waiters::add(TokenNeed need, QObject *context, Waiter::Receiver receiver)
{
    Q_ASSERT(context && receiver);
    m_waiters.push_back(
        {.need = std::move(need),
         .context = context,
         .receiver = std::move(receiver),
         .number = ++m_lastNumber});
}

void Waiters::markAskedFor()
{
    for (Waiter &waiter : m_waiters)
        waiter.wasAskedFor = true;
}

void Waiters::end(const Base::Error &error, const std::function<bool(const Waiter &)> &spares)
{
    for (Waiter &waiter : m_waiters) {
        if (!waiter.verdict && !(spares && spares(waiter)))
            waiter.verdict = error;
    }
}

std::function<void()> Waiters::takeAnswered(
    quint64 last, const std::function<Answer(const Waiter &)> &answerFor)
{
    std::erase_if(m_waiters, [](const Waiter &waiter) { return !waiter.context; });
    for (auto waiter = m_waiters.begin(); waiter != m_waiters.end(); ++waiter) {
        if (waiter->number > last)
            break;
        Answer answer = waiter->verdict ? Answer(Base::failure(*waiter->verdict))
                                        : answerFor(*waiter);
        if (!answer)
            continue;
        auto tell = [receiver = std::move(waiter->receiver), result = std::move(*answer)] {
            receiver(result);
        };
        m_waiters.erase(waiter);
        return tell;
    }
    return {};
}

bool Waiters::hasNewcomers(quint64 last) const
{
    return std::any_of(m_waiters.begin(), m_waiters.end(), [last](const Waiter &waiter) {
        return waiter.number <= last && waiter.context && !waiter.wasAskedFor && !waiter.verdict;
    });
}

} // namespace Tenantscope::OAuth
