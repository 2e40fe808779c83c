// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchterm.h"

#include "app/applications/bytesearch.h"
#include "app/applications/searchtext.h"

#include <algorithm>

namespace Tenantscope::Applications {

namespace {

/// \a word, and what else is meant by it: a number, which stands in a search text in a spelling of its own, or a grant
/// type without its underscores or hyphens ("client credentials").
QByteArrayList spellingsOf(const QByteArray &word, SearchKey key)
{
    QByteArrayList spellings{word};
    if (key == SearchKey::Any) {
        if (const QByteArray number = searchNumber(word); !number.isEmpty())
            spellings.append(number);
    } else if (key == SearchKey::Grant) {
        for (const char joint : {'_', '-'}) {
            QByteArray joined = word;
            std::ranges::replace_if(
                joined, [](char c) { return c == ' ' || c == '_' || c == '-'; }, joint);
            if (!spellings.contains(joined))
                spellings.append(joined);
        }
    }
    return spellings;
}

} // namespace

std::optional<SearchTerm> SearchTerm::create(const TypedTerm &typed)
{
    SearchTerm term;
    term.m_isNegated = typed.isNegated;
    term.m_key = typed.key;
    term.m_isWhole = typed.isWhole;
    if (typed.key == SearchKey::Is) {
        if (typed.word.isEmpty())
            return std::nullopt;
        term.m_traits = traitsBeginningWith(typed.word);
        return term;
    }
    if (typed.key == SearchKey::Field) {
        using Match = FieldCondition::Match;
        term.m_field = FieldCondition::create(
            typed.word, typed.isWhole ? Match::Whole : Match::Part);
        return term.m_field ? std::optional(term) : std::nullopt;
    }
    QByteArray word = fold(typed.word);
    if (word.isEmpty())
        return std::nullopt;
    if (typed.key == SearchKey::Finding) {
        term.m_findings = NamedFindings::of(word);
        return term;
    }
    if (typed.isWhole) {
        term.m_words = {word};
        return term;
    }
    if (const qsizetype sign = word.indexOf('='); typed.key == SearchKey::Meta && sign >= 0) {
        term.m_member = word.first(sign + 1);
        word.remove(0, sign + 1);
    }
    term.m_words = spellingsOf(word, typed.key);
    return term;
}

bool SearchTerm::matches(const ApplicationStore &store, int row) const
{
    return finds(store, row) != m_isNegated;
}

bool SearchTerm::finds(const ApplicationStore &store, int row) const
{
    if (m_key == SearchKey::Is)
        return store.traits(row).testAnyFlags(m_traits);
    if (m_key == SearchKey::Finding)
        return m_findings.isIn(store.findings(row), store.environment());
    if (m_key == SearchKey::Field)
        return m_field->holds(store, row);
    const QByteArrayView text = store.searchText(row);
    if (m_key == SearchKey::Any)
        return isPartIn(text);
    return anyField(text, m_key, [this](QByteArrayView field) { return findsIn(field); });
}

bool SearchTerm::findsIn(QByteArrayView field) const
{
    if (m_isWhole)
        return std::ranges::any_of(
            m_words, [field](const QByteArray &word) { return field == word; });
    return field.startsWith(m_member) && isPartIn(field.sliced(m_member.size()));
}

bool SearchTerm::isPartIn(QByteArrayView text) const
{
    return std::ranges::any_of(
        m_words, [text](const QByteArray &word) { return contains(text, word); });
}

bool SearchTerm::narrows(const SearchTerm &wider) const
{
    if (m_isNegated != wider.m_isNegated)
        return false;
    return m_isNegated ? wider.isWithin(*this) : isWithin(wider);
}

/// Whether all that this term finds, negated or not, is found by \a wider too.
bool SearchTerm::isWithin(const SearchTerm &wider) const
{
    if (m_field && wider.m_field)
        return m_field->isWithin(*wider.m_field);
    if (!isOfText() || !wider.isOfText()) {
        return m_key == wider.m_key && (m_traits & wider.m_traits) == m_traits
            && m_findings.areAmong(wider.m_findings);
    }
    if (wider.m_key != SearchKey::Any && wider.m_key != m_key)
        return false;
    if (wider.m_isWhole) {
        return m_isWhole && std::ranges::all_of(m_words, [&wider](const QByteArray &word) {
                   return wider.m_words.contains(word);
               });
    }
    if (!wider.m_member.isEmpty() && wider.m_member != m_member)
        return false;
    return std::ranges::all_of(
        m_words, [&wider](const QByteArray &word) { return wider.isPartIn(word); });
}

bool SearchTerm::isUnknown() const
{
    return !isOfText() && !m_traits && m_findings.isEmpty() && !field();
}

std::optional<Column> SearchTerm::field() const
{
    return m_field ? m_field->field() : std::nullopt;
}

QByteArrayList SearchTerm::wordsIn(SearchKey key) const
{
    if (m_isNegated || !isOfText() || (m_key != SearchKey::Any && m_key != key))
        return {};
    QByteArrayList words = m_key == SearchKey::Any ? m_words.first(1) : m_words;
    if (!m_member.isEmpty())
        words.append(m_member.chopped(1));
    words.removeAll(QByteArray());
    return words;
}

QByteArrayList SearchTerm::wordsAt(const QString &path) const
{
    const bool isHere = !m_isNegated && field() && memberOf(*field()) == path;
    return isHere && !m_field->word().isEmpty() ? QByteArrayList{m_field->word()}
                                                : QByteArrayList();
}

} // namespace Tenantscope::Applications
