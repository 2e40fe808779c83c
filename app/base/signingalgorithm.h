// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace Tenantscope::Base {

/// How a private key signs (RFC 7518 §3.1): those that Auth0 takes for private_key_jwt. Here, because profiles store it
/// and `jwt` signs by it, and neither knows the other.
enum class SigningAlgorithm {
    Rs256, ///< RSASSA-PKCS1-v1_5 with SHA-256
    Rs384, ///< the same with SHA-384
    Ps256, ///< RSASSA-PSS with SHA-256
};

/// "RS256" and its like: what `alg`, the command line and the profiles call it.
[[nodiscard]] QLatin1StringView nameOf(SigningAlgorithm algorithm);
/// nullopt: there is no such algorithm here. Case counts, as it does in `alg`.
[[nodiscard]] std::optional<SigningAlgorithm> signingAlgorithmFrom(QStringView name);

} // namespace Tenantscope::Base
