// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/applications/finding.h"
#include "app/oauth/scopeset.h"
#include "app/session/emptiness.h"
#include "app/tenant/profile.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace Tenantscope::Ui {

/// All that is known of one application when its details are shown.
struct ApplicationDetails
{
    QString clientId;
    QJsonObject members{};    ///< as an answer gave them, secrets masked
    QByteArray json{};        ///< that answer's own text of them, secrets masked
    OAuth::ScopeSet scopes{}; ///< of the token that asked
    bool isWhole = false;     ///< the rest was fetched: only secrets are left out
    /// Of a public client: whether it has a client secret, as somebody saw who read it on purpose.
    std::optional<bool> hasSecret{};
    /// Of the tenant; decides how severe findings are.
    Tenant::Environment environment = Tenant::Environment::Production;

    /// Masks what is secret in \a json, the text of one application, before anything keeps it.
    [[nodiscard]] static ApplicationDetails fromJson(
        const QString &clientId, QByteArrayView json, const OAuth::ScopeSet &scopes, bool isWhole);

    /// Why \a member has no value; nullopt: it has one.
    [[nodiscard]] std::optional<Session::Emptiness> emptinessOf(const QString &member) const;
    /// Members that were not asked for, sorted.
    [[nodiscard]] QStringList notFetched() const;
    [[nodiscard]] std::vector<Applications::Finding> findings() const;
    /// Whether it can keep no secret: it should have none.
    [[nodiscard]] bool isPublic() const;
    /// Whether it should have no client secret, and nobody has looked whether there is one.
    [[nodiscard]] bool mayHideSecret() const;

    bool operator==(const ApplicationDetails &) const = default;
};

/// True for null, "", [] and {}.
[[nodiscard]] bool isEmptyValue(const QJsonValue &value);

/// A value on one line: strings as they are, lists parted by ", ", objects as JSON; neutralised.
[[nodiscard]] QString valueLine(const QJsonValue &value);

} // namespace Tenantscope::Ui
