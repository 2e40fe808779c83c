// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/searchkey.h"

#include <QByteArrayView>

#include <algorithm>
#include <cstring>

namespace Tenantscope::Applications {

/// Whether \a word, which may be empty, stands in \a text. Made for many short texts.
[[nodiscard]] bool contains(QByteArrayView text, QByteArrayView word);

/// Whether \a isFound is true of a field of \a searchText that stands behind the mark of \a key.
template<typename Predicate>
[[nodiscard]] bool anyField(QByteArrayView searchText, SearchKey key, Predicate isFound)
{
    const char *const end = searchText.data() + searchText.size();
    const char *place = searchText.data();
    while (place < end) {
        const void *mark = std::memchr(place, char(key), size_t(end - place));
        if (!mark)
            return false;
        const char *const start = static_cast<const char *>(mark) + 1;
        place = std::find_if(
            start, end, [](char c) { return isFieldMark(static_cast<unsigned char>(c)); });
        if (isFound(QByteArrayView(start, place)))
            return true;
    }
    return false;
}

} // namespace Tenantscope::Applications
