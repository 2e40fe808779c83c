// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QAnyStringView>
#include <QLatin1StringView>

#include <optional>
#include <span>

namespace Tenantscope::Applications {

/// What a word of a search looks at. The value is also the byte that stands before each field in a row's search text.
enum class SearchKey : char {
    Any = '\x10', ///< no key: everything; before a field: one that no key names
    Id,
    Name,
    Type,
    Callback,
    Logout,
    Origin,
    Grant,
    Meta,
    Is,      ///< no text but a Trait
    Finding, ///< no text but NamedFindings
    Field,   ///< no search text but a FieldCondition
};

/// A key as it is typed before its colon, and what it looks at.
struct KnownKey
{
    SearchKey key;
    QLatin1StringView name;
    const char *meaning; ///< to be translated in the context "Tenantscope::Search"
    const char *example;
};

/// All keys of the search language but Any, in the order in which help lists them.
[[nodiscard]] std::span<const KnownKey> searchKeys();

/// The key whose name is \a name, whatever its case; nullopt: there is none, so it is plain text.
[[nodiscard]] std::optional<SearchKey> searchKeyNamed(QStringView name);

/// The key that looks at the API's member \a name of an application; Any: none does so alone.
[[nodiscard]] SearchKey searchKeyOf(QAnyStringView member);

/// Whether \a c is one of the bytes that part the fields of a search text: fold() lets none through.
[[nodiscard]] constexpr bool isFieldMark(char16_t c)
{
    return c >= 0x10 && c <= 0x1f;
}

} // namespace Tenantscope::Applications
