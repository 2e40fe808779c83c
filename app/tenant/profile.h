// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/base/signingalgorithm.h"
#include "app/tenant/domain.h"

#include <QJsonObject>

namespace Tenantscope::Tenant {

/// The rule a refused profile breaks: the `detail` of an InvalidProfile error.
namespace ProfileRule {
inline constexpr QLatin1StringView nameEmpty{"name-empty"};
inline constexpr QLatin1StringView nameTooLong{"name-too-long"}; ///< over 100 characters
inline constexpr QLatin1StringView nameCharacter{
    "name-character"}; ///< a control or invisible character, or a hyphen at its start
inline constexpr QLatin1StringView nameTaken{"name-taken"};
inline constexpr QLatin1StringView unknown{"unknown"}; ///< there is none of that name
} // namespace ProfileRule

/// How far from its users a tenant is.
enum class Environment { Development, Staging, Production };

/// "development" and its like: what the command line and the file call it.
[[nodiscard]] QLatin1StringView nameOf(Environment environment);
/// nullopt: there is no such environment.
[[nodiscard]] std::optional<Environment> environmentFrom(QStringView name);

/// A saved tenant, without its secret.
struct Profile
{
    QString name; ///< of its user's choice; names the keychain entry too
    Domain domain;
    QString clientId;
    QString audience;
    QString caFile; ///< absolute; empty: the system's roots
    Environment environment = Environment::Development;
    bool isSecretSaved = false; ///< a keychain entry was made for it
    QString privateKeyFile{};   ///< absolute; empty: it signs in with a secret
    Base::SigningAlgorithm signingAlgorithm = Base::SigningAlgorithm::Rs256;
    QString organization{}; ///< empty: none

    bool operator==(const Profile &) const = default;
};

/// \a name without blanks around it, or InvalidProfile.
[[nodiscard]] Base::Result<QString> checkedProfileName(QStringView name);
/// Profiles' names differ by more than case, so that "Prod" and "prod" are never two tenants.
[[nodiscard]] bool isSameProfileName(QStringView left, QStringView right);

/// Whether a secret from the environment may be \a profile's: it has neither a saved one nor a key, and \a clientId, which
/// the environment tells as well, is not another client's. Empty: it tells none.
[[nodiscard]] bool takesSecretFor(const Profile &profile, QStringView clientId);

/// \a profile as the file keeps it and scripts get it; nothing of it is secret.
///
/// The members for private keys and organizations came after format 1 and left it: a reader that knows neither finds a
/// profile without a secret, asks for one, and at worst is refused or gets a token of no organization. It sends nothing
/// it should not, but forgets those members when it writes the file.
[[nodiscard]] QJsonObject toJson(const Profile &profile);
/// nullopt: \a json is not, or no longer, a profile that can be used.
[[nodiscard]] std::optional<Profile> profileFrom(const QJsonObject &json);

} // namespace Tenantscope::Tenant
