// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/exchange.h"

namespace Tenantscope::Test {

/// A finished exchange as a request log gets it.
inline Http::Exchange exchange(quint64 id, int status, const QString &path)
{
    Http::Exchange made;
    made.id = id;
    made.callId = id;
    made.state = Http::Exchange::State::Finished;
    made.startedAt = QDateTime(QDate(2026, 11, 24), QTime(13, 20, 42, 431), Qt::UTC);
    made.method = QStringLiteral("GET");
    made.host = QStringLiteral("contoso.eu.auth0.com");
    made.path = path;
    made.status = status;
    made.duration = std::chrono::milliseconds(44);
    made.size = 1'234;
    return made;
}

/// One that a 429 puts off.
inline Http::Exchange waiting(quint64 id, Base::Instant until, std::chrono::milliseconds wait)
{
    Http::Exchange made = exchange(id, 429, QStringLiteral("/api/v2/clients?page=7"));
    made.state = Http::Exchange::State::Waiting;
    made.error = Base::Error{};
    made.error->kind = Base::ErrorKind::RateLimited;
    made.error->status = 429;
    made.rateLimited = true;
    made.wait = wait;
    made.waitsUntil = until;
    return made;
}

} // namespace Tenantscope::Test
