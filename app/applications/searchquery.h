// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchterm.h"

#include <QList>
#include <QString>

namespace Tenantscope::Applications {

/// What the search field says: conditions that must all hold of an application, case and accents aside.
///
///     shop web            both words occur somewhere
///     "shop web"          the phrase does; a quote in it is written twice
///     -word, -"a phrase"  it does not
///     key:word            it does in what the key names (searchKeys()); another key is plain text, as in http://localhost
///     key:=word           that is the whole of a field
///     meta:key=word       the metadata of that key has the word in it; key=word is its whole field
///     field:path=word     any field: FieldCondition; field:=path=word is its whole text, or a list element's
///     is:trait            knownTraits()
///     finding:word        NamedFindings
///
/// The one mistake is a quote that is never closed; what follows it is searched for to the end. A key, a minus or
/// quotes with nothing in them say nothing yet, and match everything.
class SearchQuery final
{
public:
    SearchQuery() = default; ///< matches everything
    [[nodiscard]] static SearchQuery parse(QStringView text);

    [[nodiscard]] bool isEmpty() const { return m_terms.isEmpty(); }
    [[nodiscard]] bool matches(const ApplicationStore &store, int row) const;
    /// True when every row this query matches is surely matched by \a wider as well.
    [[nodiscard]] bool narrows(const SearchQuery &wider) const;
    /// What it found in a field of \a key, folded, UTF-8: to be highlighted.
    [[nodiscard]] QByteArrayList wordsIn(SearchKey key) const;
    /// The same of the field at \a path, by any key.
    [[nodiscard]] QByteArrayList wordsAt(const QString &path) const;

    [[nodiscard]] QList<SearchKey> keys() const; ///< what its conditions look at, in their order
    /// The columns of the fields that it looks at by `field:`, each once: a store that keeps them at hand answers at once.
    [[nodiscard]] QList<Column> fields() const;
    [[nodiscard]] bool hasOpenQuote() const { return m_hasOpenQuote; }
    /// It asks for a trait, a finding or a field that there is not: an `is:`, `finding:` or `field:` that matches nothing.
    [[nodiscard]] bool hasUnknownName() const;

    bool operator==(const SearchQuery &) const = default;

private:
    QList<SearchTerm> m_terms;
    bool m_hasOpenQuote = false;
};

} // namespace Tenantscope::Applications
