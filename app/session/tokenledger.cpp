// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tokenledger.h"

#include <QSet>
#include <QStringBuilder>

#include <algorithm>
#include <iterator>

namespace Tenantscope::Session {

namespace {

bool isSameToken(const TokenCopy &left, const TokenCopy &right)
{
    return left.fingerprint == right.fingerprint && left.owner.domain == right.owner.domain;
}

} // namespace

TokenLedger::TokenLedger(Base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
}

void TokenLedger::record(
    const TokenOwner &owner, const OAuth::AccessToken &token, TokenFormat format)
{
    TokenCopy copy{
        .copiedAt = m_clock.now(),
        .copiedWall = m_clock.wallNow().toUTC(),
        .owner = owner,
        .format = format,
        .fingerprint = token.value.fingerprint(),
        .scopes = {},
        .diesAt = token.expiresAt};
    if (token.scopes.isKnown())
        copy.scopes = token.scopes.names().size();
    m_copies.push_back(std::move(copy));
    Q_EMIT recorded();
    makeRoom();
    dropTheLongDead();
}

TokenLedger::Alive TokenLedger::alive() const
{
    return aliveAmong(std::nullopt);
}

TokenLedger::Alive TokenLedger::aliveOf(const QString &domain) const
{
    return aliveAmong(domain);
}

std::optional<Base::Instant> TokenLedger::nextDeath() const
{
    std::optional<Base::Instant> next;
    for (const TokenCopy &copy : m_copies) {
        if (copy.diesAt && copy.isAlive(m_clock.now()))
            next = next ? std::min(*next, *copy.diesAt) : *copy.diesAt;
    }
    return next;
}

TokenLedger::Alive TokenLedger::aliveAmong(const std::optional<QString> &domain) const
{
    Alive alive;
    QSet<QString> tokens;
    const Base::Instant now = m_clock.now();
    for (const TokenCopy &copy : m_copies) {
        const QString of = copy.owner.domain.text();
        if (!copy.isAlive(now) || (domain && of != *domain))
            continue;
        tokens.insert(copy.fingerprint + u' ' + of);
        if (!copy.diesAt)
            alive.isEndUnknown = true;
        else
            alive.last = alive.last ? std::max(*alive.last, *copy.diesAt) : *copy.diesAt;
    }
    alive.tokens = int(tokens.size());
    return alive;
}

void TokenLedger::makeRoom()
{
    while (size() > largestSize)
        remove(mostDispensable());
}

size_t TokenLedger::mostDispensable() const
{
    const Base::Instant now = m_clock.now();
    const auto isDead = [now](const TokenCopy &copy) { return !copy.isAlive(now); };
    auto found = std::find_if(m_copies.begin(), m_copies.end(), isDead);
    for (auto copy = m_copies.begin(); found == m_copies.end() && copy != m_copies.end(); ++copy) {
        const bool isCopiedAgain = std::any_of(
            std::next(copy), m_copies.end(),
            [copy](const TokenCopy &later) { return isSameToken(later, *copy); });
        if (isCopiedAgain)
            found = copy;
    }
    return found == m_copies.end() ? 0 : size_t(found - m_copies.begin());
}

void TokenLedger::dropTheLongDead()
{
    const Base::Instant now = m_clock.now();
    std::optional<Base::Instant> next;
    for (size_t i = m_copies.size(); i-- > 0;) {
        const std::optional<Base::Instant> diesAt = m_copies[i].diesAt;
        if (!diesAt)
            continue;
        const Base::Instant end = *diesAt + deadStay;
        if (end <= now)
            remove(i);
        else
            next = next ? std::min(*next, end) : end;
    }
    m_wake.cancel();
    if (next)
        m_wake = m_clock.wakeAt(*next, [this] { dropTheLongDead(); });
}

void TokenLedger::remove(size_t index)
{
    Q_EMIT aboutToBeRemoved(int(index));
    m_copies.erase(m_copies.begin() + std::ptrdiff_t(index));
    Q_EMIT removed();
}

} // namespace Tenantscope::Session
