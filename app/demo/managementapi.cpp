// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/managementapi.h"

#include "app/demo/clientlist.h"
#include "app/demo/errors.h"

#include <QString>

namespace Tenantscope::Demo {

namespace {

constexpr QByteArrayView clientsPath = "/api/v2/clients";
constexpr QByteArrayView grantsPath = "/api/v2/client-grants";
constexpr QByteArrayView expiredText = "Expired token received for JSON Web Token validation";

Answer insufficientScope(QByteArrayView scopes)
{
    return apiError(
        403, QByteArray("Insufficient scope, expected any of: " + scopes.toByteArray()),
        "insufficient_scope");
}

Answer expiredToken()
{
    Answer answer = apiError(401, expiredText);
    answer.body.chop(1);
    answer.body.append(",\"attributes\":{\"error\":\"").append(expiredText).append("\"}}");
    return answer;
}

/// The token in an Authorization header, or what is wrong with the header.
tl::expected<QByteArray, Answer> bearerToken(const QByteArray &authorization)
{
    if (authorization.isEmpty())
        return tl::unexpected(apiError(401, "Missing authentication"));
    const QList<QByteArray> parts = authorization.simplified().split(' ');
    const bool isBearer = parts.first().compare("Bearer", Qt::CaseInsensitive) == 0;
    if (parts.size() != 2 || !isBearer || parts.last().count('.') != 2)
        return tl::unexpected(apiError(400, "Bad HTTP authentication header format", "Bearer"));
    return parts.last();
}

/// The answer to a token that is not valid.
std::optional<Answer> rejection(TokenIssuer::Verdict verdict)
{
    switch (verdict) {
    case TokenIssuer::Verdict::Malformed:
        return apiError(401, "Invalid token");
    case TokenIssuer::Verdict::BadSignature:
        return apiError(401, "Invalid signature received for JSON Web Token validation");
    case TokenIssuer::Verdict::Expired:
        return expiredToken();
    case TokenIssuer::Verdict::Valid:
        break;
    }
    return std::nullopt;
}

/// The scope that a change would take. The demo tenant grants none of them, whatever the token says:
/// nothing in it ever changes.
QByteArray scopeOfChange(const Request &request)
{
    const QByteArray verb = request.method == "POST" ? "create"
        : request.method == "DELETE"                 ? "delete"
                                                     : "update";
    const QByteArray resource = request.path.split('/').value(3).replace('-', '_');
    return verb + ':' + resource;
}

/// What goes wrong instead of an answer; nullopt for the faults that spoil a real one.
std::optional<Answer> faultyAnswer(FaultKind kind, const Request &request)
{
    switch (kind) {
    case FaultKind::Unauthorized:
        return expiredToken();
    case FaultKind::Forbidden:
        return insufficientScope(
            request.path == grantsPath ? QByteArrayView("read:client_grants")
                                       : QByteArrayView("read:clients,read:client_summary"));
    case FaultKind::TooManyRequests: {
        Answer answer = apiError(429, "Global limit has been reached", "too_many_requests");
        answer.addHeader("Retry-After", "1");
        return answer;
    }
    case FaultKind::ServerError:
        return apiError(500, "An internal server error occurred");
    case FaultKind::Html:
        return htmlPage(200);
    case FaultKind::Empty:
        return Answer{};
    case FaultKind::CutJson:
    case FaultKind::Duplicate:
    case FaultKind::Shrink:
        break;
    }
    return std::nullopt;
}

} // namespace

ManagementApi::ManagementApi(
    const SeededApplications &applications, const SeededGrants &grants, TokenIssuer &issuer,
    TokenBucket bucket, QList<Fault> faults)
    : m_applications(applications)
    , m_grants(grants)
    , m_issuer(issuer)
    , m_faults(std::move(faults))
    , m_bucket(bucket)
{
}

Answer ManagementApi::answer(const Request &request, const Moment &moment)
{
    const tl::expected<QByteArray, Answer> token = bearerToken(request.authorization);
    if (!token)
        return token.error();
    const TokenIssuer::Checked checked = m_issuer.check(*token, moment.unixSeconds());
    if (const std::optional<Answer> rejected = rejection(checked.verdict))
        return *rejected;

    TokenBucket::Outcome outcome;
    {
        const std::lock_guard lock(m_mutex);
        outcome = m_bucket.take(moment.elapsed);
    }
    Answer answer = outcome.isGranted
        ? admitted(request, checked.scopes)
        : apiError(429, "Global limit has been reached", "too_many_requests");
    if (answer.status == 429)
        ++m_rateLimited;
    addRateLimit(answer, outcome, moment);
    return answer;
}

Answer ManagementApi::admitted(const Request &request, const QStringList &scopes)
{
    const std::optional<FaultKind> fault = m_faults.nextCall();
    if (!fault)
        return healthy(request, scopes);
    ++m_faultsGiven;
    if (const std::optional<Answer> faulty = faultyAnswer(*fault, request))
        return *faulty;
    Answer answer = healthy(request, scopes);
    if (*fault == FaultKind::CutJson)
        answer.body.truncate(answer.body.size() / 2);
    return answer;
}

Answer ManagementApi::healthy(const Request &request, const QStringList &scopes)
{
    if (request.method != "GET" && request.method != "HEAD")
        return insufficientScope(scopeOfChange(request));
    if (request.path == grantsPath)
        return listGrants(request, scopes);
    const bool isList = request.path == clientsPath;
    if (!isList && !request.path.startsWith(QByteArray(clientsPath + '/')))
        return apiError(404, "Not Found");
    if (Projection::visibleTo(scopes).isEmpty())
        return insufficientScope(
            "read:clients,read:client_keys,read:client_credentials,read:client_summary");
    return isList ? list(request, scopes) : show(request, scopes);
}

Answer ManagementApi::listGrants(const Request &request, const QStringList &scopes) const
{
    if (!scopes.contains(QStringLiteral("read:client_grants")))
        return insufficientScope("read:client_grants");
    return answerGrants(m_grants, Parameters::fromForm(request.query));
}

Answer ManagementApi::list(const Request &request, const QStringList &scopes)
{
    const tl::expected<ListQuery, Answer> query = ListQuery::read(
        Parameters::fromForm(request.query), Projection::visibleTo(scopes));
    if (!query)
        return query.error();
    return {
        .body = renderPage(
            m_applications, *query, m_faults.vanished(query->start),
            m_faults.isRepeating(query->start, query->limit))};
}

Answer ManagementApi::show(const Request &request, const QStringList &scopes) const
{
    const QByteArray id = QByteArray::fromPercentEncoding(request.path.mid(clientsPath.size() + 1));
    if (id.contains('/'))
        return apiError(404, "Not Found");
    const tl::expected<Projection, Answer> projection = readProjection(
        Parameters::fromForm(request.query), Projection::visibleTo(scopes));
    if (!projection)
        return projection.error();
    const std::optional<int> index = m_applications.indexOf(id);
    if (!index)
        return apiError(404, "The client does not exist", "inexistent_client");
    Answer answer;
    m_applications.append(answer.body, *index, *projection);
    return answer;
}

} // namespace Tenantscope::Demo
