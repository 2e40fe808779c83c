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

    [[nodiscard]] QList<SearchKey> keys() const; ///< what its conditions look at, in their order
    [[nodiscard]] bool hasOpenQuote() const { return m_hasOpenQuote; }
    /// It asks for a trait or a finding that there is not: an `is:` or `finding:` that matches nothing.
    [[nodiscard]] bool hasUnknownName() const;

    bool operator==(const SearchQuery &) const = default;

private:
    QList<SearchTerm> m_terms;
    bool m_hasOpenQuote = false;
};

} // namespace Tenantscope::Applications
