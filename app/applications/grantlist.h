// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/liststate.h"
#include "app/management/clientgrant.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace Tenantscope::Management {
class GrantWalker;
class ManagementClient;
} // namespace Tenantscope::Management

namespace Tenantscope::Applications {

/// Loads one tenant's client grants, and tells how far it is: which application may call which API with which scopes.
class GrantList final : public QObject
{
    Q_OBJECT

public:
    explicit GrantList(QObject *parent = nullptr);
    ~GrantList() override;

    /// Loads anew; the grants there are stay until the first page has come. \a client must live until the load has ended, or
    /// stop() or clear() was called.
    void load(const Management::ManagementClient &client);
    /// Stops; what has come stays, and the list is Stopped{Cancelled}.
    void stop();
    /// Forgets grants and state.
    void clear();
    /// There is no list to ask for: Stopped with \a cause, nothing is sent.
    void refuse(const Base::Error &cause);

    [[nodiscard]] const ListState &state() const { return m_state; }
    /// Each once, in the order in which they first came. Of a load that failed at its first page: those of before.
    [[nodiscard]] const QList<Management::ClientGrant> &grants() const { return m_grants; }

Q_SIGNALS:
    void stateChanged(); ///< grants() may have changed, too

private:
    void take(const QList<Management::ClientGrant> &page);
    [[nodiscard]] qint64 loaded() const { return m_isStale ? 0 : m_grants.size(); }
    void showProgress();
    void end(const std::optional<Base::Error> &error);
    void setState(const ListState &state);

    QList<Management::ClientGrant> m_grants;
    bool m_isStale = false; ///< the grants are of the load before; the first page takes their place
    QHash<QString, qsizetype> m_placeById; ///< of this load's, in m_grants
    int m_duplicates = 0;
    std::optional<qint64> m_firstTotal; ///< as the load's pages stated it
    std::optional<qint64> m_mostTotal;
    ListState m_state;
    std::unique_ptr<Management::GrantWalker> m_walker;
};

} // namespace Tenantscope::Applications
