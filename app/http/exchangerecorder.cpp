// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/exchangerecorder.h"

#include "app/http/network.h"

#include <QStringBuilder>

#include <atomic>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Tenantscope::Http {

namespace {

/// Log rows of several clients stand in one list: their numbers must differ.
quint64 nextNumber()
{
    static std::atomic<quint64> last = 0;
    return ++last;
}

QString shownHost(const QUrl &url)
{
    QString host = url.host();
    if (host.contains(u':'))
        host = u'[' % host % u']';
    if (url.port(443) != 443)
        host = host % u':' % QString::number(url.port());
    return url.scheme() == "https"_L1 ? host : QString(url.scheme() % u"://"_s % host);
}

} // namespace

ExchangeRecorder::ExchangeRecorder(const Request &request, Base::Clock &clock)
    : m_clock(clock)
    , m_redactor(request)
    , m_logsBody(request.logsBody)
{
    Headers headers = Network::plainHeaders(request);
    if (!request.bearer.isEmpty())
        headers.append("Authorization", "Bearer ***");
    m_blank.callId = nextNumber();
    m_blank.method = QString::fromLatin1(request.method);
    m_blank.host = shownHost(request.url);
    m_blank.path = m_redactor.path(request.url);
    m_blank.requestHeaders = m_redactor.headers(headers);
    if (!request.body.isEmpty())
        m_blank.requestBody = redactedForm(request.body);
}

void ExchangeRecorder::begin(int attempt)
{
    m_exchange = m_blank;
    m_exchange.id = nextNumber();
    m_exchange.attempt = attempt;
    m_exchange.startedAt = m_clock.wallNow();
    m_startedAt = m_clock.now();
}

void ExchangeRecorder::bodyMade(const Base::Secret &body)
{
    m_redactor.learn(body);
    m_exchange.requestBody = redactedForm(body);
}

void ExchangeRecorder::sent()
{
    m_exchange.state = Exchange::State::InFlight;
    m_exchange.startedAt = m_clock.wallNow();
    m_startedAt = m_clock.now();
}

void ExchangeRecorder::answered(const Response &response)
{
    m_exchange.status = response.status;
    m_exchange.size = response.body.size();
    m_exchange.responseHeaders = m_redactor.headers(response.headers);
    if (m_logsBody || !response.isSuccess())
        m_exchange.responseBody = m_redactor.body(
            response.body, response.headers.value("content-type"));
}

void ExchangeRecorder::ended(
    const std::optional<Base::Error> &error, const RetryDecision &decision,
    std::optional<Base::Instant> waitsUntil)
{
    m_exchange.duration = std::chrono::duration_cast<milliseconds>(m_clock.now() - m_startedAt);
    m_exchange.state = waitsUntil ? Exchange::State::Waiting : Exchange::State::Finished;
    m_exchange.waitsUntil = waitsUntil;
    m_exchange.wait = decision.wait.value_or(milliseconds(0));
    m_exchange.rateLimited = decision.rateLimited;
    if (!error)
        return;
    m_exchange.error = m_redactor.error(*error);
    if (m_exchange.status == 0)
        m_exchange.status = error->status;
}

void ExchangeRecorder::closed(std::optional<Base::Error> error)
{
    if (m_exchange.state == Exchange::State::InFlight)
        m_exchange.duration = std::chrono::duration_cast<milliseconds>(m_clock.now() - m_startedAt);
    m_exchange.state = Exchange::State::Finished;
    m_exchange.waitsUntil.reset();
    if (error)
        m_exchange.error = m_redactor.error(std::move(*error));
}

QByteArray ExchangeRecorder::redactedForm(const Base::Secret &body) const
{
    return m_redactor.body(body.reveal(), "application/x-www-form-urlencoded");
}

Base::Error ExchangeRecorder::redacted(Base::Error error) const
{
    return m_redactor.error(std::move(error));
}

} // namespace Tenantscope::Http
