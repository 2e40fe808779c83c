// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/application.h"
#include "app/tenant/profile.h"

#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace Tenantscope::Applications {

class Facts;

/// How much a finding matters, by the harm it makes possible.
enum class Severity { Low, Medium, High };

/// "low", "medium", "high": what the command line and its output call them.
[[nodiscard]] QLatin1StringView nameOf(Severity severity);
/// nullopt: there is no such severity.
[[nodiscard]] std::optional<Severity> severityFrom(QStringView name);

/// A rule's severity in each environment; nullopt: there it is no finding.
struct Grades
{
    std::optional<Severity> development;
    std::optional<Severity> staging;
    std::optional<Severity> production;
};

/// What makes an application worth a look, and what to say of it then. Holds for what an answer shows: an absent member
/// may be one that the token may not see, so it proves nothing, and one of an unexpected type is passed by.
struct Rule
{
    QLatin1StringView id; ///< for scripts; unique, and never changed
    Grades grades;
    const char *title; ///< these three untranslated; see wordsOf()
    const char *why;
    const char *fix;
    /// The values at fault, in their order, as an admin knows them: a URL, a grant type, `member: value`. Never a secret.
    /// Empty: the rule does not apply.
    QStringList (*offenders)(const Facts &);
};

/// All rules; a rule's number is its index. At most 64.
[[nodiscard]] std::span<const Rule> rules();
/// nullptr: there is none of that \a id.
[[nodiscard]] const Rule *findRule(QStringView id);

/// What a rule says, in the user's language.
struct RuleWords
{
    QString title;
    QString why;
    QString fix;
};
[[nodiscard]] RuleWords wordsOf(const Rule &rule);

/// The rules that apply to an application, whatever its environment. Eight bytes: it is kept for each row.
class FindingSet final
{
public:
    void insert(size_t rule) { m_bits |= quint64(1) << rule; }
    [[nodiscard]] bool contains(size_t rule) const { return (m_bits >> rule & 1) != 0; }
    [[nodiscard]] bool isEmpty() const { return m_bits == 0; }
    [[nodiscard]] quint64 bits() const
    {
        return m_bits;
    } ///< a bit a rule, the first one the lowest

    bool operator==(const FindingSet &) const = default;

private:
    quint64 m_bits = 0;
};

/// Asks all rules of \a application: a few microseconds.
[[nodiscard]] FindingSet findingsOf(const Management::Application &application);
/// Whether \a application shows no more than `read:client_summary` opens: then nothing can be found, and that says nothing.
[[nodiscard]] bool isSummary(const Management::Application &application);

/// How \a rule weighs in \a environment. On development neither localhost nor what only a public audience could abuse
/// is one (nullopt); `http:` is, but low, for it tells codes to the network there, too.
[[nodiscard]] std::optional<Severity> severityOf(const Rule &rule, Tenant::Environment environment);

/// The worst of a set of findings, and how many there are.
struct Tally
{
    Severity worst = Severity::Low; ///< means something when there are any
    int count = 0;

    bool operator==(const Tally &) const = default;
};
[[nodiscard]] Tally tallyOf(FindingSet set, Tenant::Environment environment);

/// Something on an application an admin should look at.
struct Finding
{
    const Rule *rule = nullptr;
    Severity severity = Severity::Low;
    QStringList offenders; ///< as Rule::offenders
};
/// All on \a application, the worst first, then as rules() has them.
[[nodiscard]] std::vector<Finding> findingsOf(
    const Management::Application &application, Tenant::Environment environment);

} // namespace Tenantscope::Applications
