// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"

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
        Base::Clock &clock, SecretClipboard &clipboard, NetworkState &network,
        QAction *clearClipboard, QWidget *parent = nullptr);

    /// Whose rate limit and network are told; nullptr: nobody's.
    void follow(Session::TenantSession *session);
    void setCountText(const QString &text);
    void setPresenting(bool isOn); ///< whether presentation mode is on

private:
    std::optional<Base::Instant> showClipboard();
    void showRate();
    void showNetwork();
    void showProxy();

    Base::Clock &m_clock;
    Session::TenantSession *m_session = nullptr;
    SecretClipboard &m_clipboard;
    NetworkState &m_network;
    PlainLabel *m_count;
    PlainLabel *m_presenting;
    TickingLabel *m_copied;
    QPushButton *m_clear;
    PlainLabel *m_rate;
    PlainLabel *m_online;
    PlainLabel *m_proxy;
    Ticker *m_ticker;
};

} // namespace Tenantscope::Ui
