// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/network.h"

#include "app/http/bodydecoder.h"
#include "app/http/guard.h"
#include "app/http/oneshotbody.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QNetworkProxyFactory>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslSocket>
#include <QStringBuilder>

#include <algorithm>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

namespace {

constexpr qint64 largestCaFile = 16 * 1024 * 1024;
constexpr qint64 pieceOfFile = 64 * 1024;
constexpr QByteArrayView userAgent = "Tenantscope/" TENANTSCOPE_VERSION;

/// What the system says for \a url. Its lists end in "no proxy": only the first entry counts, so that a failing
/// proxy is never passed by.
QNetworkProxy proxyFor(const QUrl &url)
{
    if (isLoopback(url))
        return QNetworkProxy(QNetworkProxy::NoProxy);
    const QList<QNetworkProxy> proxies = QNetworkProxyFactory::systemProxyForQuery(
        QNetworkProxyQuery(url));
    QNetworkProxy proxy = proxies.value(0, QNetworkProxy(QNetworkProxy::NoProxy));
    if (proxy.type() == QNetworkProxy::DefaultProxy)
        proxy.setType(QNetworkProxy::NoProxy);
    if (proxy.type() == QNetworkProxy::HttpProxy)
        proxy.setRawHeader("User-Agent", userAgent.toByteArray());
    return proxy;
}

/// What \a file holds, up to the largest size. In pieces: for one read of that size Qt takes twice the memory first, and
/// giving it back, all of it wiped, costs 20 ms.
QByteArray beginningOf(QFile &file)
{
    QByteArray bytes;
    while (bytes.size() < largestCaFile) {
        const QByteArray piece = file.read(pieceOfFile);
        if (piece.isEmpty())
            break;
        bytes += piece;
    }
    return bytes;
}

} // namespace

/// Answers QNetworkAccessManager's question for a proxy.
class Network::Proxies final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {proxyFor(query.url())};
    }
};

Network::Network(QString caFile)
    : m_caFile(std::move(caFile))
{
}

Network::~Network() = default;

void Network::warmUp()
{
    QSslSocket::supportsSsl(); // asking loads it
}

std::optional<Error> Network::obstacle(const QUrl &url)
{
    if (url.scheme() != "https"_L1)
        return std::nullopt;
    if (!m_tls) {
        // A copy per request instead of changing the default: that one would not honour its own CAs, and
        // touching it would switch off the system's roots, which are read on demand.
        m_tls = QSslConfiguration::defaultConfiguration();
        m_tls->setProtocol(QSsl::TlsV1_2OrLater);
        m_tls->setPeerVerifyMode(QSslSocket::VerifyPeer);
        if (!m_caFile.isEmpty())
            readCaFile();
    }
    return m_caProblem;
}

QNetworkReply *Network::start(const Request &request)
{
    const QNetworkRequest networkRequest = made(request);
    if (request.method == "GET")
        return manager().get(networkRequest);
    auto body = std::make_unique<OneShotBody>(request.body);
    QNetworkReply *reply = manager().post(networkRequest, body.get());
    body.release()->setParent(reply);
    return reply;
}

void Network::release(QNetworkReply *reply, Connection connection)
{
    // No abort(): an answer may be on its way from Qt's thread, and Qt warns of a second end. Deleting drops it too.
    reply->deleteLater();
    const auto generation = std::find_if(
        m_generations.begin(), m_generations.end(),
        [reply](const Generation &candidate) { return candidate.manager == reply->manager(); });
    --generation->inUse;
    generation->isRetired = generation->isRetired || connection == Connection::NeverMade;
    endRetired();
}

void Network::dropConnections()
{
    for (Generation &generation : m_generations)
        generation.isRetired = true;
    endRetired();
}

void Network::setCaFile(const QString &caFile)
{
    if (caFile == m_caFile)
        return;
    m_caFile = caFile;
    m_tls.reset();
    m_caProblem.reset();
    dropConnections(); // which were made in another's trust
}

void Network::endRetired()
{
    m_generations.remove_if([](const Generation &generation) {
        const bool isOver = generation.isRetired && generation.inUse == 0;
        if (QObject *retired = isOver ? generation.manager : nullptr)
            retired->deleteLater(); // after its replies, which went the same way
        return isOver;
    });
}

OneShotBody *Network::bodyOf(QNetworkReply *reply)
{
    return reply->findChild<OneShotBody *>(QString(), Qt::FindDirectChildrenOnly);
}

Headers Network::plainHeaders(const Request &request)
{
    Headers headers;
    headers.append("User-Agent", userAgent.toByteArray());
    if (!request.headers.contains("accept"))
        headers.append("Accept", "application/json");
    headers.append("Accept-Encoding", BodyDecoder::acceptedCodings.toByteArray());
    if (request.method == "POST")
        headers.append("Content-Type", "application/x-www-form-urlencoded");
    for (const Header &field : request.headers.fields())
        headers.append(field.name, field.value);
    return headers;
}

QString Network::proxyName(const QUrl &url)
{
    const QNetworkProxy proxy = proxyFor(url);
    if (proxy.type() == QNetworkProxy::NoProxy)
        return {};
    return proxy.hostName() % u':' % QString::number(proxy.port());
}

QNetworkAccessManager &Network::manager()
{
    if (m_generations.empty() || m_generations.back().isRetired) {
        m_generations.push_back({.manager = new QNetworkAccessManager(&m_managers)});
        m_generations.back().manager->setProxyFactory(new Proxies); // owned by the manager
    }
    ++m_generations.back().inUse;
    return *m_generations.back().manager;
}

QNetworkRequest Network::made(const Request &request) const
{
    QNetworkRequest made(request.url);
    const Headers headers = plainHeaders(request); // named: the loop would not keep it alive
    for (const Header &field : headers.fields())
        made.setRawHeader(field.name, field.value);
    if (!request.bearer.isEmpty())
        made.setRawHeader(
            "Authorization", QByteArray("Bearer ") + request.bearer.reveal().toByteArray());

    made.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    made.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    made.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    made.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    // A buffered copy of the body could be sent again.
    made.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    if (request.url.scheme() == "https"_L1)
        made.setSslConfiguration(m_tls.value());
    return made;
}

void Network::readCaFile()
{
    QFile file(m_caFile);
    QList<QSslCertificate> certificates;
    if (file.open(QIODevice::ReadOnly))
        certificates = QSslCertificate::fromData(beginningOf(file), QSsl::Pem);
    if (certificates.isEmpty()) {
        m_caProblem = Error{
            .kind = ErrorKind::InvalidCaFile,
            .subject = m_caFile,
            .detail = file.isOpen() ? u"no PEM certificate in it"_s : file.errorString(),
        };
        return;
    }
    m_tls->setCaCertificates(certificates);
}

} // namespace Tenantscope::Http
