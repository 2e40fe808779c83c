// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/base/result.h"
#include "app/management/application.h"

#include <QDateTime>
#include <QList>

namespace Tenantscope::Applications {

/// A tenant's applications at one instant, without any secret. SnapshotWriter writes its file.
struct Snapshot
{
    static constexpr int version = 1; ///< of the file format

    QString domain{};       ///< of the tenant
    QDateTime takenAt{};    ///< UTC, whole seconds
    bool isComplete = true; ///< whether these are all of the tenant's applications
    QList<Management::Application> applications{}; ///< sorted by client ID

    bool operator==(const Snapshot &) const = default;
};

/// The application in \a row of \a store without any secret.
[[nodiscard]] Management::Application publicApplication(const ApplicationStore &store, int row);

/// What \a store holds of the tenant at \a domain.
[[nodiscard]] Snapshot snapshotOf(
    const ApplicationStore &store, const QString &domain, const QDateTime &takenAt,
    bool isComplete);

/// \a text of \a file, which only names it in errors: InvalidSnapshot, FileTooNew. Whoever wrote it, what it holds
/// of secrets is dropped.
[[nodiscard]] Base::Result<Snapshot> snapshotFrom(const QByteArray &text, const QString &file);

/// Bytes that a snapshot's file may have.
constexpr qint64 largestSnapshot = 1'000'000'000;
/// As snapshotFrom() of the file \a name, or FileUnusable. It may be a pipe, too; no more than \a largest bytes of it are kept.
[[nodiscard]] Base::Result<Snapshot> loadSnapshot(
    const QString &name, qint64 largest = largestSnapshot);

} // namespace Tenantscope::Applications
