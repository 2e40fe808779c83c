// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/bytesearch.h"

#include <algorithm>

namespace Tenantscope::Applications {

namespace {

constexpr qsizetype blockSize = 32;

bool isAt(const char *place, QByteArrayView word)
{
    return std::memcmp(place, word.data(), size_t(word.size())) == 0;
}

/// Whether \a word begins in the block at \a start. Looks for its first and its last byte side by side, without a branch:
/// the compiler makes a few vector instructions of it, and hardly a block passes.
bool beginsInBlock(const char *start, QByteArrayView word)
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

} // namespace

// QByteArrayView::contains() prepares a table for each of many short texts and takes five times as long; memmem() takes
// twice as long.
bool contains(QByteArrayView text, QByteArrayView word)
{
    if (word.size() > text.size())
        return false;
    if (word.isEmpty())
        return true;
    const char *place = text.data();
    const char *const end = text.data() + text.size() - word.size()
        + 1; // where no word begins any more
    if (end - place < blockSize) {
        for (; place < end; ++place) {
            if (*place == word.front() && isAt(place, word))
                return true;
        }
        return false;
    }
    // The last block begins where it still fits: looking at some of it twice is quicker than byte by byte.
    for (; place < end; place += blockSize) {
        place = std::min(place, end - blockSize);
        if (beginsInBlock(place, word))
            return true;
    }
    return false;
}

} // namespace Tenantscope::Applications
