// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tenantstate.h"

#include "app/session/knowntenant.h"

#include <QCryptographicHash>
#include <QSettings>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

/// Domains are none of the state's business: a digest tells tenants apart as well.
QString stateGroup(const KnownTenant &tenant)
{
    const bool isDemo = tenant.kind() == KnownTenant::Kind::Demo; // its port is another each time
    const QString profile = tenant.domain().text() + u'\n' + tenant.profile().clientId;
    const QByteArray place = isDemo ? QByteArray("demo") : profile.toUtf8();
    const QByteArray digest = QCryptographicHash::hash(place, QCryptographicHash::Sha256);
    return u"tenants/"_s + QString::fromLatin1(digest.first(8).toHex());
}

void RemovedState::take(QSettings &settings, const QString &group)
{
    m_values.clear();
    const QStringList keys = settings.allKeys();
    for (const QString &key : keys) {
        if (key.startsWith(QString(group + u'/')))
            m_values.insert(key, settings.value(key));
    }
    settings.remove(group);
}

void RemovedState::putBack(QSettings &settings)
{
    const auto values = std::exchange(m_values, {});
    for (const auto &[key, value] : values.asKeyValueRange())
        settings.setValue(key, value);
}

} // namespace Tenantscope::Ui
