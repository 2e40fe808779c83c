// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/rowprinter.h"

#include <QJsonValue>

namespace Tenantscope::Cli {

/// CSV with a header of field names. Lists are parted by blanks; for the programs that read it, a cell without a value is empty.
class CsvPrinter final : public RowPrinter
{
public:
    /// \a neutralises: it goes to a terminal, so control characters are shown, not sent.
    CsvPrinter(const Applications::ApplicationStore &store, bool secrets, bool neutralises);

    [[nodiscard]] QByteArray head(const std::vector<int> &rows) override;
    [[nodiscard]] QByteArray row(int row) override;

private:
    [[nodiscard]] QStringList members() const override { return m_fields; }

    QStringList m_fields;
    bool m_neutralises;
};

/// \a value as the text of one cell: the text itself, true or false, a number, a list's texts parted by blanks,
/// any other structure as JSON.
[[nodiscard]] QString cellText(const QJsonValue &value);

} // namespace Tenantscope::Cli
