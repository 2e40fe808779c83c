// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/snapshottaker.h"

#include <utility>

namespace Tenantscope::Applications {

using Management::Application;

SnapshotTaker::SnapshotTaker(
    const ApplicationStore &store, const QString &domain, const QDateTime &takenAt, bool isComplete)
    : m_store(&store)
    , m_snapshot(
          {.domain = domain,
           .takenAt = QDateTime::fromSecsSinceEpoch(takenAt.toSecsSinceEpoch(), Qt::UTC),
           .isComplete = isComplete,
           .applications = {}})
{
}

SnapshotTaker::SnapshotTaker(Snapshot taken)
    : m_snapshot(std::move(taken))
{
}

bool SnapshotTaker::step()
{
    if (m_taken == size())
        return false;
    Application application = publicApplication(*m_store, m_taken++);
    QString id = application.clientId();
    m_applications.emplace(std::move(id), std::move(application));
    return true;
}

int SnapshotTaker::size() const
{
    return m_store ? m_store->size() : 0;
}

Snapshot SnapshotTaker::take()
{
    m_snapshot.applications.reserve(
        m_snapshot.applications.size() + qsizetype(m_applications.size()));
    for (auto &[id, application] : m_applications)
        m_snapshot.applications.append(std::move(application));
    m_applications.clear();
    return std::move(m_snapshot);
}

} // namespace Tenantscope::Applications
