// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/pagewalker.h"

#include "app/management/managementclient.h"

#include <utility>

namespace Tenantscope::Management {

ApiCall *PageWalker::request(const PagePlace &place, int pageSize)
{
    return client().listApplications(place, pageSize, this);
}

Base::Result<PageFacts> PageWalker::read(const Http::Response &response)
{
    const bool wantsSecrets = client().listedMembers() == ListedMembers::WithSecrets;
    Base::Result<Page> page = readPage(
        response, wantsSecrets ? PageSecrets::AreWanted : PageSecrets::Unknown);
    if (!page)
        return Base::failure(page.error());
    m_page = std::move(*page);
    return factsOf(m_page);
}

void PageWalker::tell()
{
    const Page page = std::exchange(m_page, {});
    Q_EMIT pageArrived(page); // the receiver may delete this
}

} // namespace Tenantscope::Management
