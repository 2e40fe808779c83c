// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/packedpages.h"

namespace Tenantscope::Applications {

namespace {

constexpr int packLevel =
    1; // the fastest: the others gain a few percent for several times the work

}

quint32 PackedPages::add(const QByteArray &text)
{
    QByteArray packed = qCompress(text, packLevel);
    packed.squeeze(); // qCompress allocates for the worst case
    m_pages.push_back(std::move(packed));
    return quint32(m_pages.size() - 1);
}

void PackedPages::clear()
{
    m_pages.clear();
    m_unpacked.clear();
    m_unpackedPage = -1;
}

const QByteArray &PackedPages::text(quint32 page) const
{
    if (m_unpackedPage != page) {
        m_unpacked = qUncompress(m_pages.at(page));
        m_unpackedPage = page;
    }
    return m_unpacked;
}

} // namespace Tenantscope::Applications
