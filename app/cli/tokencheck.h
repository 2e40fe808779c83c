// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/connection.h"

namespace Tenantscope::Cli {

/// What a token is checked with.
struct TokenCheck
{
    Tenant::Domain domain{}; ///< whose keys, and whose issuer; none: the issuer is not checked
    QString audience{};      ///< empty: not checked
    QString caFile{};        ///< absolute, or empty
    QString jwksFile{};      ///< absolute; empty: the tenant's own keys
    QStringList notes{};     ///< what was tidied up
};

/// What options and environment, which may be a profile's, say of the check that \a wish asks for. The audience is the
/// domain's Management API unless told. Empty when nothing is to be checked. Fails with a line for each thing that is
/// missing or wrong.
[[nodiscard]] tl::expected<TokenCheck, QStringList> tokenCheckFrom(
    const DecodeWish &wish, const ConnectionOptions &options, const Environment &environment);

} // namespace Tenantscope::Cli
