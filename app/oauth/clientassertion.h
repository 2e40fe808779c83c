// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/tenant/credentials.h"

#include <QDateTime>

namespace Tenantscope::OAuth {

/// The proof that somebody holds the private key of \a credentials (RFC 7523 §3, in Auth0's form): a signed token for
/// the domain's own authorization server, to be used once, within a minute from \a now. \a now is the tenant's time:
/// Auth0 forgives 10 s. Error: InvalidPrivateKey, `subject` being the key's file.
[[nodiscard]] Base::Result<Base::Secret> clientAssertion(
    const Tenant::Credentials &credentials, const QDateTime &now);

} // namespace Tenantscope::OAuth
