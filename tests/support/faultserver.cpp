// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "tests/support/faultserver.h"

#include "tests/support/faultconnection.h"

#include <QSslSocket>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Test {

namespace {

QByteArray valueOf(const QByteArray &parameters, QByteArrayView name)
{
    for (const QByteArray &part : parameters.split('&')) {
        const qsizetype equals = part.indexOf('=');
        if (equals >= 0 && QByteArray::fromPercentEncoding(part.left(equals)) == name)
            return QByteArray::fromPercentEncoding(part.mid(equals + 1));
    }
    return {};
}

} // namespace

QString ReceivedRequest::path() const
{
    return QUrl::fromEncoded(target).path();
}

QByteArray ReceivedRequest::header(QByteArrayView name) const
{
    for (const auto &[fieldName, value] : headers) {
        if (fieldName.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool ReceivedRequest::hasHeader(QByteArrayView name) const
{
    return std::any_of(headers.begin(), headers.end(), [name](const auto &field) {
        return field.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray ReceivedRequest::parameter(QByteArrayView name) const
{
    const qsizetype question = target.indexOf('?');
    return question < 0 ? QByteArray() : valueOf(target.mid(question + 1), name);
}

QByteArray ReceivedRequest::formValue(QByteArrayView name) const
{
    return valueOf(body, name);
}

/// Hands over each connection's descriptor.
class FaultServer::Listener final : public QTcpServer
{
public:
    explicit Listener(FaultServer &server)
        : QTcpServer(&server)
        , m_server(server)
    {
    }

protected:
    void incomingConnection(qintptr descriptor) override { m_server.accept(descriptor); }

private:
    FaultServer &m_server;
};

FaultServer::FaultServer(std::optional<Identity> identity, QObject *parent)
    : QObject(parent)
    , m_identity(std::move(identity))
    , m_listener(new Listener(*this))
    , m_fallback(Answer::json(R"({"statusCode":404,"error":"Not Found"})").status(404))
{
    if (!m_listener->listen(QHostAddress::LocalHost))
        qFatal("no loopback port");
}

FaultServer::~FaultServer()
{
    // While there is still somebody to count them.
    qDeleteAll(findChildren<FaultConnection *>(QString(), Qt::FindDirectChildrenOnly));
}

quint16 FaultServer::port() const
{
    return m_listener->serverPort();
}

QUrl FaultServer::url(const QString &path) const
{
    const QString scheme = m_identity ? u"https://"_s : u"http://"_s;
    const QString host = m_identity ? u"localhost:"_s : u"127.0.0.1:"_s;
    return QUrl(QString(scheme + host + QString::number(port()) + path));
}

QString FaultServer::domain() const
{
    const QString host = m_identity ? u"localhost:"_s : u"http://127.0.0.1:"_s;
    return host + QString::number(port());
}

void FaultServer::answer(const QString &path, const Answer &answer)
{
    m_standing.insert(path, answer);
}

void FaultServer::next(const QString &path, const Answer &answer, int times)
{
    for (int i = 0; i < times; ++i)
        m_queued[path].append(answer);
}

void FaultServer::handle(const QString &path, Handler handler)
{
    m_handlers.insert(path, std::move(handler));
}

void FaultServer::answerAll(const Answer &answer)
{
    m_fallback = answer;
}

void FaultServer::stop()
{
    m_listener->close();
}

QByteArray FaultServer::received() const
{
    QByteArray all;
    for (const ReceivedRequest &request : m_requests)
        all += request.bytes;
    return all;
}

void FaultServer::accept(qintptr descriptor)
{
    new FaultConnection(*this, descriptor, ++m_connections);
}

Answer FaultServer::take(const ReceivedRequest &request)
{
    const QString path = request.path();
    ++m_hits[path];
    m_requests.append(request);
    Q_EMIT requestReceived(request);
    if (const auto queued = m_queued.find(path); queued != m_queued.end() && !queued->isEmpty())
        return queued->takeFirst();
    if (const auto handler = m_handlers.constFind(path); handler != m_handlers.constEnd())
        return (*handler)(request);
    return m_standing.value(path, m_fallback);
}

} // namespace Tenantscope::Test
