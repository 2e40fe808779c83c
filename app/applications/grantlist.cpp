// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/grantlist.h"

#include "app/management/grantwalker.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Applications {

using Base::ErrorKind;
using Management::ClientGrant;
using Management::GrantWalker;

GrantList::GrantList(QObject *parent)
    : QObject(parent)
{
}

GrantList::~GrantList() = default;

void GrantList::load(const Management::ManagementClient &client)
{
    m_walker = std::make_unique<GrantWalker>(client);
    connect(m_walker.get(), &GrantWalker::pageArrived, this, &GrantList::take);
    connect(m_walker.get(), &GrantWalker::waitChanged, this, &GrantList::showProgress);
    connect(m_walker.get(), &GrantWalker::finished, this, &GrantList::end);
    m_isStale = true;
    m_placeById.clear();
    m_duplicates = 0;
    m_firstTotal.reset();
    m_mostTotal.reset();
    m_walker->start();
    showProgress();
}

void GrantList::stop()
{
    if (m_walker)
        m_walker->cancel();
}

void GrantList::clear()
{
    m_walker.reset();
    m_grants.clear();
    m_isStale = false;
    setState(ListIdle{});
}

void GrantList::refuse(const Base::Error &cause)
{
    m_walker.reset();
    setState(ListStopped{.loaded = m_grants.size(), .total = {}, .cause = cause});
}

void GrantList::take(const QList<ClientGrant> &page)
{
    if (std::exchange(m_isStale, false))
        m_grants.clear();
    for (const ClientGrant &grant : page) {
        const QString id = grant.id();
        const qsizetype place = id.isEmpty() ? -1 : m_placeById.value(id, -1);
        if (place >= 0) {
            m_grants[place] = grant;
            ++m_duplicates;
        } else {
            m_placeById.insert(id, m_grants.size());
            m_grants.append(grant);
        }
    }
    if (const std::optional<qint64> total = m_walker->total()) {
        m_firstTotal = m_firstTotal.value_or(*total);
        m_mostTotal = std::max(m_mostTotal.value_or(*total), *total);
    }
    if (m_walker->isRunning())
        showProgress();
}

void GrantList::showProgress()
{
    setState(ListLoading{
        .loaded = loaded(), .total = m_walker->total(), .waitsUntil = m_walker->waitsUntil()});
}

void GrantList::end(const std::optional<Base::Error> &error)
{
    const std::optional<qint64> total = m_walker->total();
    const qint64 loaded = this->loaded();
    // As for applications: of a list that shrank, the right count proves nothing.
    const bool isWhole = !total || (*total >= m_mostTotal.value_or(*total) && loaded == *total);
    if (error)
        setState(ListStopped{.loaded = loaded, .total = total, .cause = *error});
    else if (!isWhole)
        setState(ListStopped{
            .loaded = loaded, .total = total, .cause = {.kind = ErrorKind::ListChanged}});
    else
        setState(ListLoaded{
            .loaded = loaded, .duplicates = m_duplicates, .hasGrown = m_firstTotal != m_mostTotal});
}

void GrantList::setState(const ListState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Tenantscope::Applications
