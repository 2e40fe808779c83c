// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/verify.h"

namespace Tenantscope::Jwt {

/// Completes \a verdict, of a signature that was found right, by what the claims in \a payload say (RFC 7519 §4.1): the
/// first thing that is wrong, times before names.
void checkClaims(QByteArrayView payload, const Expected &expected, Verdict &verdict);

} // namespace Tenantscope::Jwt
