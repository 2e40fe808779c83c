// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace Tenantscope::Jwt {

/// The algorithms whose signatures are checked here (RFC 7518 §3.1): asymmetric ones only, for whoever can check by a
/// shared secret can sign by it as well.
enum class Algorithm {
    Rs256, ///< RSASSA-PKCS1-v1_5 with SHA-256, §3.3
    Rs384,
    Rs512,
    Ps256, ///< RSASSA-PSS with SHA-256, MGF1 by it, and a salt as long as its hash, §3.5
    Ps384,
    Ps512,
    Es256, ///< ECDSA on P-256 with SHA-256, §3.4
};

/// "RS256" and its like, as `alg` has it.
[[nodiscard]] QLatin1StringView nameOf(Algorithm algorithm);
/// nullopt: not one of them. Case counts, as it does in `alg`.
[[nodiscard]] std::optional<Algorithm> algorithmFrom(QStringView name);

} // namespace Tenantscope::Jwt
