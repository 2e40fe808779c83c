// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"

#include <QString>

namespace Tenantscope::Tenant {

/// A host that passed every rule: ASCII, lower case, an IPv6 address without brackets.
struct Hostname
{
    QString text;
    bool isLoopback = false;
    bool isPunycode = false;
};

/// Reads \a host, already free of scheme, port and path; \a isBracketed: it stood in `[…]`. An InvalidDomain
/// error names a DomainRule.
///
/// Whatever some URL parser would read as another host is refused: IPv4 addresses in any spelling but plain
/// 127/8, characters that IDNA maps to other ones or drops. What is left is compared with QUrl's reading.
[[nodiscard]] Base::Result<Hostname> readHostname(const QString &host, bool isBracketed);

/// The DomainRule that \a label, ASCII in lower case, breaks (RFC 1123 §2.1); empty: none.
[[nodiscard]] QLatin1StringView ruleBrokenByLabel(QStringView label);

/// An InvalidDomain error for \a rule.
[[nodiscard]] tl::unexpected<Base::Error> refusedDomain(
    QLatin1StringView rule, const QString &subject = {});

} // namespace Tenantscope::Tenant
