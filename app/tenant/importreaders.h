// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/connectionimport.h"

namespace Tenantscope::Tenant {

// The readers behind importConnection(), one a format. Each gets a text without a byte order mark and fails by refusedImport().

[[nodiscard]] Base::Result<ImportedConnection> importDotEnv(QByteArrayView text);
[[nodiscard]] Base::Result<ImportedConnection> importJson(
    QByteArrayView text); ///< auth0-cli's, too
/// \a text begins with the word curl.
[[nodiscard]] Base::Result<ImportedConnection> importCurl(QByteArrayView text);

[[nodiscard]] tl::unexpected<Base::Error> refusedImport(QLatin1StringView rule);

} // namespace Tenantscope::Tenant
