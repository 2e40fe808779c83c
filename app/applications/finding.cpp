// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/finding.h"

#include "app/applications/facts.h"
#include "app/applications/rules.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <bit>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr std::array severityNames{"low"_L1, "medium"_L1, "high"_L1};

std::vector<Rule> allRules()
{
    std::vector<Rule> all;
    for (const std::span<const Rule> some :
         {callbackRules(), logoutAndOriginRules(), grantRules(), tokenRules(), clientRules(),
          legacyRules()})
        all.insert(all.end(), some.begin(), some.end());
    Q_ASSERT(all.size() <= 64);
    return all;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Applications", text);
}

} // namespace

QLatin1StringView nameOf(Severity severity)
{
    return severityNames[size_t(severity)];
}

std::optional<Severity> severityFrom(QStringView name)
{
    const auto found = std::ranges::find_if(
        severityNames, [name](QLatin1StringView known) { return name == known; });
    if (found == severityNames.end())
        return std::nullopt;
    return Severity(found - severityNames.begin());
}

std::span<const Rule> rules()
{
    static const std::vector<Rule> all = allRules();
    return all;
}

const Rule *findRule(QStringView id)
{
    const auto found = std::ranges::find_if(
        rules(), [id](const Rule &rule) { return id == rule.id; });
    return found == rules().end() ? nullptr : &*found;
}

RuleWords wordsOf(const Rule &rule)
{
    return {
        .title = translated(rule.title), .why = translated(rule.why), .fix = translated(rule.fix)};
}

FindingSet findingsOf(const Management::Application &application)
{
    const Facts facts(application);
    const std::span<const Rule> all = rules();
    FindingSet found;
    for (size_t rule = 0; rule < all.size(); ++rule) {
        if (!all[rule].offenders(facts).isEmpty())
            found.insert(rule);
    }
    return found;
}

bool isSummary(const Management::Application &application)
{
    constexpr std::array summary{"client_id"_L1, "name"_L1, "app_type"_L1, "description"_L1};
    const QJsonObject &members = application.members();
    qsizetype known = 0;
    for (const QLatin1StringView member : summary)
        known += members.contains(member) ? 1 : 0;
    return members.size() == known;
}

std::optional<Severity> severityOf(const Rule &rule, Tenant::Environment environment)
{
    switch (environment) {
    case Tenant::Environment::Development:
        return rule.grades.development;
    case Tenant::Environment::Staging:
        return rule.grades.staging;
    case Tenant::Environment::Production:
        break;
    }
    return rule.grades.production;
}

Tally tallyOf(FindingSet set, Tenant::Environment environment)
{
    Tally tally;
    for (quint64 left = set.bits(); left != 0; left &= left - 1) { // without its lowest bit
        const Rule &rule = rules()[size_t(std::countr_zero(left))];
        if (const auto severity = severityOf(rule, environment)) {
            tally.worst = std::max(tally.worst, *severity);
            ++tally.count;
        }
    }
    return tally;
}

std::vector<Finding> findingsOf(
    const Management::Application &application, Tenant::Environment environment)
{
    const Facts facts(application);
    std::vector<Finding> found;
    for (const Rule &rule : rules()) {
        const auto severity = severityOf(rule, environment);
        QStringList offenders = severity ? rule.offenders(facts) : QStringList();
        if (!offenders.isEmpty())
            found.push_back(
                {.rule = &rule, .severity = *severity, .offenders = std::move(offenders)});
    }
    std::ranges::stable_sort(
        found, [](const Finding &a, const Finding &b) { return a.severity > b.severity; });
    return found;
}

} // namespace Tenantscope::Applications
