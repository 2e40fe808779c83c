// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/snapshot.h"

#include <map>

namespace Tenantscope::Applications {

/// Takes the snapshot of a store application by application.
class SnapshotTaker final
{
public:
    /// As snapshotOf(). \a store must outlive the taker, and stay as it is until the last step.
    SnapshotTaker(
        const ApplicationStore &store, const QString &domain, const QDateTime &takenAt,
        bool isComplete);
    /// One that was taken before: there is no step.
    explicit SnapshotTaker(Snapshot taken);

    /// Takes one more, in some ten microseconds; false: all are taken.
    bool step();
    [[nodiscard]] int taken() const { return m_taken; }
    [[nodiscard]] int size() const; ///< how many there are to take
    /// After the last step, once.
    [[nodiscard]] Snapshot take();

private:
    const ApplicationStore *m_store = nullptr;
    int m_taken = 0; ///< rows of the store, in its order: a page is unpacked once
    Snapshot m_snapshot;
    std::multimap<QString, Management::Application> m_applications{}; ///< by client ID
};

} // namespace Tenantscope::Applications
