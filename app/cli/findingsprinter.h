// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"
#include "app/cli/rowprinter.h"

namespace Tenantscope::Cli {

/// Prints what is found on a store's rows, as much as the store's environment makes of it.
class FindingsPrinter : public RowPrinter
{
public:
    using RowPrinter::RowPrinter;

    [[nodiscard]] QByteArray row(int row) final;

protected:
    [[nodiscard]] virtual QByteArray finding(
        const Management::Application &application, const Applications::Finding &finding) = 0;
};

/// Findings in \a format: Table, Json or Sarif. \a columns as for rowPrinter().
[[nodiscard]] std::unique_ptr<RowPrinter> findingsPrinter(
    ApplicationsWish::Format format, const Applications::ApplicationStore &store,
    std::optional<int> columns);

/// Why a finding is one, and at which values: one line, safe to show, of bounded length.
[[nodiscard]] QString whyOf(const Applications::Finding &finding);

/// How many findings of which severity there are on \a rows, in words.
[[nodiscard]] QString summaryOf(
    const Applications::ApplicationStore &store, const std::vector<int> &rows);

} // namespace Tenantscope::Cli
