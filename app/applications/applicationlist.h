// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/applicationstore.h"
#include "app/applications/liststate.h"

#include <QObject>

#include <memory>

namespace Tenantscope::Management {
class ManagementClient;
class PageWalker;
} // namespace Tenantscope::Management

namespace Tenantscope::Applications {

/// Loads one tenant's applications into its store and tells how far it is.
class ApplicationList final : public QObject
{
    Q_OBJECT

public:
    explicit ApplicationList(QObject *parent = nullptr);
    ~ApplicationList() override;

    /// Loads anew from the first page. The rows shown stay until the first page has arrived, so a reload that fails at once loses
    /// nothing. \a client must live until the load has ended or stop() or clear() was called.
    void load(const Management::ManagementClient &client);
    /// Goes on with the first page that is missing after a stop.
    void resume();
    /// Stops; rows stay, the list is Stopped{Cancelled}.
    void stop();
    /// Forgets rows and state.
    void clear();
    /// There is no list to ask for: Stopped with \a cause, nothing is sent.
    void refuse(const Base::Error &cause);
    /// As ApplicationStore::setEnvironment().
    void setEnvironment(Tenant::Environment environment);
    /// As ApplicationStore::setInsights(): before the first load.
    void setInsights(Insights insights);
    /// As ApplicationStore::dropJson().
    void dropJson(int row);

    [[nodiscard]] const ListState &state() const { return m_state; }
    [[nodiscard]] bool canResume() const;
    [[nodiscard]] const ApplicationStore &store() const { return m_store; }

Q_SIGNALS:
    void stateChanged();
    void cleared(); ///< the store is empty now
    void environmentChanged();
    void added(
        const Tenantscope::Applications::ApplicationStore::Added &added); ///< as each page arrives

private:
    void start();
    void takePage(const Management::Page &page);
    void noteTotal(qint64 total);
    [[nodiscard]] bool isWhole(std::optional<qint64> total) const;
    void showProgress();
    void end(const std::optional<Base::Error> &error);
    void setState(const ListState &state);

    ApplicationStore m_store;
    int m_loads = 0;                    ///< tells one load from the next
    std::optional<qint64> m_firstTotal; ///< as the load's pages stated it
    std::optional<qint64> m_mostTotal;
    bool m_isStale = false; ///< the rows are of the load before; the first page takes their place
    ListState m_state;
    std::unique_ptr<Management::PageWalker> m_walker;
};

} // namespace Tenantscope::Applications
