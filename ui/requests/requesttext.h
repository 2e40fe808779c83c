// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/exchange.h"

#include <QString>

namespace Tenantscope::Ui {

[[nodiscard]] QString timeText(const QDateTime &instant);        ///< local, "13:20:42.431"
[[nodiscard]] QString secondsText(std::chrono::seconds seconds); ///< "7 s"
[[nodiscard]] QString millisecondsText(std::chrono::milliseconds duration); ///< "44 ms", "1.2 s"
[[nodiscard]] QString sizeText(qint64 bytes);                               ///< "242 kB"

/// True until the attempt has ended.
[[nodiscard]] bool isUnderWay(const Http::Exchange &exchange);
/// What went wrong, in the session's words.
[[nodiscard]] QString troubleText(const Http::Exchange &exchange);
/// Scheme and host before the path.
[[nodiscard]] QString urlText(const Http::Exchange &exchange);

/// Headers and body of the request, of the answer: for reading.
[[nodiscard]] QString requestText(const Http::Exchange &exchange);
[[nodiscard]] QString answerText(const Http::Exchange &exchange);

/// The request as a curl command with `$TOKEN`; empty for what is no GET: the token request's body is not kept.
[[nodiscard]] QString curlText(const Http::Exchange &exchange);

} // namespace Tenantscope::Ui
