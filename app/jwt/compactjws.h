// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/algorithm.h"
#include "app/jwt/verify.h"

#include <QByteArray>
#include <QJsonObject>

namespace Tenantscope::Jwt {

/// A JWS taken apart, whose header is understood to the last member that matters.
struct CompactJws
{
    QJsonObject header{};
    QByteArrayView input{}; ///< what was signed: header and payload as they stand
    QByteArray payload{};
    QByteArray signature{};
    Algorithm algorithm = Algorithm::Rs256;
    std::optional<QString> keyId{};
};

/// Takes \a compact apart (RFC 7515 §5.2, steps 1 to 7). Fails with a verdict when it is none, or one whose signature cannot
/// be checked whatever the keys.
[[nodiscard]] tl::expected<CompactJws, SignatureVerdict> readCompactJws(QByteArrayView compact);

} // namespace Tenantscope::Jwt
