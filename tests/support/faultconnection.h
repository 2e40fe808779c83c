// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/support/faultserver.h"

#include <QSslSocket>

namespace Tenantscope::Test {

/// One connection of a FaultServer: reads requests, plays answers.
class FaultConnection final : public QObject
{
    Q_OBJECT

public:
    FaultConnection(FaultServer &server, qintptr descriptor, int number);
    ~FaultConnection() override;

private:
    void read();
    /// Takes a whole request off the front of what was read; false: there is none yet.
    [[nodiscard]] bool takeRequest(ReceivedRequest &request);
    void play(const Answer &answer);
    void send(QByteArray bytes, const Answer &answer);
    void dripOn(QByteArray rest, const Answer &answer);
    void end(const Answer &answer);
    void write(const QByteArray &bytes);
    void resetPeer();

    FaultServer &m_server;
    QSslSocket m_socket;
    int m_number;
    QByteArray m_input;
    bool m_isBusy = false; ///< an answer is being played
};

} // namespace Tenantscope::Test
