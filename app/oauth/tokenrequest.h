// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/request.h"
#include "app/tenant/credentials.h"

namespace Tenantscope::OAuth {

/// The client credentials request (RFC 6749 §4.4.2) in Auth0's form: `POST /oauth/token`, form-encoded, secret in
/// the body (client_secret_post), every byte outside RFC 3986's unreserved set escaped.
[[nodiscard]] Http::Request tokenRequest(
    const Tenant::Credentials &credentials, const Http::Policy &policy = Http::Policy::token());

} // namespace Tenantscope::OAuth
