// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tokennotices.h"

#include "app/session/tenantbook.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Ui {

using Session::KnownTenant;

TokenNotices::TokenNotices(Session::TenantBook &book, QObject *parent)
    : QObject(parent)
    , m_book(book)
{
    connect(&m_book, &Session::TenantBook::tenantsChanged, this, &TokenNotices::followBook);
    connect(&m_book, &Session::TenantBook::tenantGone, this, &TokenNotices::forget);
    followBook();
}

void TokenNotices::setAttended(bool isAttended)
{
    m_isAttended = isAttended;
    if (!isAttended || !unseen())
        return;
    m_nameless.isUnseen = false;
    for (Watched &watched : m_watched)
        watched.isUnseen = false;
    Q_EMIT unseenChanged();
}

void TokenNotices::setLocked(bool isLocked)
{
    if (isLocked == std::exchange(m_isLocked, isLocked))
        return;
    const bool hasExpired = std::any_of(m_watched.begin(), m_watched.end(), [](const Watched &one) {
        return one.isTold && one.gravest == TokenAlarm::Expired;
    });
    for (Watched &watched : m_watched)
        end(watched);
    end(m_nameless);
    if (isLocked && hasExpired)
        tell(m_nameless, TokenAlarm::Expired);
}

std::optional<TokenNotice> TokenNotices::unseen() const
{
    if (m_nameless.isUnseen)
        return TokenNotice{.alarm = *m_nameless.gravest};
    const auto gravest = std::max_element(
        m_watched.begin(), m_watched.end(), [](const Watched &left, const Watched &right) {
            return std::pair(left.isUnseen, left.gravest)
                < std::pair(right.isUnseen, right.gravest);
        });
    if (gravest == m_watched.end() || !gravest->isUnseen)
        return {};
    return TokenNotice{.tenant = gravest->tenant, .alarm = *gravest->gravest};
}

void TokenNotices::followBook()
{
    const QList<KnownTenant *> tenants = m_book.tenants();
    for (const KnownTenant *tenant : tenants) {
        if (!find(tenant))
            follow(*tenant);
    }
    lookAtAll();
}

void TokenNotices::follow(const KnownTenant &tenant)
{
    m_watched.push_back({.tenant = &tenant});
    connect(
        &tenant.session(), &Session::TenantSession::tokenStateChanged, this,
        &TokenNotices::lookAtAll);
}

void TokenNotices::forget(const KnownTenant *tenant)
{
    if (Watched *watched = find(tenant))
        end(*watched);
    std::erase_if(m_watched, [tenant](const Watched &one) { return one.tenant == tenant; });
    tenant->session().disconnect(this);
    lookAtAll();
}

TokenNotices::Watched *TokenNotices::find(const KnownTenant *tenant)
{
    const auto found = std::find_if(
        m_watched.begin(), m_watched.end(),
        [tenant](const Watched &one) { return one.tenant == tenant; });
    return found == m_watched.end() ? nullptr : &*found;
}

void TokenNotices::look(const KnownTenant *tenant)
{
    Watched *watched = find(tenant);
    if (!watched)
        return;
    const OAuth::TokenState &state = tenant->session().tokenState();
    if (isAlarmOver(state))
        end(*watched);
    if (OAuth::tokenOf(state))
        watched->hasLived = true;
    // Refused in answer to its user's own wish is told where it was wished; else a token died of it.
    const bool isLost = std::holds_alternative<OAuth::Refused>(state) && watched->hasLived;
    const auto alarm = isLost ? std::optional(TokenAlarm::Expired)
                              : alarmOf(state, m_book.services().clock.now());
    if (!alarm || (watched->gravest && *watched->gravest >= *alarm))
        return;
    if (!m_isLocked)
        tell(*watched, *alarm);
    else if (*alarm == TokenAlarm::Expired && !m_nameless.gravest)
        tell(m_nameless, *alarm);
}

/// At each, whoever has changed: what is due is not to be missed because another one came first.
void TokenNotices::lookAtAll()
{
    const QList<KnownTenant *> tenants = m_book.tenants(); // a copy: who is told may drop some
    for (const KnownTenant *tenant : tenants)
        look(tenant);
    armWake();
}

void TokenNotices::tell(Watched &watched, TokenAlarm alarm)
{
    watched.gravest = alarm;
    if (m_isAttended)
        return;
    watched.isTold = true;
    watched.isUnseen = true;
    Q_EMIT told({.tenant = watched.tenant, .alarm = alarm});
    Q_EMIT unseenChanged();
}

void TokenNotices::end(Watched &watched)
{
    const Watched before = std::exchange(watched, {.tenant = watched.tenant});
    if (before.isTold)
        Q_EMIT ended(before.tenant);
    if (before.isUnseen)
        Q_EMIT unseenChanged();
}

void TokenNotices::armWake()
{
    const Base::Instant now = m_book.services().clock.now();
    std::optional<Base::Instant> first;
    for (const Watched &watched : m_watched) {
        const auto next = nextAlarmOf(watched.tenant->session().tokenState(), now);
        if (next)
            first = first ? std::min(*first, *next) : *next;
    }
    m_wake = first ? m_book.services().clock.wakeAt(*first, [this] { lookAtAll(); }) : Base::Wake();
}

} // namespace Tenantscope::Ui
