// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/support/connectproxy.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace Tenantscope::Test {

ConnectProxy::ConnectProxy(QObject *parent)
    : QObject(parent)
{
    m_server.setProxy(QNetworkProxy::NoProxy);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("no loopback port");
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = m_server.nextPendingConnection())
            serve(client);
    });
}

QByteArray ConnectProxy::url() const
{
    return "http://127.0.0.1:" + QByteArray::number(port());
}

QString ConnectProxy::name() const
{
    return u"127.0.0.1:"_s + QString::number(port());
}

void ConnectProxy::refuse(QByteArray statusLine, QByteArrayList headers)
{
    m_refusal = statusLine.isEmpty() ? QByteArray() : statusLine + "\r\n";
    for (const QByteArray &header : headers)
        *m_refusal += header + "\r\n";
    if (!statusLine.isEmpty())
        *m_refusal += "Content-Length: 0\r\n\r\n";
}

void ConnectProxy::tunnel()
{
    m_refusal.reset();
    m_hangs = false;
}

void ConnectProxy::serve(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, client, [this, client] {
        if (client->property("head").toByteArray().endsWith("\r\n\r\n"))
            return;
        QByteArray head = client->property("head").toByteArray();
        while (client->bytesAvailable() > 0 && !head.endsWith("\r\n\r\n"))
            head += client->read(1);
        client->setProperty("head", head);
        if (!head.endsWith("\r\n\r\n"))
            return;
        m_received += head;
        m_requests.append(head.left(head.indexOf('\r')));
        answer(client);
    });
}

void ConnectProxy::answer(QTcpSocket *client)
{
    if (m_hangs)
        return;
    if (m_refusal) {
        client->write(*m_refusal);
        client->disconnectFromHost();
        return;
    }
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [client, server] {
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
        connect(client, &QTcpSocket::readyRead, server, [client, server] {
            server->write(client->readAll());
        });
        server->write(client->readAll());
    });
    connect(server, &QTcpSocket::readyRead, client, [client, server] {
        client->write(server->readAll());
    });
    connect(server, &QTcpSocket::disconnected, client, [client] { client->disconnectFromHost(); });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace Tenantscope::Test
