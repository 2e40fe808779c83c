// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/scopes/scopewords.h"

#include "app/base/plaintext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Management::Endpoint;
using Management::Privilege;
using Management::ScopeKind;

namespace {

constexpr qsizetype longestName = 60;

QString translated(const char *text, int number = -1)
{
    return QCoreApplication::translate("Tenantscope::Ui::ScopeWords", text, nullptr, number);
}

QString countText(qsizetype count)
{
    return QLocale().toString(count);
}

QString scopesText(qsizetype count)
{
    if (count == 0)
        return translated("No scopes.");
    return count == 1 ? translated("1 scope.")
                      : translated("%1 scopes.", int(count)).arg(countText(count));
}

QString joined(const QStringList &names)
{
    return QLocale().createSeparatedList(names);
}

/// "1 reveals secrets and 2 show personal data".
QString riskText(const QList<Management::KnownScope> &risky)
{
    QStringList parts;
    for (qsizetype i = 0; i < risky.size();) {
        const ScopeKind kind = risky[i].kind;
        const auto count = std::count_if(
            risky.begin(), risky.end(), [kind](const auto &scope) { return scope.kind == kind; });
        parts.append(translated("%1 %2").arg(countText(count), kindWords(kind, int(count))));
        i += count; // they are sorted by kind
    }
    return joined(parts);
}

/// What is to be said of scopes beyond what is needed.
QString beyondText(const Privilege &privilege)
{
    const qsizetype more = privilege.beyond.size();
    if (more == 1) {
        return privilege.risky.isEmpty()
            ? translated("1 more, which is not risky.")
            : translated("1 more, which %1.").arg(kindWords(privilege.risky[0].kind));
    }
    if (privilege.risky.isEmpty())
        return translated("%1 more, none of them risky.", int(more)).arg(countText(more));
    return translated("%1 more, of which %2.", int(more))
        .arg(countText(more), riskText(privilege.risky));
}

QString needText(const Privilege &privilege, const OAuth::ScopeSet &granted)
{
    const QString needed = joined(privilege.needed);
    const bool hasThem = std::all_of(
        privilege.needed.begin(), privilege.needed.end(),
        [&granted](const QString &scope) { return granted.contains(scope); });
    if (privilege.isPartial)
        return translated(
                   "Listing applications with all that is told of them needs %1; as it is, it "
                   "tells names and kinds only.")
            .arg(needed);
    if (!privilege.isEnough)
        return granted.names().isEmpty()
            ? translated("Listing applications needs %1.").arg(needed)
            : translated("Listing applications needs %1, which is not among them.").arg(needed);
    if (!hasThem)
        return translated(
                   "Listing applications would need %1 only; this token has others for it: %2")
            .arg(needed, beyondText(privilege));
    if (privilege.beyond.isEmpty())
        return translated("Listing applications needs just that.");
    return translated("Listing applications needs %1 only; %2").arg(needed, beyondText(privilege));
}

} // namespace

QString kindWords(ScopeKind kind, int count)
{
    const bool one = count == 1;
    switch (kind) {
    case ScopeKind::Widens:
        return one ? translated("can widen itself") : translated("can widen themselves", count);
    case ScopeKind::RunsCode:
        return one ? translated("runs code") : translated("run code", count);
    case ScopeKind::Reveals:
        return one ? translated("reveals secrets") : translated("reveal secrets", count);
    case ScopeKind::Destroys:
        return one ? translated("destroys") : translated("destroy", count);
    case ScopeKind::Weakens:
        return one ? translated("can weaken sign-in or access")
                   : translated("can weaken sign-in or access", count);
    case ScopeKind::Personal:
        return one ? translated("shows personal data") : translated("show personal data", count);
    case ScopeKind::Summary:
        return translated("answers with less");
    case ScopeKind::Own:
        return translated("not for machines");
    case ScopeKind::Plain:
        break;
    }
    return {};
}

const char *kindIcon(ScopeKind kind)
{
    switch (kind) {
    case ScopeKind::Widens:
        return "arrow-up";
    case ScopeKind::RunsCode:
        return "terminal";
    case ScopeKind::Reveals:
        return "key-round";
    case ScopeKind::Destroys:
        return "trash-2";
    case ScopeKind::Weakens:
        return "lock-open";
    case ScopeKind::Personal:
        return "eye";
    case ScopeKind::Plain:
    case ScopeKind::Summary:
    case ScopeKind::Own:
        break;
    }
    return nullptr;
}

QString verdictText(const std::optional<Privilege> &privilege, const OAuth::ScopeSet &granted)
{
    if (!privilege)
        return translated(
            "The token does not tell its scopes: what it may do shows only when it is "
            "used.");
    return scopesText(granted.names().size()) + u' ' + needText(*privilege, granted);
}

QString comparisonText(const OAuth::ScopeSet &granted, const NamedScopes &other)
{
    const QString name = Base::plainLine(other.name, longestName);
    const auto comparison = Management::compareScopes(granted, other.scopes);
    if (!comparison) {
        return granted.isKnown()
            ? translated("No comparison: the token of %1 does not tell its scopes.").arg(name)
            : translated("No comparison: this token does not tell its scopes.");
    }
    if (comparison->onlyHere.isEmpty() && comparison->onlyThere.isEmpty())
        return translated("%1 has the same scopes.").arg(name);
    return translated("Compared with %1: %2 in both, %3 only here, %4 only there.")
        .arg(
            name, countText(comparison->both.size()), countText(comparison->onlyHere.size()),
            countText(comparison->onlyThere.size()));
}

QString otherwiseText(const Endpoint &endpoint, const QStringList &shown)
{
    QStringList others;
    for (const QStringList &way : endpoint.ways) {
        QStringList rest = way;
        rest.removeIf([&shown](const QString &scope) { return shown.contains(scope); });
        if (rest.isEmpty())
            continue; // what is shown is enough
        others.append(
            rest.size() < way.size() ? translated("needs %1 too").arg(joined(rest))
                                     : translated("or with %1").arg(joined(rest)));
    }
    return others.join(u", "_s);
}

QString waysText(const Endpoint &endpoint)
{
    QStringList ways;
    for (const QStringList &way : endpoint.ways)
        ways.append(way.join(translated(" and ")));
    return ways.join(translated(", or "));
}

QString missingText(const Endpoint &endpoint, const std::optional<QStringList> &missing)
{
    if (!missing)
        return translated(
                   "%1 takes %2. Whether this token has that is not known: it does not tell its "
                   "scopes.")
            .arg(endpoint.name(), waysText(endpoint));
    if (missing->isEmpty())
        return translated("Nothing is missing: this token may call %1.").arg(endpoint.name());
    return translated("Missing: %1. %2 takes %3.")
        .arg(joined(*missing), endpoint.name(), waysText(endpoint));
}

} // namespace Tenantscope::Ui
