// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchquery.h"

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr qsizetype blockSize = 32;

bool isAt(const char *place, const QByteArray &word)
{
    return std::memcmp(place, word.constData(), size_t(word.size())) == 0;
}

/// Whether \a word begins in the block at \a start. Looks for its first and its last byte side by side, without a branch:
/// the compiler makes a few vector instructions of it, and hardly a block passes.
bool beginsInBlock(const char *start, const QByteArray &word)
{
    const char first = word.front();
    const char last = word.back();
    const char *const end = start + word.size() - 1;
    unsigned char found = 0;
    for (qsizetype i = 0; i < blockSize; ++i)
        found |= static_cast<unsigned char>((start[i] == first) & (end[i] == last));
    if (found == 0)
        return false;
    for (qsizetype i = 0; i < blockSize; ++i) {
        if (start[i] == first && isAt(start + i, word))
            return true;
    }
    return false;
}

/// Like QByteArrayView::contains(), which prepares a table for each of many short texts and takes five times as long;
/// memmem() takes twice as long.
bool contains(QByteArrayView text, const QByteArray &word)
{
    const char *place = text.data();
    const char *const end = text.data() + text.size() - word.size()
        + 1; // where no word begins any more
    for (; end - place >= blockSize; place += blockSize) {
        if (beginsInBlock(place, word))
            return true;
    }
    for (; place < end; ++place) {
        if (*place == word.front() && isAt(place, word))
            return true;
    }
    return false;
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
