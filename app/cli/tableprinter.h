// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/rowprinter.h"

namespace Tenantscope::Cli {

/// A table for people. On a terminal it fits the width: long cells are cut, then columns left out; name and
/// client ID always stay, the client ID uncut.
class TablePrinter final : public RowPrinter
{
public:
    /// \a columns: the terminal's width; nullopt: nothing is cut.
    TablePrinter(
        const Applications::ApplicationStore &store, bool secrets, std::optional<int> columns);

    [[nodiscard]] QByteArray head(const std::vector<int> &rows) override;
    [[nodiscard]] QByteArray row(int row) override;

private:
    struct Column
    {
        QString title;
        std::optional<Applications::Column> shown; ///< nullopt: the client secret
        int least = 0;                             ///< it is not cut below this
        int width = 0;
        bool isNumber = false;
        bool mayGo = false;
    };

    [[nodiscard]] QStringList members() const override;
    [[nodiscard]] QString cell(int row, const Column &column) const;
    [[nodiscard]] QByteArray line(const std::function<QString(const Column &)> &cellOf) const;
    void measure(const std::vector<int> &rows);
    void fit();
    [[nodiscard]] int totalWidth() const;

    std::vector<Column> m_columns;
    std::optional<int> m_width;
};

} // namespace Tenantscope::Cli
