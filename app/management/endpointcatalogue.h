// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/endpoint.h"

#include <optional>

namespace Tenantscope::Management {

/// Every endpoint of the Management API that Auth0's reference names, in its order: by group, method, path.
class EndpointCatalogue final
{
public:
    /// Reads the table that is part of the program; takes about a millisecond, so ask for it when it is needed.
    [[nodiscard]] static EndpointCatalogue read();

    [[nodiscard]] const QList<Endpoint> &all() const { return m_all; }
    /// Those that \a scope opens, be it together with others.
    [[nodiscard]] QList<Endpoint> openedBy(const QString &scope) const;
    /// The one that a request for \a path goes to, `/api/v2/users/auth0|123/roles` for example. A query, a final slash and a
    /// missing `/api/v2` do not matter, nor does the case of \a method.
    [[nodiscard]] std::optional<Endpoint> find(const QString &method, const QString &path) const;
    /// The same for a request as it is typed: method and path, or a path or URL alone, which means GET, or whatever method
    /// there is.
    [[nodiscard]] std::optional<Endpoint> findRequest(const QString &typed) const;
    /// Those in whose group, method, path and scopes all words of \a query occur, cases aside; when there is none, the one a
    /// request typed like that goes to. All, when \a query is empty.
    [[nodiscard]] QList<Endpoint> search(const QString &query) const;

private:
    QList<Endpoint> m_all;
};

} // namespace Tenantscope::Management
