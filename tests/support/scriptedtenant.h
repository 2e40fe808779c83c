// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/tenant/credentials.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Tenantscope::Test {

/// A request as it arrived.
struct SeenRequest
{
    QByteArray method;
    QString path;
    QUrlQuery query;
    QByteArray bearer;
    QByteArray body;

    [[nodiscard]] QString value(const QString &name) const
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
    [[nodiscard]] int number(const QString &name, int otherwise) const
    {
        return query.hasQueryItem(name) ? value(name).toInt() : otherwise;
    }
};

/// What to answer with.
struct ScriptedAnswer
{
    int status = 200;
    QByteArray body;
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray contentType = "application/json; charset=utf-8";
};

/// A tenant on loopback, in this thread, whose every answer is a function of the request: correct HTTP, scripted content.
///
/// By itself it gives tokens "token-1", "token-2", … and pages `applications` the way Auth0 does.
class ScriptedTenant final
{
public:
    using Script = std::function<std::optional<ScriptedAnswer>(const SeenRequest &)>;

    ScriptedTenant()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { welcome(); });
    }

    [[nodiscard]] Tenant::Domain domain() const
    {
        const QString text = QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort());
        return Tenant::Domain::parse(text)->domain;
    }
    [[nodiscard]] Tenant::Credentials credentials() const
    {
        Tenant::Credentials credentials;
        credentials.domain = domain();
        credentials.clientId = QStringLiteral("machine");
        credentials.clientSecret = Base::Secret(QByteArrayView("open sesame"));
        credentials.audience = domain().defaultAudience();
        return credentials;
    }

    /// Asked first; nullopt: the usual answer follows. `holds` keeps a request waiting for ever.
    Script script;
    std::function<bool(const SeenRequest &)> holds;
    QJsonArray applications;
    int largestPage = 100;
    qint64 tokenLife = 86'400;
    QByteArray tokenScope = "read:clients read:client_keys";
    /// Announced with every API answer; a generous one lets pages travel side by side.
    QList<QPair<QByteArray, QByteArray>> rateHeaders = {
        {"x-ratelimit-limit", "1000"}, {"x-ratelimit-remaining", "999"}};

    [[nodiscard]] const QList<SeenRequest> &requests() const { return m_requests; }
    [[nodiscard]] int count(const QString &path) const
    {
        return int(std::count_if(
            m_requests.begin(), m_requests.end(),
            [&path](const SeenRequest &request) { return request.path == path; }));
    }
    [[nodiscard]] int tokensGiven() const { return m_tokens; }
    [[nodiscard]] int pagesAsked() const { return count(clientsPath()); }
    [[nodiscard]] int mostSideBySide() const { return m_mostUnderWay; }
    /// Requests under way now: held ones whose client has not gone away.
    [[nodiscard]] int held() const { return int(m_held.size()); }
    /// Answers what is held, the last to arrive first when \a reversed.
    void release(bool reversed = false)
    {
        holds = {};
        auto held = std::exchange(m_held, {});
        if (reversed)
            std::reverse(held.begin(), held.end());
        for (const auto &[socket, request] : held) {
            answer(socket, request);
            socket->flush();
        }
    }

    static QString clientsPath() { return QStringLiteral("/api/v2/clients"); }
    static QString tokenPath() { return QStringLiteral("/oauth/token"); }

    static ScriptedAnswer json(const QJsonObject &object, int status = 200)
    {
        return {
            .status = status,
            .body = QJsonDocument(object).toJson(QJsonDocument::Compact),
            .headers = {}};
    }
    static ScriptedAnswer json(const QJsonArray &array, int status = 200)
    {
        return {
            .status = status,
            .body = QJsonDocument(array).toJson(QJsonDocument::Compact),
            .headers = {}};
    }
    /// An error answer in the Management API's form.
    static ScriptedAnswer apiError(int status, const QString &code, const QString &message)
    {
        QJsonObject body{
            {QStringLiteral("statusCode"), status}, {QStringLiteral("message"), message}};
        if (!code.isEmpty())
            body.insert(QStringLiteral("errorCode"), code);
        return json(body, status);
    }
    static QJsonArray makeApplications(int count, int first = 0)
    {
        QJsonArray made;
        for (int i = first; i < first + count; ++i)
            made.append(QJsonObject{
                {QStringLiteral("client_id"),
                 QStringLiteral("id%1").arg(i, 5, 10, QLatin1Char('0'))},
                {QStringLiteral("name"), QStringLiteral("App %1").arg(i)}});
        return made;
    }
    /// One page of \a all, by number and with totals.
    static QJsonObject numberedPage(const QJsonArray &all, int page, int size)
    {
        return {
            {QStringLiteral("total"), all.size()},
            {QStringLiteral("start"), page * size},
            {QStringLiteral("limit"), size},
            {QStringLiteral("clients"), slice(all, page * size, size)}};
    }
    static QJsonArray slice(const QJsonArray &all, qsizetype start, qsizetype size)
    {
        QJsonArray part;
        for (qsizetype i = start; i < std::min(start + size, all.size()); ++i)
            part.append(all.at(i));
        return part;
    }

    /// The usual answer to \a request.
    ScriptedAnswer usual(const SeenRequest &request)
    {
        if (request.path == tokenPath())
            return token();
        if (request.path == clientsPath())
            return clients(request);
        return apiError(
            404, QStringLiteral("inexistent_client"), QStringLiteral("The client does not exist"));
    }

