// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/termfor.h"

#include "app/applications/column.h"
#include "app/applications/fieldcondition.h"
#include "app/applications/fieldpaths.h"
#include "app/applications/fieldvalue.h"
#include "app/applications/searchkey.h"
#include "app/applications/trait.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr auto metadataPath = "client_metadata."_L1;
constexpr qsizetype longestValue = 500; // a search field holds a thousand characters
constexpr qsizetype mostElements = 10;  // nobody reads a longer search

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

/// Of a member that a key looks at alone: two members share `origin:`.
std::optional<QLatin1StringView> ownKeyName(const QString &member)
{
    const SearchKey key = searchKeyOf(member);
    if (key == SearchKey::Any || key == SearchKey::Meta || key == SearchKey::Origin)
        return std::nullopt;
    return keyName(key);
}

/// Whether the texts that the member's key looks at hold \a value as they are told.
bool isPlain(const QString &member, const QJsonValue &value, bool isInList)
{
    const SearchKey key = searchKeyOf(member);
    const bool takesLists = key == SearchKey::Callback || key == SearchKey::Logout
        || key == SearchKey::Grant;
    return value.isString() && (!isInList || takesLists);
}

/// \a element: a value that is there, or is in a list that is.
std::optional<QString> valueTerm(const QString &member, const QJsonValue &element, bool isInList)
{
    const QString value = Management::valueText(element);
    if (fold(value).isEmpty() || value.size() > longestValue)
        return std::nullopt;
    const bool isPlainText = isPlain(member, element, isInList);
    if (isPlainText && member.startsWith(metadataPath))
        return QString(u"meta:="_s + quoted(member.sliced(metadataPath.size()) + u'=' + value));
    if (const auto trait = traitName(member, value); trait && !isInList)
        return QString(u"is:"_s + *trait);
    if (const auto key = ownKeyName(member); key && isPlainText)
        return QString(*key + u":="_s + quoted(value));
    if (value == emptyWord)
        return std::nullopt; // which means something else
    return QString(u"field:="_s + quoted(writtenPath(member) + u'=' + value));
}

/// Those that stand for \a value, all of them together.
std::optional<QStringList> positiveTerms(const QString &member, const QJsonValue &value)
{
    if (searchKeyOf(member) == SearchKey::Type && Management::valueText(value).isEmpty())
        return QStringList{u"type:=generic"_s};
    if (absenceOf(value) != Absence::None)
        return QStringList{QString(u"field:"_s + quoted(writtenPath(member) + u'=' + emptyWord))};
    const QJsonArray elements = value.isArray() ? value.toArray() : QJsonArray{value};
    if (elements.size() > mostElements)
        return std::nullopt;
    QStringList terms;
    for (const QJsonValue &element : elements) {
        const auto term = valueTerm(member, element, value.isArray());
        if (!term)
            return std::nullopt;
        terms.append(*term);
    }
    return terms;
}

} // namespace

std::optional<QString> termFor(const QString &member, const QJsonValue &value, TermUse use)
{
    if (member == memberOf(Column::Findings))
        return findingTerm(value.toString(), use);
    if (!isListed(member))
        return std::nullopt;
    const QString minus = use == TermUse::Exclude ? u"-"_s : QString();
    if (value.isUndefined() && searchKeyOf(member) != SearchKey::Type) {
        const QString isSet = u"field:"_s + quoted(writtenPath(member));
        return use == TermUse::Exclude ? isSet : QString(u'-' + isSet);
    }
    std::optional<QStringList> terms = positiveTerms(member, value);
    if (!terms)
        return std::nullopt;
    for (QString &term : *terms)
        term.prepend(minus);
    return terms->join(u' ');
}

} // namespace Tenantscope::Applications
