// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

namespace Tenantscope::Tenant {

// Auth0 makes client IDs of 32 letters and digits, of `tpc_` and 22 for third parties, and secrets of 64 letters, digits,
// `-` and `_`. Others can be imported, so that a shape proves nothing.

[[nodiscard]] bool looksLikeClientId(QByteArrayView text);
[[nodiscard]] bool looksLikeClientSecret(QStringView text);

/// Client ID and secret of \a input exchanged; nullopt when what would be shown as the client ID then does not look like
/// one, and so may be a secret.
[[nodiscard]] std::optional<CredentialsInput> withClientSwapped(const CredentialsInput &input);

} // namespace Tenantscope::Tenant
