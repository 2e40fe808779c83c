// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/grantwalker.h"

#include "app/management/managementclient.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

ApiCall *GrantWalker::request(const PagePlace &place, int pageSize)
{
    return client().listGrants(place, pageSize, this);
}

Base::Result<PageFacts> GrantWalker::read(const Http::Response &response)
{
    const Base::Result<ListedPage> page = readListedPage(response, "client_grants"_L1);
    if (!page)
        return Base::failure(page.error());
    PageFacts facts = page->facts;
    m_grants.clear();
    for (const QJsonValue &element : page->elements) {
        if (!element.isObject())
            continue;
        m_grants.append(ClientGrant(element.toObject()));
        facts.identities.append(identityOf(m_grants.constLast().id(), element));
    }
    return facts;
}

void GrantWalker::tell()
{
    const QList<ClientGrant> grants = std::exchange(m_grants, {});
    Q_EMIT pageArrived(grants); // the receiver may delete this
}

} // namespace Tenantscope::Management
