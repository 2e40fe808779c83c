// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/namedfindings.h"

#include "app/applications/bytesearch.h"
#include "app/applications/searchtext.h"

#include <algorithm>

namespace Tenantscope::Applications {

namespace {

bool isNamed(const Rule &rule, Severity severity, QByteArrayView word)
{
    return word == "any" || word == nameOf(severity) || contains(fold(QString(rule.id)), word)
        || contains(fold(wordsOf(rule).title), word);
}

} // namespace

NamedFindings NamedFindings::of(QByteArrayView word)
{
    NamedFindings named;
    for (size_t number = 0; number < rules().size(); ++number) {
        const Rule &rule = rules()[number];
        for (size_t environment = 0; environment < named.m_rules.size(); ++environment) {
            const auto severity = severityOf(rule, Tenant::Environment(environment));
            if (severity && isNamed(rule, *severity, word))
                named.m_rules[environment].push_back(number);
        }
    }
    return named;
}

bool NamedFindings::isEmpty() const
{
    return std::ranges::all_of(m_rules, [](const auto &numbers) { return numbers.empty(); });
}

bool NamedFindings::isIn(FindingSet found, Tenant::Environment environment) const
{
    return std::ranges::any_of(
        m_rules[size_t(environment)], [found](size_t number) { return found.contains(number); });
}

bool NamedFindings::areAmong(const NamedFindings &others) const
{
    for (size_t environment = 0; environment < m_rules.size(); ++environment) {
        if (!std::ranges::includes(others.m_rules[environment], m_rules[environment]))
            return false;
    }
    return true;
}

} // namespace Tenantscope::Applications
