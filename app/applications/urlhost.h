// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>

namespace Tenantscope::Applications {

// What can be said of the host in a registered URL.

/// Whether \a host may be one: a name of letters, digits, `-`, `_`, wildcards and Auth0's placeholder
/// `{organization_name}`, or an address in brackets. Not `http` or `https`, which are a scheme pasted twice.
[[nodiscard]] bool isHost(QStringView host);
/// The machine the browser runs on (RFC 6761 §6.3, RFC 1122 §3.2.1.3).
[[nodiscard]] bool isLoopbackHost(QStringView host);
/// Whether its wildcard takes in names that anybody can get.
[[nodiscard]] bool isSharedHost(QStringView host);

} // namespace Tenantscope::Applications
