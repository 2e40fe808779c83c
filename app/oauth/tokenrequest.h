// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/request.h"
#include "app/tenant/credentials.h"

#include <QDateTime>

#include <functional>

namespace Tenantscope::OAuth {

/// The client credentials request (RFC 6749 §4.4.2) in Auth0's form: `POST /oauth/token`, form-encoded, every byte
/// outside RFC 3986's unreserved set escaped. A secret goes in the body (client_secret_post). With a private key the
/// request has no body yet, but makes one with a new assertion for every attempt (private_key_jwt); \a now, the tenant's time, is asked
/// then, and what it refers to must live as long as the request.
[[nodiscard]] Http::Request tokenRequest(
    const Tenant::Credentials &credentials, std::function<QDateTime()> now,
    const Http::Policy &policy = Http::Policy::token());

} // namespace Tenantscope::OAuth
