// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/http/headers.h"

#include <QDateTime>
#include <QMetaType>

namespace Tenantscope::Http {

/// What the request log shows of one attempt. Redacted when made: it holds no secret and no token, so it
/// may be shown, saved and reported as it is.
struct Exchange
{
    enum class State { Queued, InFlight, Waiting, Finished };

    quint64 id = 0;     ///< one per attempt, counting up within the program
    quint64 callId = 0; ///< the same for all attempts of one Call
    int attempt = 1;
    State state = State::Queued;
    QDateTime startedAt; ///< UTC; of the enqueueing while Queued
    QString method;
    QString host;   ///< with scheme and port where they are not https and 443
    QString path;   ///< with query, percent-encoded, credentials masked
    int status = 0; ///< 0: no answer (yet)
    std::chrono::milliseconds duration{0};
    qint64 size = 0;                  ///< decoded bytes of the answer's body
    std::optional<Base::Error> error; ///< how the attempt failed, when it did
    /// Waiting: how long the next attempt is put off; `rateLimited` tells whether for a 429.
    std::chrono::milliseconds wait{0};
    bool rateLimited = false;
    std::optional<Base::Instant> waitsUntil;
    Headers requestHeaders;
    Headers responseHeaders;
    QByteArray requestBody;  ///< redacted; at most 64 KiB
    QByteArray responseBody; ///< redacted; at most 64 KiB; empty for list pages

    bool operator==(const Exchange &) const = default;
};

} // namespace Tenantscope::Http

Q_DECLARE_METATYPE(Tenantscope::Http::Exchange)
