// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/cli/findingsprinter.h"

namespace Tenantscope::Cli {

/// Findings as one SARIF 2.1.0 log of one run (OASIS, sarif-v2.1.0): every rule with its help, then a result a line.
/// A client is a logical location; results of the same client and rule have the same fingerprint in every run.
/// Of a list that is not whole it says so, for who reads that findings have gone (executionSuccessful, §3.20.14).
class SarifPrinter final : public FindingsPrinter
{
public:
    using FindingsPrinter::FindingsPrinter;

    [[nodiscard]] QByteArray head(const std::vector<int> &rows) override;
    [[nodiscard]] QByteArray foot(const QString &trouble) override;

private:
    [[nodiscard]] QByteArray finding(
        const Management::Application &application, const Applications::Finding &finding) override;

    bool m_isFirst = true;
};

} // namespace Tenantscope::Cli
