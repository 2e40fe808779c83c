// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/arena.h"

#include <cstring>

namespace Tenantscope::Applications {

QByteArrayView Arena::store(QByteArrayView bytes)
{
    const qsizetype size = bytes.size();
    if (size == 0)
        return {};
    char *place = nullptr;
    if (size > blockSize / 4) { // a block of its own wastes nothing
        m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size_t(size)));
        place = m_blocks.back().get();
    } else {
        if (size > m_left) {
            m_blocks.push_back(std::make_unique_for_overwrite<char[]>(size_t(blockSize)));
            m_free = m_blocks.back().get();
            m_left = blockSize;
        }
        place = m_free;
        m_free += size;
        m_left -= size;
    }
    std::memcpy(place, bytes.data(), size_t(size));
    return {place, size};
}

void Arena::clear()
{
    m_blocks.clear();
    m_free = nullptr;
    m_left = 0;
}

} // namespace Tenantscope::Applications
