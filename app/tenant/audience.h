// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

namespace Tenantscope::Tenant {

/// What may be wrong with \a audience for a client of \a domain.
[[nodiscard]] QList<Hint> hintsOnAudience(const QString &audience, const Domain &domain);

/// \a audience as the Management API's identifier is written: no doubled slash, one at the end. As it is when it is
/// another API's.
[[nodiscard]] QString tidiedAudience(const QString &audience);

/// The host an audience names, with its port; empty: it is no URL.
[[nodiscard]] QString hostOfAudience(QStringView audience);

} // namespace Tenantscope::Tenant
