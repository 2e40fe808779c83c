// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/base/result.h"

#include <QDateTime>

#include <map>
#include <optional>

namespace Tenantscope::Applications {

/// Writes the file of a snapshot of a store piece by piece: indented JSON with sorted keys, a value a line, applications by
/// client ID, so that two of them differ where the tenant does. There are no secrets in it; control and bidirectional
/// characters are escaped.
class SnapshotWriter final
{
public:
    /// As snapshotOf(). \a store must outlive the writer, and stay as it is.
    SnapshotWriter(
        const ApplicationStore &store, const QString &domain, const QDateTime &takenAt,
        bool isComplete);

    /// The next piece of the file, after about a millisecond's work; empty while applications are still gathered; nullopt:
    /// that was all.
    [[nodiscard]] std::optional<QByteArray> next();

private:
    void gather();
    [[nodiscard]] QByteArray written();

    const ApplicationStore &m_store;
    QByteArray m_head;
    QByteArray m_foot;
    int m_gathered = 0; ///< rows of the store, in its order: a page is unpacked once
    std::multimap<QString, QByteArray> m_texts{}; ///< as the file has them, by client ID
};

/// Writes the file \a name whole (0600) or not at all: FileUnusable.
[[nodiscard]] Base::Result<void> saveSnapshot(SnapshotWriter writer, const QString &name);

} // namespace Tenantscope::Applications
