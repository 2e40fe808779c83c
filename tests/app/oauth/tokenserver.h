// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace Tenantscope::Test {

/// A token endpoint on loopback that counts what it is asked, and answers when and what a test says.
class TokenServer final : public QTcpServer
{
public:
    /// Makes the answer to POST number \a number (from 1): a whole HTTP answer.
    using Answer = std::function<QByteArray(int number)>;

    TokenServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *socket = nextPendingConnection())
                welcome(socket);
        });
    }

    /// The answer of from now on.
    void setAnswer(Answer answer) { m_answer = std::move(answer); }
    /// Requests are taken and counted, and wait for release().
    void hold() { m_isHolding = true; }
    void release()
    {
        m_isHolding = false;
        for (const auto &[socket, number] : std::exchange(m_held, {})) {
            if (socket)
                socket->write(m_answer(number));
        }
    }

    [[nodiscard]] QString domain() const
    {
        return QStringLiteral("http://127.0.0.1:%1").arg(serverPort());
    }
    [[nodiscard]] int posts() const { return m_posts; }
    [[nodiscard]] const QByteArray &lastBody() const { return m_lastBody; }
    /// Connections that somebody else ended.
    [[nodiscard]] int hangUps() const { return m_hangUps; }

    [[nodiscard]] static QByteArray json(
        int status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + QByteArray::number(status)
            + " X\r\nContent-Type: application/json; charset=utf-8\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    /// A token whose value tells its number: token1, token2, …
    [[nodiscard]] static Answer tokensOfLife(int seconds)
    {
        return [seconds](int number) {
            return json(
                200,
                "{\"access_token\":\"token" + QByteArray::number(number)
                    + "\",\"expires_in\":" + QByteArray::number(seconds)
                    + ",\"scope\":\"read:clients\",\"token_type\":\"Bearer\"}");
        };
    }
    [[nodiscard]] static Answer always(const QByteArray &answer)
    {
        return [answer](int) { return answer; };
    }
    [[nodiscard]] static Answer refusal()
    {
        return always(json(401, R"({"error":"access_denied","error_description":"Unauthorized"})"));
    }

private:
    void welcome(QTcpSocket *socket)
    {
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            ++m_hangUps;
            socket->deleteLater();
        });
    }

    void read(QTcpSocket *socket)
    {
        const QByteArray request = socket->peek(socket->bytesAvailable());
        const qsizetype head = request.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        qsizetype size = 0;
        for (const QByteArray &line : request.first(head).toLower().split('\n')) {
            if (line.startsWith("content-length:"))
                size = line.sliced(15).trimmed().toInt();
        }
        if (request.size() < head + 4 + size)
            return;
        socket->readAll();
        m_lastBody = request.sliced(head + 4);
        ++m_posts;
        if (m_isHolding)
            m_held.append({socket, m_posts});
        else
            socket->write(m_answer(m_posts));
    }

    Answer m_answer = tokensOfLife(86'400);
    bool m_isHolding = false;
    QList<std::pair<QPointer<QTcpSocket>, int>> m_held;
    QByteArray m_lastBody;
    int m_posts = 0;
    int m_hangUps = 0;
};

} // namespace Tenantscope::Test
