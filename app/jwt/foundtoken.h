// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"

#include <QByteArrayView>

#include <optional>

namespace Tenantscope::Jwt {

/// What a token looks like from outside.
enum class TokenForm {
    Jws,    ///< three parts, the first a JOSE header with `alg` (RFC 7515 §7.1)
    Jwe,    ///< five parts, the first a JOSE header with `alg` and `enc` (RFC 7516 §7.1)
    Opaque, ///< no more than characters a bearer token may have (RFC 6750 §2.1)
};

/// A token that was taken out of a text.
struct FoundToken
{
    Base::Secret token{};
    TokenForm form = TokenForm::Opaque;
    /// A JWS or JWE whose last part is as long as its algorithm makes it; else there may be more to come.
    bool isWhole = false;

    bool operator==(const FoundToken &) const = default;
};

/// The token in \a pasted: bare, with blanks and line ends around and in it; `Authorization: Bearer …`, alone or in a
/// curl command; `export TOKEN='…'` or a line of a `.env` file; JSON with `access_token` or `id_token`. The first JWS or
/// JWE wins, without the words behind it; else an opaque token that stands alone or is named as one, by a name with `token`,
/// `bearer`, `jwt` or `authorization` in it. nullopt: nothing in it is a token. At most 1 MiB is looked at.
[[nodiscard]] std::optional<FoundToken> findToken(QByteArrayView pasted);

} // namespace Tenantscope::Jwt
