// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"
#include "app/http/response.h"

#include <optional>

namespace Tenantscope::Management {

/// The `client_secret` in an answer to `GET /api/v2/clients/{id}`; an empty one: the application has none; nullopt: the
/// answer does not tell, for want of a scope or of a secret. The answer's body is wiped.
///
/// Malformed: no object, another application than \a clientId, a secret that is no text or longer than 64 KiB.
[[nodiscard]] Base::Result<std::optional<Base::Secret>> readClientSecret(
    Http::Response &&response, const QString &clientId);

} // namespace Tenantscope::Management
