// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

namespace Tenantscope::Tenant {

/// What a connection was read from.
enum class ImportFormat {
    DotEnv, ///< `AUTH0_DOMAIN=…` lines, as in `.env` files, shells and PowerShell
    Json, ///< `domain`, `clientId` or `client_id`, …: SDK examples, auth0-deploy-cli's configuration
    Curl,         ///< the token request as a curl command, which the Auth0 Dashboard shows
    Auth0CliFile, ///< auth0-cli's `~/.config/auth0/config.json`; its secrets are in a keychain
};

/// Why a text holds no connection: the `detail` of an InvalidImport error.
namespace ImportRule {
inline constexpr QLatin1StringView empty{"empty"};
inline constexpr QLatin1StringView tooLarge{"too-large"}; ///< over largestImport bytes
inline constexpr QLatin1StringView binary{"binary"};      ///< no UTF-8 text
inline constexpr QLatin1StringView json{"json"};          ///< JSON that ends early or is none
inline constexpr QLatin1StringView quote{"quote"};        ///< a quote that is never closed
inline constexpr QLatin1StringView noTokenRequest{
    "no-token-request"};                                  ///< curl, but not to /oauth/token
inline constexpr QLatin1StringView noTenant{"no-tenant"}; ///< auth0-cli knows no tenant to take
inline constexpr QLatin1StringView nothing{"nothing"};    ///< none of the formats
} // namespace ImportRule

inline constexpr qsizetype largestImport = 1024 * 1024; ///< bytes

struct ImportedConnection
{
    CredentialsInput values; ///< as written, not checked; what the text does not tell is empty
    ImportFormat format = ImportFormat::DotEnv;

    bool operator==(const ImportedConnection &) const = default;
};

/// Reads a connection out of \a text, UTF-8 as pasted or from a file. Values that name a variable (`$SECRET`) count as
/// absent. Error: InvalidImport, with an ImportRule in `detail`. Whoever owns the text wipes it.
[[nodiscard]] Base::Result<ImportedConnection> importConnection(QByteArrayView text);

} // namespace Tenantscope::Tenant
