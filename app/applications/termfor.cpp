// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/termfor.h"

#include "app/applications/column.h"
#include "app/applications/searchkey.h"
#include "app/applications/searchtext.h"
#include "app/applications/trait.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr auto metadataPath = "client_metadata."_L1;
constexpr qsizetype longestValue = 500; // a search field holds a thousand characters

QString quoted(QString value)
{
    return u'"' + value.replace(u'"', u"\"\""_s) + u'"';
}

std::optional<QLatin1StringView> traitName(QAnyStringView member, const QString &value)
{
    const std::optional<Trait> trait = traitFor(member, value);
    for (const KnownTrait &known : knownTraits()) {
        if (trait == known.trait)
            return known.name;
    }
    return std::nullopt;
}

QLatin1StringView keyName(SearchKey key)
{
    const auto keys = searchKeys();
    return std::ranges::find(keys, key, &KnownKey::key)->name;
}

/// \a value is the cell's text, "high 3", or empty: none.
QString findingTerm(const QString &value, TermUse use)
{
    const bool isNegated = value.isEmpty() != (use == TermUse::Exclude);
    return (isNegated ? u"-finding:"_s : u"finding:"_s)
        + (value.isEmpty() ? u"any"_s : value.section(u' ', 0, 0));
}

std::optional<QString> positiveTerm(const QString &member, const QString &value)
{
    if (member.startsWith(metadataPath) && !value.isEmpty())
        return positiveTerm(
            u"client_metadata"_s, QString(member.sliced(metadataPath.size()) + u'=' + value));
    if (const auto trait = traitName(member, value))
        return QString(u"is:"_s + *trait);
    const SearchKey key = searchKeyOf(member);
    if (key == SearchKey::Type && value.isEmpty())
        return u"type:=generic"_s;
    if (fold(value).isEmpty() || value.size() > longestValue || isLeftOutOfSearch(member))
        return std::nullopt;
    if (key != SearchKey::Any)
        return QString(keyName(key) + u":="_s + quoted(value));
    if (value == "true"_L1 || value == "false"_L1)
        return std::nullopt; // no search text has them
    return quoted(value);
}

} // namespace

std::optional<QString> termFor(const QString &member, const QString &value, TermUse use)
{
    if (member == memberOf(Column::Findings))
        return findingTerm(value, use);
    std::optional<QString> term = positiveTerm(member, value);
    if (term && use == TermUse::Exclude)
        term->prepend(u'-');
    return term;
}

} // namespace Tenantscope::Applications
