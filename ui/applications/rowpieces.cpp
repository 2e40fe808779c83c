// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/rowpieces.h"

#include <algorithm>
#include <span>
#include <utility>

namespace Tenantscope::Ui {

namespace {

class RowPieces final
{
public:
    RowPieces(Applications::RowWriter writer, std::vector<int> storeRows)
        : m_writer(std::move(writer))
        , m_rows(std::move(storeRows))
    {
    }

    std::optional<QByteArray> operator()()
    {
        constexpr size_t fewRows = 20;
        if (m_hasEnded)
            return std::nullopt;
        QByteArray piece = m_written == 0 ? m_writer.head() : QByteArray();
        const std::span rows = std::span(m_rows).subspan(m_written);
        const std::span some = rows.first(std::min(fewRows, rows.size()));
        piece += m_writer.rows(some);
        m_written += some.size();
        m_hasEnded = m_written == m_rows.size();
        return m_hasEnded ? piece + m_writer.foot() : piece;
    }

private:
    Applications::RowWriter m_writer;
    std::vector<int> m_rows;
    size_t m_written = 0;
    bool m_hasEnded = false;
};

} // namespace

FileExport::Pieces piecesOf(Applications::RowWriter writer, std::vector<int> storeRows)
{
    return RowPieces(std::move(writer), std::move(storeRows));
}

} // namespace Tenantscope::Ui
