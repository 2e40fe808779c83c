// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QFlags>
#include <QStringView>

namespace Tenantscope::Applications {

/// What about a registered URL deserves a look. Whether it is wrong depends on what the URL is for and on the
/// application: rules decide that.
enum class UrlFault {
    Malformed = 1 << 0,      ///< no URL that a browser could be sent to, or come from
    Loopback = 1 << 1,       ///< http or https to the user's own machine
    Insecure = 1 << 2,       ///< http to another machine
    Wildcard = 1 << 3,       ///< a `*` anywhere, but for those that are shared
    SharedWildcard = 1 << 4, ///< a `*` that takes in names anybody can get, such as *.vercel.app
    Fragment = 1 << 5,       ///< has a `#`
    Path = 1 << 6,   ///< http or https with more than an origin (RFC 6454 §4) and a final slash
    Script = 1 << 7, ///< `javascript:` and its like
    CustomScheme = 1 << 8, ///< opens another program than a browser
    ShortScheme = 1 << 9,  ///< such a scheme that is no reversed domain name (RFC 8252 §7.1)
};
Q_DECLARE_FLAGS(UrlFaults, UrlFault)
Q_DECLARE_OPERATORS_FOR_FLAGS(UrlFaults)

/// All that may be looked at in \a url, whatever it holds. Auth0's placeholder `{organization_name}` counts as a part
/// of a host's name.
[[nodiscard]] UrlFaults faultsOf(QStringView url);

} // namespace Tenantscope::Applications
