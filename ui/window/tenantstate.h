// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QHash>
#include <QString>
#include <QVariant>

QT_BEGIN_NAMESPACE
class QSettings;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

/// The key of the name of the saved tenant that was shown last.
inline constexpr QLatin1StringView lastTenantKey{"window/lastTenant"};

/// The group of the window's state that is \a tenant's: of its domain and client ID, neither of which can be read from it.
[[nodiscard]] QString stateGroup(const Session::KnownTenant &tenant);

/// What the window's state kept of a removed tenant, should the removal be undone.
class RemovedState final
{
public:
    /// Takes all of \a group out of \a settings, and forgets what was taken before.
    void take(QSettings &settings, const QString &group);
    void putBack(QSettings &settings);
    void forget() { m_values.clear(); }

private:
    QHash<QString, QVariant> m_values; ///< by key
};

} // namespace Tenantscope::Ui
