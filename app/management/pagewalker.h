// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/management/listquery.h"
#include "app/management/page.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Tenantscope::Management {

class ManagementClient;

/// Walks all pages of the list: the first alone, then a few at a time, delivered in order; by checkpoint when
/// the tenant no longer pages by number. Its parent owns it; deleting it cancels.
///
/// All signals come from the event loop, but `finished` of cancel(), which comes at once.
class PageWalker final : public QObject
{
    Q_OBJECT

public:
    /// \a client must outlive the walker.
    explicit PageWalker(const ManagementClient &client, QObject *parent = nullptr);
    ~PageWalker() override;

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
    /// The next page in order. The receiver may cancel or delete the walker.
    void pageArrived(const Tenantscope::Management::Page &page);
    void waitChanged();
    /// After the last page, or when the walk stops: \a error tells why. The pages delivered stay good. Whether the list is
    /// complete is for who counts distinct applications to say.
    void finished(const std::optional<Tenantscope::Base::Error> &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Tenantscope::Management
