// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/http/response.h"
#include "app/management/listquery.h"
#include "app/management/page.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Tenantscope::Management {

class ApiCall;
class ManagementClient;

/// Walks all pages of a list: the first alone, then a few at a time, delivered in order; by checkpoint when
/// the tenant no longer pages by number. Which list it is, and what its pages hold, is for the derived class to say. Its
/// parent owns it; deleting it cancels.
///
/// All signals come from the event loop, but `finished` of cancel(), which comes at once.
class ListWalker : public QObject
{
    Q_OBJECT

public:
    ~ListWalker() override;

    /// Starts, or goes on after a stop with the first page that was not delivered. After a walk that came to its
    /// end: starts over.
    void start();
    /// Stops at once: pages under way are dropped. `finished` follows with Cancelled.
    void cancel();

    [[nodiscard]] bool isRunning() const;
    /// The total of the last page that stated one.
    [[nodiscard]] std::optional<qint64> total() const;
    /// The latest instant until which a request waits by the tenant's wish; nullopt: none waits.
    [[nodiscard]] std::optional<Base::Instant> waitsUntil() const;

Q_SIGNALS:
    void waitChanged();
    /// After the last page, or when the walk stops: \a error tells why. The pages delivered stay good. Whether the list is
    /// complete is for who counts distinct elements to say.
    void finished(const std::optional<Tenantscope::Base::Error> &error);

protected:
    /// \a client must outlive the walker.
    ListWalker(const ManagementClient &client, QObject *parent);

    [[nodiscard]] const ManagementClient &client() const { return m_client; }

private:
    /// Asks for a page; the call is a child of this.
    virtual ApiCall *request(const PagePlace &place, int pageSize) = 0;
    /// Reads a page, and keeps it.
    virtual Base::Result<PageFacts> read(const Http::Response &response) = 0;
    /// Delivers the page read last. The receiver may cancel or delete the walker.
    virtual void tell() = 0;

    class Private;
    const ManagementClient &m_client;
    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Management
