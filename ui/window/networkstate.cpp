// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/networkstate.h"

#include <QNetworkInformation>

namespace Tenantscope::Ui {

namespace {

std::optional<bool> asOnline(QNetworkInformation::Reachability reachability)
{
    switch (reachability) {
    case QNetworkInformation::Reachability::Unknown:
        break;
    case QNetworkInformation::Reachability::Disconnected:
        return false;
    case QNetworkInformation::Reachability::Local: // a tenant may be reached through a proxy on it
    case QNetworkInformation::Reachability::Site:
    case QNetworkInformation::Reachability::Online:
        return true;
    }
    return std::nullopt;
}

} // namespace

void NetworkState::start()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *information = QNetworkInformation::instance();
    connect(
        information, &QNetworkInformation::reachabilityChanged, this,
        [this](QNetworkInformation::Reachability reachability) {
            setOnline(asOnline(reachability));
        });
    setOnline(asOnline(information->reachability()));
}

void NetworkState::setOnline(std::optional<bool> online)
{
    if (online == m_online)
        return;
    m_online = online;
    Q_EMIT changed();
}

} // namespace Tenantscope::Ui
