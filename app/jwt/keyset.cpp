// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/jwt/keyset.h"

#include "app/base/jsonscanner.h"
#include "app/jwt/strictjson.h"

#include <QJsonArray>

#include <algorithm>

namespace Tenantscope::Jwt {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKeys = 100;

tl::unexpected<Base::Error> noKeySet(QLatin1StringView rule)
{
    return Base::failure({.kind = Base::ErrorKind::Malformed, .detail = rule});
}

std::optional<QString> textIn(const QJsonObject &object, QLatin1StringView name)
{
    const QJsonValue value = object.value(name);
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

/// Takes the key in \a json into \a set, as one that can be used or as one that cannot.
void take(QByteArrayView json, KeySet &set)
{
    const QJsonObject jwk = readObject(json).value_or(QJsonObject());
    tl::expected<PublicKey, KeyProblem> key = duplicateMember(json, Reach::AllLevels)
        ? tl::unexpected(KeyProblem::DuplicateMember)
        : PublicKey::fromJwk(jwk);
    if (key) {
        set.keys.push_back(std::move(*key));
        return;
    }
    set.unusable.append({
        .keyId = textIn(jwk, "kid"_L1),
        .type = textIn(jwk, "kty"_L1).value_or(QString()),
        .algorithm = textIn(jwk, "alg"_L1).value_or(QString()),
        .problem = key.error(),
    });
}

} // namespace

bool KeySet::knows(QStringView keyId) const
{
    const auto isCalled = [keyId](const std::optional<QString> &name) {
        return name && *name == keyId;
    };
    return std::any_of(
               keys.begin(), keys.end(),
               [&](const PublicKey &key) { return isCalled(key.keyId()); })
        || std::any_of(unusable.begin(), unusable.end(), [&](const UnusableKey &key) {
               return isCalled(key.keyId);
           });
}

Base::Result<KeySet> readKeySet(QByteArrayView body)
{
    if (body.size() > largestKeySet)
        return noKeySet(KeySetRule::tooLong);
    const std::optional<QJsonObject> object = readObject(body);
    if (!object)
        return noKeySet(KeySetRule::notJson);
    if (duplicateMember(body, Reach::TopLevel))
        return noKeySet(KeySetRule::duplicateMember);
    const std::optional<QList<Base::JsonSpan>> elements = Base::arrayElements(body, {u"keys"_s});
    if (!object->value("keys"_L1).isArray() || !elements)
        return noKeySet(KeySetRule::noKeys);
    if (elements->size() > mostKeys)
        return noKeySet(KeySetRule::tooMany);
    KeySet set;
    for (const Base::JsonSpan &element : *elements)
        take(body.sliced(element.offset, element.size), set);
    return set;
}

} // namespace Tenantscope::Jwt
