// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/comparer.h"
#include "app/applications/snapshottaker.h"
#include "ui/shared/turns.h"

#include <optional>

namespace Tenantscope::Ui {

/// Takes two snapshots and compares them, some of it in each turn of the event loop. Deleted before it has finished, it
/// leaves the rest undone.
class Comparing final : public QObject
{
    Q_OBJECT

public:
    Comparing(
        Applications::SnapshotTaker before, Applications::SnapshotTaker after, QObject *parent);

    void start();

    /// How far it is: "Comparing… 40,000 of 100,000".
    [[nodiscard]] QString words() const;
    /// What the sides were taken of, without the applications; once it has finished, as is the comparison.
    [[nodiscard]] const Applications::Snapshot &before() const { return m_before; }
    [[nodiscard]] const Applications::Snapshot &after() const { return m_after; }
    [[nodiscard]] const Applications::Comparison &comparison() const { return m_comparison; }

Q_SIGNALS:
    void progressed();
    void finished(); ///< once, perhaps within start()

private:
    [[nodiscard]] bool step();
    void beginToCompare();

    Applications::SnapshotTaker m_takesBefore;
    Applications::SnapshotTaker m_takesAfter;
    std::optional<Applications::Comparer> m_comparer{};
    Applications::Snapshot m_before{};
    Applications::Snapshot m_after{};
    Applications::Comparison m_comparison{};
    Turns m_turns;
};

} // namespace Tenantscope::Ui
