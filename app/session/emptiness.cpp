// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/emptiness.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace Tenantscope::Session {

using namespace Qt::StringLiterals;

namespace {

/// Returned to every accepted scope, read:client_summary among them.
constexpr QLatin1StringView summaryMembers[] = {
    "app_type"_L1, "client_id"_L1, "description"_L1, "name"_L1};

/// Returned to those who may read credentials.
constexpr QLatin1StringView credentialMembers[] = {
    "client_authentication_methods"_L1, "client_secret"_L1, "encryption_key"_L1, "signing_keys"_L1};

constexpr QLatin1StringView listMembers[] = {
    "allowed_clients"_L1, "allowed_logout_urls"_L1, "allowed_origins"_L1, "callbacks"_L1,
    "client_aliases"_L1,  "grant_types"_L1,         "signing_keys"_L1,    "web_origins"_L1};

template<size_t size>
bool contains(const QLatin1StringView (&names)[size], QAnyStringView name)
{
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

/// By a key of its own, or none, beyond what is in every summary.
bool looksDeeper(const Applications::SearchQuery &query)
{
    using Applications::SearchKey;
    const QList<SearchKey> keys = query.keys();
    return std::any_of(keys.begin(), keys.end(), [](SearchKey key) {
        return key != SearchKey::Id && key != SearchKey::Name && key != SearchKey::Type
            && key != SearchKey::Field;
    });
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Tenantscope::Session::Emptiness", text);
}

} // namespace

QStringList scopesFor(QAnyStringView member)
{
    if (contains(summaryMembers, member))
        return {};
    if (contains(credentialMembers, member))
        return {u"read:client_keys"_s, u"read:client_credentials"_s};
    return {u"read:clients"_s, u"read:client_keys"_s};
}

Emptiness whyAbsent(QAnyStringView member, const OAuth::ScopeSet &scopes)
{
    const QStringList needed = scopesFor(member);
    if (needed.isEmpty())
        return Emptiness::NotSet;
    if (!scopes.isKnown())
        return Emptiness::Unknown;
    return scopes.containsAny(needed) ? Emptiness::NotSet : Emptiness::NotVisible;
}

std::optional<Emptiness> emptinessOf(
    Applications::Absence absence, QAnyStringView member, const OAuth::ScopeSet &scopes)
{
    switch (absence) {
    case Applications::Absence::None:
        return {};
    case Applications::Absence::Missing:
        return whyAbsent(member, scopes);
    case Applications::Absence::Null:
    case Applications::Absence::Empty:
        break;
    }
    return Emptiness::Empty;
}

QStringList scopesLackedBy(const Applications::SearchQuery &query, const OAuth::ScopeSet &scopes)
{
    if (!scopes.isKnown())
        return {};
    QStringList lacked;
    const auto need = [&](const QStringList &needed) {
        if (needed.isEmpty() || scopes.containsAny(needed))
            return;
        if (lacked.isEmpty())
            lacked = needed;
        else // one that opens both
            lacked.removeIf([&needed](const QString &scope) { return !needed.contains(scope); });
    };
    if (looksDeeper(query))
        need(scopesFor("callbacks"_L1)); // as for all that is in no summary
    for (const Applications::Column field : query.fields())
        need(scopesFor(memberOf(field).section(u'.', 0, 0)));
    return lacked;
}

QString anyOf(const QStringList &scopes)
{
    return scopes.join(translated(" or "));
}

QString emptinessMark(Emptiness emptiness, QAnyStringView member)
{
    switch (emptiness) {
    case Emptiness::NotVisible:
        return scopesFor(member).value(0);
    case Emptiness::NotSet:
        return u"–"_s;
    case Emptiness::Empty:
        return u"[ ]"_s;
    case Emptiness::NotFetched:
        return u"…"_s;
    case Emptiness::Unknown:
        break;
    }
    return u"?"_s;
}

QString emptinessWords(Emptiness emptiness, QAnyStringView member)
{
    switch (emptiness) {
    case Emptiness::NotVisible:
        return translated("Not visible: needs %1").arg(anyOf(scopesFor(member)));
    case Emptiness::NotSet:
        return translated("Not set");
    case Emptiness::Empty:
        return isListMember(member) ? translated("Empty list") : translated("Empty");
    case Emptiness::NotFetched:
        return translated("Not fetched");
    case Emptiness::Unknown:
        break;
    }
    return translated("Unknown: the token does not tell its scopes");
}

QString exportedMark(Emptiness emptiness, QAnyStringView member)
{
    return emptiness == Emptiness::NotVisible ? emptinessWords(emptiness, member)
                                              : emptinessMark(emptiness, member);
}

bool isListMember(QAnyStringView member)
{
    return contains(listMembers, member);
}

} // namespace Tenantscope::Session
