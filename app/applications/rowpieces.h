// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/rowformat.h"

#include <algorithm>
#include <optional>

namespace Tenantscope::Applications {

/// Writes many rows piece by piece, in any order. Those that need their pages unpacked are first gathered in the store's order, in
/// which a page is unpacked once: a page for each row would take a minute for 100,000.
class RowPieces final
{
public:
    /// So many bytes of rows are gathered at a time, for memory's sake: for each time all pages are unpacked. Enough for 100,000
    /// rows with all fields, which are 150 MB; given back row by row as they are written.
    static constexpr qsizetype mostGathered = 192 * 1024 * 1024;

    RowPieces(RowWriter writer, std::vector<int> storeRows, qsizetype mostBytes = mostGathered);

    /// The next piece, after a millisecond's work at most; empty while rows are gathered; nullopt: that was all.
    [[nodiscard]] std::optional<QByteArray> next();
    [[nodiscard]] size_t size() const { return m_rows.size(); }
    [[nodiscard]] size_t done() const { return std::max(m_gathered, m_written); } ///< rows

private:
    void beginBlock();
    void gather();
    [[nodiscard]] QByteArray written();

    RowWriter m_writer;
    std::vector<int> m_rows;
    qsizetype m_mostBytes;
    size_t m_written = 0;
    bool m_hasEnded = false;
    // The rows that are written next, if they have to be gathered: in which order, and their texts.
    size_t m_blockBegin = 0;
    size_t m_blockEnd = 0;
    size_t m_gathered = 0; ///< of all rows
    std::vector<size_t> m_order{};
    std::vector<QByteArray> m_texts{};
};

/// All of \a rows at once.
[[nodiscard]] QByteArray written(const RowWriter &writer, const std::vector<int> &storeRows);

} // namespace Tenantscope::Applications
