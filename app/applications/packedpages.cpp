// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/packedpages.h"

namespace Tenantscope::Applications {

namespace {

constexpr int packLevel =
    1; // the fastest: the others gain a few percent for several times the work
constexpr size_t mostUnpacked = 4; ///< pages that are printed as they arrive wait in a turn or two

QByteArray packed(const QByteArray &text)
{
    QByteArray bytes = qCompress(text, packLevel);
    bytes.squeeze(); // qCompress allocates for the worst case
    return bytes;
}

} // namespace

quint32 PackedPages::add(const QByteArray &text)
{
    m_pages.push_back(text);
    if (m_pages.size() - m_packed > mostUnpacked) {
        QByteArray &oldest = m_pages[m_packed++];
        if (!oldest.isEmpty())
            oldest = packed(oldest);
    }
    return quint32(m_pages.size() - 1);
}

void PackedPages::drop(quint32 page)
{
    m_pages.at(page) = {};
}

const QByteArray &PackedPages::text(quint32 page) const
{
    if (page >= m_packed)
        return m_pages.at(page);
    if (m_unpackedPage != page) {
        m_unpacked = qUncompress(m_pages.at(page));
        m_unpackedPage = page;
    }
    return m_unpacked;
}

} // namespace Tenantscope::Applications
