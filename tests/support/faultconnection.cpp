// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/support/faultconnection.h"

#include <QSslConfiguration>
#include <QTimer>

#include <sys/socket.h>

namespace Tenantscope::Test {

FaultConnection::FaultConnection(FaultServer &server, qintptr descriptor, int number)
    : QObject(&server)
    , m_server(server)
    , m_number(number)
{
    ++m_server.m_open;
    m_socket.setSocketDescriptor(descriptor);
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    connect(&m_socket, &QSslSocket::readyRead, this, &FaultConnection::read);
    connect(&m_socket, &QSslSocket::disconnected, this, &QObject::deleteLater);
    if (!m_server.m_identity)
        return;
    QSslConfiguration tls = m_socket.sslConfiguration();
    tls.setLocalCertificate(m_server.m_identity->certificate());
    tls.setPrivateKey(m_server.m_identity->key());
    tls.setProtocol(m_server.m_tlsProtocol);
    tls.setPeerVerifyMode(QSslSocket::VerifyNone);
    m_socket.setSslConfiguration(tls);
    m_socket.startServerEncryption();
}

FaultConnection::~FaultConnection()
{
    --m_server.m_open;
    m_socket.disconnect(this);
}

void FaultConnection::read()
{
    const QByteArray bytes = m_socket.readAll();
    m_server.m_bytesReceived += bytes.size();
    m_input += bytes;
    ReceivedRequest request;
    if (!m_isBusy && takeRequest(request)) {
        m_isBusy = true;
        const Answer answer = m_server.take(request);
        QTimer::singleShot(answer.m_latency, this, [this, answer] { play(answer); });
    }
}

bool FaultConnection::takeRequest(ReceivedRequest &request)
{
    const qsizetype headEnd = m_input.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return false;
    QByteArrayList lines = m_input.left(headEnd).split('\n');
    const QByteArrayList first = lines.takeFirst().trimmed().split(' ');
    request.method = first.value(0);
    request.target = first.value(1);
    request.connection = m_number;
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        request.headers.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
    }
    const qsizetype length = request.header("content-length").toLongLong();
    const qsizetype size = headEnd + 4 + length;
    if (m_input.size() < size)
        return false;
    request.bytes = m_input.left(size);
    request.body = m_input.mid(headEnd + 4, length);
    m_input.remove(0, size);
    return true;
}

void FaultConnection::play(const Answer &answer)
{
    if (answer.m_end == Answer::End::Hang)
        return;
    auto [bytes, headSize] = answer.wire();
    if (answer.m_limit)
        bytes.truncate(*answer.m_limit + (answer.m_limitsBody ? headSize : 0));
    if (answer.m_dripBytes == 0) {
        send(bytes, answer);
        return;
    }
    const qsizetype atOnce = answer.m_dripsHead ? 0 : std::min(headSize, bytes.size());
    write(bytes.left(atOnce));
    dripOn(bytes.mid(atOnce), answer);
}

void FaultConnection::dripOn(QByteArray rest, const Answer &answer)
{
    if (rest.isEmpty()) {
        end(answer);
        return;
    }
    write(rest.left(answer.m_dripBytes));
    m_socket.flush();
    rest.remove(0, answer.m_dripBytes);
    QTimer::singleShot(answer.m_dripPause, this, [this, rest, answer] { dripOn(rest, answer); });
}

void FaultConnection::send(QByteArray bytes, const Answer &answer)
{
    write(bytes);
    m_socket.flush();
    end(answer);
}

void FaultConnection::end(const Answer &answer)
{
    switch (answer.m_end) {
    case Answer::End::KeepAlive:
        m_isBusy = false;
        if (!m_input.isEmpty())
            read();
        break;
    case Answer::End::Close:
        QTimer::singleShot(answer.m_closeDelay, this, [this] { m_socket.disconnectFromHost(); });
        break;
    case Answer::End::Reset:
        QTimer::singleShot(answer.m_closeDelay, this, &FaultConnection::resetPeer);
        break;
    case Answer::End::Hang:
        break;
    }
}

void FaultConnection::write(const QByteArray &bytes)
{
    m_server.m_bytesSent += bytes.size();
    m_socket.write(bytes);
}

void FaultConnection::resetPeer()
{
    m_socket.flush();
    const linger option{1, 0}; // close() then sends RST
    setsockopt(int(m_socket.socketDescriptor()), SOL_SOCKET, SO_LINGER, &option, sizeof option);
    m_socket.abort();
    deleteLater();
}

} // namespace Tenantscope::Test
