// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/listwalker.h"

namespace Tenantscope::Management {

/// Walks all pages of the tenant's applications.
class PageWalker final : public ListWalker
{
    Q_OBJECT

public:
    /// \a client must outlive the walker.
    explicit PageWalker(const ManagementClient &client, QObject *parent = nullptr)
        : ListWalker(client, parent)
    {
    }

Q_SIGNALS:
    /// The next page in order. The receiver may cancel or delete the walker.
    void pageArrived(const Tenantscope::Management::Page &page);

private:
    ApiCall *request(const PagePlace &place, int pageSize) override;
    Base::Result<PageFacts> read(const Http::Response &response) override;
    void tell() override;

    Page m_page;
};

} // namespace Tenantscope::Management
