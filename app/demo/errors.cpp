// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/demo/errors.h"

#include "app/demo/jsonwriter.h"

namespace Tenantscope::Demo {

namespace {

QByteArrayView phrase(int status)
{
    switch (status) {
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 429:
        return "Too Many Requests";
    default:
        return "Internal Server Error";
    }
}

void appendMember(QByteArray &json, const char *name, QByteArrayView value)
{
    json.append(json.endsWith('{') ? "\"" : ",\"").append(name).append("\":");
    appendJsonString(json, value);
}

} // namespace

Answer apiError(int status, QByteArrayView message, QByteArrayView errorCode)
{
    Answer answer{.status = status};
    answer.body = "{\"statusCode\":" + QByteArray::number(status);
    appendMember(answer.body, "error", phrase(status));
    appendMember(answer.body, "message", message);
    if (!errorCode.isEmpty())
        appendMember(answer.body, "errorCode", errorCode);
    answer.body.append('}');
    return answer;
}

Answer oauthError(int status, QByteArrayView error, QByteArrayView description, QByteArrayView uri)
{
    Answer answer{.status = status, .body = "{"};
    appendMember(answer.body, "error", error);
    appendMember(answer.body, "error_description", description);
    if (!uri.isEmpty())
        appendMember(answer.body, "error_uri", uri);
    answer.body.append('}');
    return answer;
}

Answer htmlPage(int status)
{
    return {
        .status = status,
        .contentType = "text/html; charset=utf-8",
        .body = "<!DOCTYPE html>\n<html><head><title>Guest Wi-Fi</title></head>\n"
                "<body><h1>Welcome</h1><p>Accept the terms to go on.</p></body></html>\n"};
}

void addRateLimit(Answer &answer, const TokenBucket::Outcome &outcome, const Moment &moment)
{
    const auto full = std::chrono::ceil<std::chrono::seconds>(
        moment.wall.time_since_epoch() + outcome.untilFull);
    answer.addHeader("x-ratelimit-limit", QByteArray::number(outcome.limit));
    answer.addHeader("x-ratelimit-remaining", QByteArray::number(outcome.remaining));
    answer.addHeader("x-ratelimit-reset", QByteArray::number(static_cast<qint64>(full.count())));
}

} // namespace Tenantscope::Demo
