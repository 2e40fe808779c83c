// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/application.h"

#include <QFlags>
#include <QLatin1StringView>

#include <optional>
#include <span>

namespace Tenantscope::Applications {

/// What an application can be asked to be, by `is:` in a search.
enum class Trait : quint32 {
    FirstParty = 1u << 0,
    ThirdParty = 1u << 1,
    Public = 1u << 2,       ///< it cannot keep a secret (RFC 6749 §2.1)
    Confidential = 1u << 3, ///< it proves who it is at the token endpoint
    OidcConformant = 1u << 4,
    Legacy = 1u << 5,
    CrossOrigin = 1u << 6,
    Rotating = 1u << 7,
    Organizations = 1u << 8,
    Par = 1u << 9,
    SenderConstrained = 1u << 10,
};
Q_DECLARE_FLAGS(Traits, Trait)

/// A trait as it is typed, and what makes an application have it.
struct KnownTrait
{
    Trait trait;
    QLatin1StringView name; ///< none is the beginning of another
    const char *meaning;    ///< to be translated in the context "Tenantscope::Search"
};

[[nodiscard]] std::span<const KnownTrait> knownTraits();

/// The traits whose names begin with \a text, whatever its case: one that is being typed already finds. None: unknown.
[[nodiscard]] Traits traitsBeginningWith(QStringView text);

/// What \a application says of itself. A member that is absent makes neither a trait nor its opposite.
[[nodiscard]] Traits traitsOf(const Management::Application &application);

/// The trait that says of its member \a name exactly that it is \a value ("true"); nullopt: none does.
[[nodiscard]] std::optional<Trait> traitFor(QAnyStringView member, QStringView value);

} // namespace Tenantscope::Applications

Q_DECLARE_OPERATORS_FOR_FLAGS(Tenantscope::Applications::Traits)
