// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <optional>

namespace Tenantscope::Management {

/// An application (API: client) as an answer told it. Nothing is assumed of it: any member may be absent,
/// null or of another type, and unknown members are kept (auth0 docs: GET /api/v2/clients).
class Application final
{
public:
    Application() = default;
    explicit Application(QJsonObject members);

    /// All members as the answer gave them.
    [[nodiscard]] const QJsonObject &members() const { return m_members; }

    [[nodiscard]] QString clientId() const;    ///< empty when absent
    [[nodiscard]] QString name() const;        ///< empty when absent
    [[nodiscard]] QString description() const; ///< empty when absent
    [[nodiscard]] QString appType() const;     ///< as it came; empty when absent
    [[nodiscard]] std::optional<bool> isFirstParty() const;
    [[nodiscard]] bool isGlobal() const; ///< the pseudo-client "All Applications"
    [[nodiscard]] QStringList grantTypes() const;
    /// Strings of the array member \a name; empty for absent, null or another type. Numbers and objects in it
    /// are skipped.
    [[nodiscard]] QStringList strings(QLatin1StringView name) const;

    bool operator==(const Application &) const = default;

private:
    QJsonObject m_members;
};

/// \a value as one text, whatever its type: a member of another type than documented is shown as it came rather
/// than lost. Empty for null and undefined.
[[nodiscard]] QString valueText(const QJsonValue &value);

} // namespace Tenantscope::Management
