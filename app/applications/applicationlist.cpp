// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/applicationlist.h"

#include "app/base/logging.h"
#include "app/management/pagewalker.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Applications {

using Base::ErrorKind;

ApplicationList::ApplicationList(QObject *parent)
    : QObject(parent)
{
}

ApplicationList::~ApplicationList() = default;

void ApplicationList::load(const Management::ManagementClient &client)
{
    m_walker = std::make_unique<Management::PageWalker>(client);
    connect(m_walker.get(), &Management::PageWalker::pageArrived, this, &ApplicationList::takePage);
    connect(
        m_walker.get(), &Management::PageWalker::waitChanged, this, &ApplicationList::showProgress);
    connect(m_walker.get(), &Management::PageWalker::finished, this, &ApplicationList::end);
    ++m_loads;
    m_firstTotal.reset();
    m_mostTotal.reset();
    m_isStale = m_store.size() > 0;
    start();
}

void ApplicationList::resume()
{
    if (canResume())
        start();
}

void ApplicationList::stop()
{
    if (m_walker)
        m_walker->cancel();
}

void ApplicationList::clear()
{
    m_walker.reset();
    ++m_loads;
    m_isStale = false;
    m_store.clear();
    const bool changes = !std::holds_alternative<ListIdle>(m_state);
    m_state = ListIdle{};
    Q_EMIT cleared();
    if (changes)
        Q_EMIT stateChanged();
}

void ApplicationList::refuse(const Base::Error &cause)
{
    m_walker.reset();
    setState(ListStopped{.loaded = m_store.size(), .total = {}, .cause = cause});
}

void ApplicationList::setEnvironment(Tenant::Environment environment)
{
    if (environment == m_store.environment())
        return;
    m_store.setEnvironment(environment);
    Q_EMIT environmentChanged();
}

void ApplicationList::setInsights(Insights insights)
{
    m_store.setInsights(insights);
}

void ApplicationList::dropJson(int row)
{
    m_store.dropJson(row);
}

bool ApplicationList::canResume() const
{
    const auto *stopped = std::get_if<ListStopped>(&m_state);
    return m_walker && stopped && stopped->cause.kind != ErrorKind::ListChanged
        && stopped->cause.kind != ErrorKind::ListEndless;
}

void ApplicationList::start()
{
    m_walker->start();
    showProgress();
}

void ApplicationList::takePage(const Management::Page &page)
{
    const int load = m_loads; // a receiver may begin anew
    if (std::exchange(m_isStale, false)) {
        m_store.clear();
        Q_EMIT cleared();
        if (m_loads != load)
            return;
    }
    if (page.total)
        noteTotal(*page.total);
    const ApplicationStore::Added rows = m_store.add(page);
    Q_EMIT added(rows);
    if (m_loads == load && m_walker && m_walker->isRunning())
        showProgress();
}

void ApplicationList::noteTotal(qint64 total)
{
    m_firstTotal = m_firstTotal.value_or(total);
    m_mostTotal = std::max(m_mostTotal.value_or(total), total);
}

/// \a total: the last one stated. Once it shrank, even the right count proves nothing: the removed ones moved the
/// limits of the pages, so others may have been passed over.
bool ApplicationList::isWhole(std::optional<qint64> total) const
{
    if (!total)
        return true; // the walk came to its end, and that is all there is to know
    return *total >= m_mostTotal.value_or(*total) && m_store.size() + m_store.leftOut() == *total;
}

void ApplicationList::showProgress()
{
    setState(ListLoading{
        .loaded = m_isStale ? 0 : m_store.size(),
        .total = m_walker->total(),
        .waitsUntil = m_walker->waitsUntil()});
}

void ApplicationList::end(const std::optional<Base::Error> &error)
{
    const qint64 loaded = m_store.size();
    const std::optional<qint64> total = m_walker->total();
    if (error) {
        setState(ListStopped{.loaded = loaded, .total = total, .cause = *error});
    } else if (!isWhole(total)) {
        qCDebug(Base::logApplications) << "walked to the end:" << loaded << "of" << *total;
        setState(ListStopped{
            .loaded = loaded, .total = total, .cause = {.kind = ErrorKind::ListChanged}});
    } else {
        setState(ListLoaded{
            .loaded = loaded,
            .duplicates = m_store.duplicates(),
            .hasGrown = m_firstTotal != m_mostTotal});
    }
}

void ApplicationList::setState(const ListState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Tenantscope::Applications
