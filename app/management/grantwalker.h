// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/clientgrant.h"
#include "app/management/listwalker.h"

namespace Tenantscope::Management {

/// Walks all pages of the tenant's client grants.
class GrantWalker final : public ListWalker
{
    Q_OBJECT

public:
    /// \a client must outlive the walker.
    explicit GrantWalker(const ManagementClient &client, QObject *parent = nullptr)
        : ListWalker(client, parent)
    {
    }

Q_SIGNALS:
    /// The next page in order. The receiver may cancel or delete the walker.
    void pageArrived(const QList<Tenantscope::Management::ClientGrant> &grants);

private:
    ApiCall *request(const PagePlace &place, int pageSize) override;
    Base::Result<PageFacts> read(const Http::Response &response) override;
    void tell() override;

    QList<ClientGrant> m_grants;
};

} // namespace Tenantscope::Management
