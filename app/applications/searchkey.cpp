// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/applications/searchkey.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Applications {

namespace {

constexpr KnownKey keys[] = {
    {SearchKey::Name, "name"_L1, QT_TRANSLATE_NOOP("Tenantscope::Search", "the name"),
     "name:\"shop web\""},
    {SearchKey::Id, "id"_L1, QT_TRANSLATE_NOOP("Tenantscope::Search", "the client ID"),
     "id:k158Zc7"},
    {SearchKey::Type, "type"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search", "the type, in the API's word or the table's: native, m2m, …"),
     "type:spa"},
    {SearchKey::Callback, "callback"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "the callback URLs"), "callback:localhost"},
    {SearchKey::Logout, "logout"_L1, QT_TRANSLATE_NOOP("Tenantscope::Search", "the logout URLs"),
     "logout:/bye"},
    {SearchKey::Origin, "origin"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "the web origins and allowed origins (CORS)"),
     "origin:http://"},
    {SearchKey::Grant, "grant"_L1, QT_TRANSLATE_NOOP("Tenantscope::Search", "the grant types"),
     "grant:implicit"},
    {SearchKey::Meta, "meta"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search", "the metadata: a key and part of its value, or part of either"),
     "meta:owner=platform"},
    {SearchKey::Field, "field"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search",
         "any field by its path: it is there; path=word: its value has the word in it; path=[]: it is empty"),
     "field:jwt_configuration.alg=RS256"},
    {SearchKey::Finding, "finding"_L1,
     QT_TRANSLATE_NOOP(
         "Tenantscope::Search", "a finding by its name, or all that are low, medium, high, any"),
     "finding:localhost"},
    {SearchKey::Is, "is"_L1,
     QT_TRANSLATE_NOOP("Tenantscope::Search", "what the application is, see below"), "is:public"},
};

constexpr struct
{
    QLatin1StringView member;
    SearchKey key;
} memberKeys[] = {
    {"name"_L1, SearchKey::Name},
    {"client_id"_L1, SearchKey::Id},
    {"app_type"_L1, SearchKey::Type},
    {"callbacks"_L1, SearchKey::Callback},
    {"allowed_logout_urls"_L1, SearchKey::Logout},
    {"web_origins"_L1, SearchKey::Origin},
    {"allowed_origins"_L1, SearchKey::Origin},
    {"grant_types"_L1, SearchKey::Grant},
    {"client_metadata"_L1, SearchKey::Meta},
};

} // namespace

std::span<const KnownKey> searchKeys()
{
    return keys;
}

std::optional<SearchKey> searchKeyNamed(QStringView name)
{
    const auto *const found = std::ranges::find_if(keys, [name](const KnownKey &known) {
        return name.compare(known.name, Qt::CaseInsensitive) == 0;
    });
    return found == std::end(keys) ? std::nullopt : std::optional(found->key);
}

SearchKey searchKeyOf(QAnyStringView member)
{
    const auto *const found = std::ranges::find_if(memberKeys, [member](const auto &known) {
        return QAnyStringView::equal(member, known.member);
    });
    return found == std::end(memberKeys) ? SearchKey::Any : found->key;
}

} // namespace Tenantscope::Applications
