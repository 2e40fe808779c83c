// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/fieldcondition.h"
#include "app/applications/namedfindings.h"
#include "app/applications/searchkey.h"
#include "app/applications/trait.h"

#include <QByteArrayList>
#include <QString>

#include <optional>

namespace Tenantscope::Applications {

/// One condition of a search as it was typed: `-key:word`, `key:=word`, its quotes taken off.
struct TypedTerm
{
    bool isNegated = false;
    SearchKey key = SearchKey::Any;
    bool isWhole = false; ///< the field must equal the word
    QString word;
};

/// Decides of one row whether one condition holds.
class SearchTerm final
{
public:
    /// nullopt: the term says nothing yet (`type:`, `-`, `""`), and so is true of every row.
    [[nodiscard]] static std::optional<SearchTerm> create(const TypedTerm &typed);

    [[nodiscard]] bool matches(const ApplicationStore &store, int row) const;
    /// True when whatever matches this surely matches \a wider as well.
    [[nodiscard]] bool narrows(const SearchTerm &wider) const;
    /// What of a field of \a key this term found, folded: to be highlighted. Nothing when it is negated.
    [[nodiscard]] QByteArrayList wordsIn(SearchKey key) const;
    /// The same of the field at \a path, for `field:`.
    [[nodiscard]] QByteArrayList wordsAt(const QString &path) const;
    [[nodiscard]] SearchKey key() const { return m_key; } ///< what it looks at
    /// The field that `field:` looks at; nullopt: none, or one that there is not.
    [[nodiscard]] std::optional<Column> field() const;
    /// It asks for a trait, a finding or a field that there is not.
    [[nodiscard]] bool isUnknown() const;

    bool operator==(const SearchTerm &) const = default;

private:
    [[nodiscard]] bool isOfText() const
    {
        return m_key != SearchKey::Is && m_key != SearchKey::Finding && m_key != SearchKey::Field;
    }
    [[nodiscard]] bool finds(const ApplicationStore &store, int row) const;
    [[nodiscard]] bool findsIn(QByteArrayView field) const;
    [[nodiscard]] bool isWithin(const SearchTerm &wider) const;
    [[nodiscard]] bool isPartIn(QByteArrayView text) const;

    bool m_isNegated = false;
    SearchKey m_key = SearchKey::Any;
    bool m_isWhole = false;
    QByteArrayList m_words; ///< spellings of the one word, folded, UTF-8: any of them will do
    QByteArray m_member;    ///< what a field of metadata must begin with: "owner="
    Traits m_traits;        ///< any of them will do
    NamedFindings m_findings;
    std::optional<FieldCondition> m_field; ///< of SearchKey::Field
};

} // namespace Tenantscope::Applications
