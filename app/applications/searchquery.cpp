// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchquery.h"

#include <string.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

/// QByteArrayView::contains() prepares a table for each call; over short texts that is most of the work.
bool contains(QByteArrayView text, const QByteArray &word)
{
    return memmem(text.data(), size_t(text.size()), word.constData(), size_t(word.size()))
        != nullptr;
}

/// Takes the first word, or phrase, off \a rest. A quote begins a phrase only where a word begins; an open phrase goes
/// to the end.
QStringView takeWord(QStringView &rest)
{
    if (rest.startsWith(u'"')) {
        const qsizetype end = rest.indexOf(u'"', 1);
        const QStringView phrase = end < 0 ? rest.sliced(1) : rest.sliced(1, end - 1);
        rest = end < 0 ? QStringView() : rest.sliced(end + 1);
        return phrase;
    }
    const auto blank = std::ranges::find_if(rest, [](QChar c) { return c.isSpace(); });
    const qsizetype size = blank - rest.begin();
    const QStringView word = rest.first(size);
    rest = rest.sliced(size);
    return word;
}

} // namespace

SearchQuery SearchQuery::parse(QStringView text)
{
    SearchQuery query;
    for (QStringView rest = text.trimmed(); !rest.isEmpty(); rest = rest.trimmed()) {
        const QByteArray word = fold(takeWord(rest));
        if (!word.isEmpty() && !query.m_words.contains(word))
            query.m_words.append(word);
    }
    return query;
}

bool SearchQuery::matches(const ApplicationStore &store, int row) const
{
    const QByteArrayView text = store.searchText(row);
    return std::ranges::all_of(
        m_words, [text](const QByteArray &word) { return contains(text, word); });
}

bool SearchQuery::narrows(const SearchQuery &wider) const
{
    return std::ranges::all_of(wider.m_words, [this](const QByteArray &word) {
        return std::ranges::any_of(
            m_words, [&word](const QByteArray &longer) { return contains(longer, word); });
    });
}

} // namespace Tenantscope::Applications