private:
    ScriptedAnswer token()
    {
        return json(QJsonObject{
            {QStringLiteral("access_token"), QStringLiteral("token-%1").arg(++m_tokens)},
            {QStringLiteral("token_type"), QStringLiteral("Bearer")},
            {QStringLiteral("expires_in"), tokenLife},
            {QStringLiteral("scope"), QString::fromLatin1(tokenScope)}});
    }

    ScriptedAnswer clients(const SeenRequest &request) const
    {
        if (request.query.hasQueryItem(QStringLiteral("take"))) {
            const int start = request.value(QStringLiteral("from")).section(u'/', 1).toInt();
            const int size = std::min(request.number(QStringLiteral("take"), 50), largestPage);
            QJsonObject body{{QStringLiteral("clients"), slice(applications, start, size)}};
            if (start + size < applications.size())
                body.insert(
                    QStringLiteral("next"), QStringLiteral("a+b&c=%41/%1").arg(start + size));
            return json(body);
        }
        const int size = std::min(request.number(QStringLiteral("per_page"), 50), largestPage);
        return json(numberedPage(applications, request.number(QStringLiteral("page"), 0), size));
    }

    void welcome()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            auto buffer = std::make_shared<QByteArray>();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, buffer] {
                buffer->append(socket->readAll());
                takeRequests(socket, *buffer);
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, [this, socket] {
                m_held.removeIf([socket](const auto &held) { return held.first == socket; });
                socket->deleteLater();
            });
        }
    }

    void takeRequests(QTcpSocket *socket, QByteArray &buffer)
    {
        for (;;) {
            const qsizetype end = buffer.indexOf("\r\n\r\n");
            if (end < 0)
                return;
            SeenRequest request;
            const QList<QByteArray> lines = buffer.first(end).split('\n');
            const QList<QByteArray> first = lines.first().trimmed().split(' ');
            qsizetype bodySize = 0;
            for (const QByteArray &line : lines) {
                const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed();
                if (line.toLower().startsWith("content-length:"))
                    bodySize = value.toLongLong();
                if (line.toLower().startsWith("authorization:"))
                    request.bearer = value.mid(7);
            }
            if (buffer.size() < end + 4 + bodySize)
                return;
            const QUrl url = QUrl::fromEncoded(first.value(1));
            request.method = first.value(0);
            request.path = url.path(QUrl::FullyEncoded);
            request.query = QUrlQuery(url);
            request.body = buffer.sliced(end + 4, bodySize);
            buffer.remove(0, end + 4 + bodySize);
            m_requests.append(request);
            if (holds && holds(request)) {
                m_held.append({socket, request});
                m_mostUnderWay = std::max(m_mostUnderWay, int(m_held.size()));
            } else {
                answer(socket, request);
            }
        }
    }

    void answer(QTcpSocket *socket, const SeenRequest &request)
    {
        const std::optional<ScriptedAnswer> scripted = script ? script(request) : std::nullopt;
        const ScriptedAnswer reply = scripted ? *scripted : usual(request);
        QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status)
            + " Scripted\r\nContent-Length: " + QByteArray::number(reply.body.size())
            + "\r\nContent-Type: " + reply.contentType + "\r\n";
        for (const auto &headers :
             {reply.headers, request.path == tokenPath() ? decltype(rateHeaders)() : rateHeaders}) {
            for (const auto &[name, value] : headers)
                text += name + ": " + value + "\r\n";
        }
        socket->write(text + "\r\n" + reply.body);
    }

    QList<SeenRequest> m_requests;
    QList<QPair<QTcpSocket *, SeenRequest>> m_held;
    int m_mostUnderWay = 0;
    int m_tokens = 0;
    QTcpServer m_server; ///< last: its connections tell of their end as they go
};

} // namespace Tenantscope::Test
