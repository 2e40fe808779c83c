// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"

#include <QStatusBar>

#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class NetworkState;
class PlainLabel;
class SecretClipboard;
class Ticker;
class TickingLabel;

/// The line at the window's foot: how many rows, what of ours is on the clipboard, the rate limit, the network.
class StatusLine final : public QStatusBar
{
    Q_OBJECT

public:
    StatusLine(
        Session::TenantSession &session, SecretClipboard &clipboard, NetworkState &network,
        QAction *clearClipboard, QWidget *parent = nullptr);

    void setCountText(const QString &text);

private:
    std::optional<Base::Instant> showClipboard();
    void showRate();
    void showNetwork();

    Session::TenantSession &m_session;
    SecretClipboard &m_clipboard;
    NetworkState &m_network;
    PlainLabel *m_count;
    TickingLabel *m_copied;
    QPushButton *m_clear;
    PlainLabel *m_rate;
    PlainLabel *m_online;
    Ticker *m_ticker;
};

} // namespace Tenantscope::Ui
