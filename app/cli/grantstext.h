// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/commandline.h"
#include "app/management/clientgrant.h"

#include <functional>

namespace Tenantscope::Cli {

/// Whether \a wish asks for \a grant.
[[nodiscard]] bool isWanted(const Management::ClientGrant &grant, const GrantsWish &wish);

/// The name of the application with a client ID; empty: not known.
using NameOf = std::function<QString(const QString &clientId)>;

/// \a grants as `grants` prints them. \a neutralises: what is printed as CSV goes to a terminal; all else never holds
/// control characters.
[[nodiscard]] QByteArray printedGrants(
    const QList<Management::ClientGrant> &grants, GrantsWish::Format format, const NameOf &nameOf,
    bool neutralises);

} // namespace Tenantscope::Cli
