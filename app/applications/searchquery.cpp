// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchquery.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

/// Takes a search apart, from its start to its end.
class Reader final
{
public:
    explicit Reader(QStringView text)
        : m_rest(text.trimmed())
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty(); }
    [[nodiscard]] bool hasOpenQuote() const { return m_hasOpenQuote; }

    [[nodiscard]] TypedTerm takeTerm()
    {
        TypedTerm term;
        term.isNegated = take(u'-');
        term.key = takeKey();
        term.isWhole = term.key != SearchKey::Any && term.key != SearchKey::Is
            && term.key != SearchKey::Finding && take(u'=');
        term.word = take(u'"') ? takePhrase() : takeWord();
        m_rest = m_rest.trimmed();
        return term;
    }

private:
    bool take(char16_t c)
    {
        const bool isNext = m_rest.startsWith(c);
        if (isNext)
            m_rest = m_rest.sliced(1);
        return isNext;
    }

    SearchKey takeKey()
    {
        const qsizetype colon = m_rest.indexOf(u':');
        const auto key = colon < 0 ? std::nullopt : searchKeyNamed(m_rest.first(colon));
        if (!key)
            return SearchKey::Any;
        m_rest = m_rest.sliced(colon + 1);
        return *key;
    }

    /// The rest of a phrase whose first quote has been taken; an open one goes to the end.
    QString takePhrase()
    {
        QString phrase;
        while (true) {
            const qsizetype quote = m_rest.indexOf(u'"');
            m_hasOpenQuote = quote < 0;
            phrase += quote < 0 ? m_rest : m_rest.first(quote);
            m_rest = quote < 0 ? QStringView() : m_rest.sliced(quote + 1);
            if (!take(u'"'))
                return phrase;
            phrase += u'"';
        }
    }

    QString takeWord()
    {
        const auto *const blank = std::ranges::find_if(m_rest, [](QChar c) { return c.isSpace(); });
        const QStringView word = m_rest.first(blank - m_rest.begin());
        m_rest = m_rest.sliced(word.size());
        return word.toString();
    }

    QStringView m_rest;
    bool m_hasOpenQuote = false;
};

} // namespace

SearchQuery SearchQuery::parse(QStringView text)
{
    SearchQuery query;
    Reader reader(text);
    while (!reader.isAtEnd()) {
        const auto term = SearchTerm::create(reader.takeTerm());
        if (term && !query.m_terms.contains(*term))
            query.m_terms.append(*term);
    }
    query.m_hasOpenQuote = reader.hasOpenQuote();
    return query;
}

bool SearchQuery::matches(const ApplicationStore &store, int row) const
{
    return std::ranges::all_of(
        m_terms, [&store, row](const SearchTerm &term) { return term.matches(store, row); });
}

bool SearchQuery::narrows(const SearchQuery &wider) const
{
    return std::ranges::all_of(wider.m_terms, [this](const SearchTerm &term) {
        return std::ranges::any_of(
            m_terms, [&term](const SearchTerm &narrower) { return narrower.narrows(term); });
    });
}

QByteArrayList SearchQuery::wordsIn(SearchKey key) const
{
    QByteArrayList words;
    for (const SearchTerm &term : m_terms)
        words += term.wordsIn(key);
    return words;
}

QByteArrayList SearchQuery::wordsAt(const QString &path) const
{
    QByteArrayList words = wordsIn(searchKeyOf(path));
    for (const SearchTerm &term : m_terms)
        words += term.wordsAt(path);
    return words;
}

QList<SearchKey> SearchQuery::keys() const
{
    QList<SearchKey> keys;
    for (const SearchTerm &term : m_terms)
        keys.append(term.key());
    return keys;
}

QList<Column> SearchQuery::fields() const
{
    QList<Column> fields;
    for (const SearchTerm &term : m_terms) {
        if (const auto field = term.field(); field && !fields.contains(*field))
            fields.append(*field);
    }
    return fields;
}

bool SearchQuery::hasUnknownName() const
{
    return std::ranges::any_of(m_terms, &SearchTerm::isUnknown);
}

} // namespace Tenantscope::Applications
