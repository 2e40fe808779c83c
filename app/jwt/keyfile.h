// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/secret.h"

namespace Tenantscope::Jwt {

/// The PEM text in \a file, after a look that SigningKey::fromPem() takes it. Error: InvalidPrivateKey with the file as
/// `subject`, and as `detail` a KeyRule, or the system's words when it cannot be read.
[[nodiscard]] Base::Result<Base::Secret> readKeyFile(const QString &file);

} // namespace Tenantscope::Jwt
