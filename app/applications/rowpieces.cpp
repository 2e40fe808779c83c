// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/rowpieces.h"

#include <algorithm>
#include <numeric>
#include <utility>

namespace Tenantscope::Applications {

namespace {

constexpr size_t fewRows = 20;

} // namespace

RowPieces::RowPieces(RowWriter writer, std::vector<int> storeRows, qsizetype mostBytes)
    : m_writer(std::move(writer))
    , m_rows(std::move(storeRows))
    , m_mostBytes(mostBytes)
{
}

std::optional<QByteArray> RowPieces::next()
{
    if (m_hasEnded)
        return std::nullopt;
    if (m_writer.unpacksPages()) {
        if (m_written == m_blockEnd && m_written < m_rows.size())
            beginBlock();
        if (m_gathered < m_blockEnd) {
            gather();
            return QByteArray();
        }
    }
    return written();
}

void RowPieces::beginBlock()
{
    m_blockBegin = m_written;
    for (qsizetype bytes = 0; m_blockEnd < m_rows.size() && bytes < m_mostBytes; ++m_blockEnd)
        bytes += m_writer.unpackedSize(m_rows[m_blockEnd]);
    m_texts.assign(m_blockEnd - m_blockBegin, {});
    m_order.resize(m_texts.size());
    std::iota(m_order.begin(), m_order.end(), m_blockBegin);
    std::ranges::sort(m_order, {}, [this](size_t place) { return m_rows[place]; });
}

void RowPieces::gather()
{
    for (const size_t end = std::min(m_blockEnd, m_gathered + fewRows); m_gathered < end;
         ++m_gathered) {
        const size_t place = m_order[m_gathered - m_blockBegin];
        m_texts[place - m_blockBegin] = m_writer.row(m_rows[place]);
    }
}

QByteArray RowPieces::written()
{
    const bool areGathered = m_writer.unpacksPages();
    const size_t last = areGathered ? m_blockEnd : m_rows.size();
    QByteArray piece = m_written == 0 ? m_writer.head() : QByteArray();
    for (const size_t end = std::min(last, m_written + fewRows); m_written < end; ++m_written)
        m_writer.append(
            piece,
            areGathered ? std::exchange(m_texts[m_written - m_blockBegin], {})
                        : m_writer.row(m_rows[m_written]));
    m_hasEnded = m_written == m_rows.size();
    return m_hasEnded ? QByteArray(piece + m_writer.foot()) : piece;
}

QByteArray written(const RowWriter &writer, const std::vector<int> &storeRows)
{
    RowPieces pieces(writer, storeRows);
    QByteArray text;
    while (const std::optional<QByteArray> piece = pieces.next())
        text += *piece;
    return text;
}

} // namespace Tenantscope::Applications
