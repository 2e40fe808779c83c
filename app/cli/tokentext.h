// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/jwt/verify.h"

namespace Tenantscope::Cli {

// What `decode` prints of a token. Its signature is never part of it, so that nobody can use what was printed. The
// claims of an encrypted one are not known.

/// For people: header and claims, each with what it means, times in UTC and as they are here, and the verdict last. Neutralised.
[[nodiscard]] QString tokenText(
    QByteArrayView token, const Jwt::Verdict &verdict, const QDateTime &now);

/// For scripts, on one line: `header` and `claims` as they stand in the token (null: none that can be read), `verdict`,
/// `reason` in words, and `code`, the reason's name.
[[nodiscard]] QByteArray tokenJson(QByteArrayView token, const Jwt::Verdict &verdict);

} // namespace Tenantscope::Cli
