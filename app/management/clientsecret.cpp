// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/management/clientsecret.h"

#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace Tenantscope::Management {

namespace {

constexpr qsizetype longestSecret = 64 * 1024;

} // namespace

Base::Result<std::optional<Base::Secret>> readClientSecret(
    Http::Response &&response, const QString &clientId)
{
    Http::Response answer = std::move(response);
    Base::wipe(answer.body);
    const auto malformed = [&answer] {
        return Base::failure({.kind = Base::ErrorKind::Malformed, .status = answer.status});
    };
    const QJsonObject members = answer.json.object();
    // A secret that is shown beside the wrong application is worse than none.
    if (members.value("client_id"_L1).toString() != clientId)
        return malformed();
    const QJsonValue value = members.value("client_secret"_L1);
    if (value.isUndefined())
        return std::nullopt;
    if (value.isNull())
        return Base::Secret();
    if (!value.isString())
        return malformed();
    QString text = value.toString();
    Base::Secret secret = Base::Secret::fromText(text);
    Base::wipe(text);
    if (secret.size() > longestSecret)
        return malformed();
    return secret;
}

} // namespace Tenantscope::Management
