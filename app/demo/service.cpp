// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/service.h"

#include "app/demo/errors.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

#include <algorithm>

namespace Tenantscope::Demo {

using namespace Qt::StringLiterals;

namespace {

constexpr QByteArrayView tokenPath = "/oauth/token";
constexpr QByteArrayView discoveryPath = "/.well-known/openid-configuration";
constexpr QByteArrayView keysPath = "/.well-known/jwks.json";
constexpr QByteArrayView apiPrefix = "/api/v2/";
constexpr QByteArrayView clientsPath = "/api/v2/clients";
constexpr QByteArrayView grantsPath = "/api/v2/client-grants";

/// RFC 9110 §5.6.7.
QByteArray httpDate(const Moment &moment)
{
    const QDateTime date = QDateTime::fromSecsSinceEpoch(moment.unixSeconds(), Qt::UTC);
    return QLocale::c().toString(date, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

QByteArray hexadecimal(Dice &dice, qsizetype size)
{
    constexpr char digits[] = "0123456789abcdef";
    QByteArray text(size, Qt::Uninitialized);
    for (char &digit : text)
        digit = digits[dice.below(16)];
    return text;
}

/// The name a request is counted under; the number of names stays small whatever is asked.
QString counterName(const Request &request)
{
    const QByteArrayView path = request.path;
    QByteArrayView known = "other";
    if (path == tokenPath || path == discoveryPath || path == keysPath || path == clientsPath
        || path == grantsPath)
        known = path;
    else if (path.startsWith(clientsPath) && path.sliced(clientsPath.size()).startsWith('/'))
        known = "/api/v2/clients/{id}";
    return QString::fromLatin1(request.method) + u' ' + QString::fromLatin1(known);
}

} // namespace

Service::Service(Settings settings)
    : m_settings(std::move(settings))
    , m_applications(m_settings.seed, m_settings.applications)
    , m_grants(
          m_settings.seed, m_applications, m_settings.terms.audience.toUtf8(),
          m_settings.terms.scopes)
    , m_issuer(m_settings.terms)
    , m_tokenEndpoint(m_issuer, m_settings.clientSecret)
    , m_managementApi(m_applications, m_grants, m_issuer, m_settings.bucket, m_settings.faults)
{
}

Answer Service::answer(const Request &request, const Moment &moment)
{
    count(request);
    Answer answer = route(request, moment);
    Dice dice(m_settings.seed, static_cast<quint64>(moment.elapsed.time_since_epoch().count()), 0);
    answer.addHeader("Date", httpDate(moment));
    answer.addHeader("x-auth0-requestid", hexadecimal(dice, 20));
    answer.addHeader("cf-ray", hexadecimal(dice, 16) + "-LCL");
    answer.addHeader("Vary", "Origin, Accept-Encoding");
    return answer;
}

DemoCounters Service::counters() const
{
    const std::lock_guard lock(m_mutex);
    DemoCounters counters = m_counters;
    counters.rateLimited = m_managementApi.rateLimited();
    counters.faultsGiven = m_managementApi.faultsGiven();
    return counters;
}

Service::Presence::Presence(Service &service)
    : m_service(service)
{
    const std::lock_guard lock(m_service.m_mutex);
    int &peak = m_service.m_counters.concurrentPeak;
    peak = std::max(peak, ++m_service.m_present);
}

Service::Presence::~Presence()
{
    const std::lock_guard lock(m_service.m_mutex);
    --m_service.m_present;
}

Answer Service::route(const Request &request, const Moment &moment)
{
    const bool isReading = request.method == "GET" || request.method == "HEAD";
    if (request.path == tokenPath && request.method == "POST")
        return token(request, moment);
    if (request.path == discoveryPath && isReading)
        return discovery();
    if (request.path == keysPath && isReading)
        return keys();
    if (request.path.startsWith(apiPrefix))
        return m_managementApi.answer(request, moment);
    return apiError(404, "Not Found");
}

Answer Service::token(const Request &request, const Moment &moment)
{
    Answer answer = m_tokenEndpoint.answer(request, moment);
    if (answer.status == 200) {
        const std::lock_guard lock(m_mutex);
        ++m_counters.tokensIssued;
    }
    return answer;
}

/// OpenID Connect Discovery 1.0 §3; the members of endpoints that are not served are left out.
Answer Service::discovery() const
{
    const QString origin = QString::fromLatin1(m_settings.origin);
    const QString tokens = origin + QString::fromLatin1(tokenPath);
    const QString keys = origin + QString::fromLatin1(keysPath);
    const QJsonObject body{
        {u"issuer"_s, m_settings.terms.issuer},
        {u"token_endpoint"_s, tokens},
        {u"jwks_uri"_s, keys},
        {u"grant_types_supported"_s, QJsonArray{u"client_credentials"_s}},
        {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"client_secret_post"_s}},
        {u"id_token_signing_alg_values_supported"_s, QJsonArray{u"RS256"_s}},
        {u"subject_types_supported"_s, QJsonArray{u"public"_s}},
        {u"response_types_supported"_s, QJsonArray{u"token"_s}},
    };
    return {.body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Answer Service::keys() const
{
    const Base::Result<QByteArray> set = m_issuer.jwks();
    return set ? Answer{.body = *set} : apiError(500, "The demo tenant has no key to sign with");
}

void Service::count(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_counters.requests[counterName(request)];
}

} // namespace Tenantscope::Demo
