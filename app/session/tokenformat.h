// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/secret.h"
#include "app/oauth/accesstoken.h"

#include <QString>
#include <QUrl>

#include <variant>

namespace Tenantscope::Base {
class Clock;
}

namespace Tenantscope::Session {

class TenantSession;

/// The shapes in which a token is handed out. All of them hold it.
enum class TokenFormat {
    Token,         ///< the token alone
    Header,        ///< `Authorization: Bearer …`
    Export,        ///< `export AUTH0_TOKEN='…'`, of a POSIX shell
    PowerShell,    ///< `$env:AUTH0_TOKEN = '…'`
    DotEnv,        ///< `AUTH0_TOKEN=…`
    Json,          ///< an object as a token endpoint gives it, with `expires_at` (UTC) besides
    CurlWithToken, ///< two lines for a POSIX shell: `TOKEN='…'`, and the curl command that uses it
};

/// Commands that leave the token for the shell to fill in from `$TOKEN`. None holds one, so each is plain text.
enum class CommandFormat {
    Curl,
    Httpie, ///< the token goes through a pipe: it is not among the arguments of `http`, which everybody can list
};

using CopyFormat = std::variant<TokenFormat, CommandFormat>;

/// What a command that is handed out asks.
struct TokenTarget
{
    QUrl url;       ///< invalid: the API's identifier is no address
    QString caFile; ///< empty: the system's roots

    bool operator==(const TokenTarget &) const = default;
};

/// A cheap request that any token of \a session is allowed.
[[nodiscard]] TokenTarget sampleTarget(const TenantSession &session);

/// \a token in the shape of \a format, without a line end after it. It is quoted for whoever reads it, so that any
/// bytes but NUL arrive unchanged, not only those that RFC 6750 allows in a token; a Header cannot quote, and must
/// hold no line end. \a clock tells what is left of the token's life, and \a clockSkew, as Http::Client::clockSkew(), what it is off by.
[[nodiscard]] Base::Secret formatted(
    TokenFormat format, const OAuth::AccessToken &token, const TokenTarget &target,
    const Base::Clock &clock, std::optional<std::chrono::seconds> clockSkew);

/// The command itself. It is not given a token, so it cannot hold one.
[[nodiscard]] QString commandText(CommandFormat format, const TokenTarget &target);

} // namespace Tenantscope::Session
