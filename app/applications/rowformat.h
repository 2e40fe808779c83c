// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/column.h"

#include <QByteArray>
#include <QStringList>

#include <functional>
#include <span>
#include <vector>

namespace Tenantscope::Applications {

class ApplicationStore;

/// The shapes in which rows leave the table.
enum class RowFormat {
    Csv, ///< RFC 4180, a cell that a spreadsheet would take for a formula defused
    Tsv, ///< a line a row; tabs and line ends in cells are blanks; formulas are defused, client IDs stay as they are
    Markdown, ///< a table of GitHub's kind, every cell one line of plain text
    Json, ///< a list of objects with the members that the columns show, those that are absent left out
    JsonAllFields, ///< a list of the objects as the tenant sent them, an element a line
    IdLines,       ///< client IDs, one a line
    IdList,        ///< client IDs, parted by ", "
};

/// Writes rows of a store in one shape, as UTF-8: head(), rows() as often as there are more, foot(). RowPieces
/// writes very many.
class RowWriter final
{
public:
    /// What a table shows: its columns from left to right, their titles, and the text of a cell.
    struct Table
    {
        std::vector<Column> columns;
        QStringList titles;
        std::function<QString(int storeRow, Column column)> text;
    };

    /// \a store must outlive the writer.
    RowWriter(const ApplicationStore &store, RowFormat format, Table table);

    [[nodiscard]] QByteArray head() const;
    /// In their order.
    [[nodiscard]] QByteArray rows(std::span<const int> storeRows);
    [[nodiscard]] QByteArray foot() const;

    // rows(), in two steps.

    /// A row by itself.
    [[nodiscard]] QByteArray row(int storeRow) const;
    /// Appends the next \a row to \a text, parted from the one before.
    void append(QByteArray &text, QByteArrayView row);
    /// Whether row() unpacks a page, unless that was done for the row before: those of a page best come together.
    [[nodiscard]] bool unpacksPages() const
    {
        return m_format == RowFormat::Json || m_format == RowFormat::JsonAllFields;
    }
    /// How many bytes of its page row() looks at then: about as many are in the row, or fewer.
    [[nodiscard]] qsizetype unpackedSize(int storeRow) const;

private:
    [[nodiscard]] QStringList cellsOf(int storeRow) const;
    [[nodiscard]] QByteArray jsonOf(int storeRow) const;
    [[nodiscard]] QByteArray separator() const;

    const ApplicationStore &m_store;
    RowFormat m_format;
    Table m_table;
    bool m_isFirst = true;
};

} // namespace Tenantscope::Applications
