// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace Tenantscope::Applications {

class ApplicationStore;

/// Paths of the fields that a list of applications can show, sorted: those the API documents (Auth0 docs: GET /api/v2/clients),
/// and those that a sample of \a store has besides, such as members of `client_metadata`. No secrets, and no pages of HTML: lists
/// never ask for them.
[[nodiscard]] QStringList fieldPaths(const ApplicationStore &store);

/// Whether a list has the field at \a path, or would if it were set; false of what is in a member that lists never ask for.
[[nodiscard]] bool isListed(QStringView path);

} // namespace Tenantscope::Applications
