// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"

#include <QByteArrayView>

#include <array>
#include <vector>

namespace Tenantscope::Applications {

/// The rules that a search means by `finding:word`: those with the word in their ID or title, those that are as severe as it
/// says (`high`), or `any`. Only what is a finding in the tenant's environment counts.
class NamedFindings final
{
public:
    NamedFindings() = default; ///< none
    /// \a word: folded.
    [[nodiscard]] static NamedFindings of(QByteArrayView word);

    [[nodiscard]] bool isEmpty() const; ///< in every environment
    /// Whether one of them is in \a found.
    [[nodiscard]] bool isIn(FindingSet found, Tenant::Environment environment) const;
    /// Whether all of them are among \a others, whatever the environment.
    [[nodiscard]] bool areAmong(const NamedFindings &others) const;

    bool operator==(const NamedFindings &) const = default;

private:
    std::array<std::vector<size_t>, 3> m_rules; ///< numbers, ascending, by environment
};

} // namespace Tenantscope::Applications
