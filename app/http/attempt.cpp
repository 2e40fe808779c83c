// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/attempt.h"

#include "app/http/network.h"
#include "app/http/oneshotbody.h"

#include <QStringBuilder>

#include <array>

using namespace Qt::StringLiterals;
using Tenantscope::Base::Error;
using Tenantscope::Base::ErrorKind;

namespace Tenantscope::Http {

Attempt::Attempt(Network &network, Base::Clock &clock, const Request &request)
    : m_network(network)
    , m_clock(clock)
    , m_request(request)
    , m_body(request.policy.bodyCap)
{
}

Attempt::~Attempt()
{
    drop();
}

void Attempt::start()
{
    m_sentAt = m_clock.now();
    m_proxy = Network::proxyName(m_request.url);
    m_reply = m_network.start(m_request);
    m_upload = Network::bodyOf(m_reply);
    connectReply();
    expect(m_request.policy.connect, ErrorKind::ConnectTimeout);
    m_whole = m_clock.wakeAfter(
        m_request.policy.whole, [this] { fail(ErrorKind::WholeTimeout, u"not done in time"_s); });
}

AttemptOutcome Attempt::takeOutcome()
{
    return std::move(m_outcome);
}

void Attempt::connectReply()
{
    connect(m_reply, &QNetworkReply::requestSent, this, &Attempt::noteSent);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &Attempt::noteHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &Attempt::read);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_tlsErrors = errors; // never ignored: the handshake fails
    });
    connect(m_reply, &QNetworkReply::finished, this, &Attempt::finish);
}

void Attempt::noteSent()
{
    // Qt tells again when it sends a GET anew; that gives the server no more time.
    if (!std::exchange(m_requestSent, true))
        expect(m_request.policy.firstByte, ErrorKind::FirstByteTimeout);
}

void Attempt::noteHeaders()
{
    m_requestSent = true;
    if (std::exchange(m_answerBegan, true))
        return;
    m_body.setCoding(m_reply->rawHeader("content-encoding"));
    expect(m_request.policy.silence, ErrorKind::SilenceTimeout);
}

/// The window is wound up whenever enough has come: a drip, however long, does not.
void Attempt::noteProgress(qint64 bytes)
{
    m_sinceProgress += bytes;
    if (m_sinceProgress < m_request.policy.leastBytes)
        return;
    m_sinceProgress = 0;
    expect(m_request.policy.silence, ErrorKind::SilenceTimeout);
}

void Attempt::read()
{
    std::array<char, 16 * 1024> buffer;
    qint64 count = 0;
    qint64 total = 0;
    while ((count = m_reply->read(buffer.data(), buffer.size())) > 0) {
        total += count;
        if (m_body.feed(QByteArrayView(buffer.data(), count)) == BodyDecoder::State::TooLarge) {
            fail(ErrorKind::BodyTooLarge, QString::number(m_request.policy.bodyCap) % u" bytes"_s);
            return;
        }
    }
    if (total > 0)
        noteProgress(total);
}

void Attempt::finish()
{
    read();
    if (!m_reply) // over the cap
        return;
    if (!isWholeAnswer(m_reply->error(), status())) {
        end(failureOf(failing()));
        return;
    }
    Response response;
    response.status = status();
    if (response.isSuccess() && !m_body.isComplete()) {
        fail(ErrorKind::Malformed, u"not gzip as it says, or not all of it"_s);
        return;
    }
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        response.headers.append(name, value);
    response.body = m_body.takeBody();
    response.sentAt = m_sentAt;
    response.receivedAt = m_clock.now();
    end(std::move(response));
}

void Attempt::expect(std::chrono::milliseconds deadline, ErrorKind otherwise)
{
    m_stage = m_clock.wakeAfter(deadline, [this, otherwise] { fail(otherwise, u"not in time"_s); });
}

void Attempt::fail(ErrorKind kind, const QString &detail)
{
    const Failing seen = failing();
    // A proxy that does not let through is the one to look at.
    const bool isProxy = kind == ErrorKind::ConnectTimeout && !seen.proxy.isEmpty();
    end(Error{
        .kind = isProxy ? ErrorKind::ProxyFailed : kind,
        .subject = isProxy ? seen.proxy : seen.host,
        .detail = detail,
        .status = seen.status,
    });
}

void Attempt::end(std::variant<Response, Error> result)
{
    m_outcome.bytesSent = bytesSent();
    if (auto *error = std::get_if<Error>(&result))
        *error = asOutcome(std::move(*error), method(), m_outcome.bytesSent);
    m_outcome.result = std::move(result);
    drop();
    Q_EMIT ended(); // last: a receiver may delete this
}

void Attempt::drop()
{
    m_stage.cancel();
    m_whole.cancel();
    if (!m_reply)
        return;
    if (m_upload)
        m_upload->wipe();
    QNetworkReply *reply = std::exchange(m_reply, nullptr);
    reply->disconnect(this); // first: aborting emits finished
    const bool isMade = m_requestSent || reply->isFinished();
    m_network.release(reply, isMade ? Network::Connection::Made : Network::Connection::NeverMade);
}

Method Attempt::method() const
{
    return m_request.method == "GET" ? Method::Get : Method::PostToken;
}

int Attempt::status() const
{
    return m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool Attempt::bytesSent() const
{
    return m_requestSent || (m_upload && m_upload->wasRead());
}

Failing Attempt::failing() const
{
    const QUrl &url = m_request.url;
    const int port = url.port();
    return {
        .error = m_reply->error(),
        .words = m_reply->errorString(),
        .host = port < 0 ? url.host() : QString(url.host() % u':' % QString::number(port)),
        .proxy = m_proxy,
        .requestSent = bytesSent(),
        .status = status(),
        .tlsErrors = m_tlsErrors,
        .peer = m_reply->sslConfiguration().peerCertificate(),
    };
}

} // namespace Tenantscope::Http
