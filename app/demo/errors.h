// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/tokenbucket.h"

#include <QByteArrayView>

namespace Tenantscope::Demo {

/// An error in the form of the Management API: `statusCode`, `error`, `message`, and `errorCode` when there
/// is one.
[[nodiscard]] Answer apiError(int status, QByteArrayView message, QByteArrayView errorCode = {});

/// An error in the form of RFC 6749 §5.2: `error`, `error_description`, and `error_uri` when there is one.
[[nodiscard]] Answer oauthError(
    int status, QByteArrayView error, QByteArrayView description, QByteArrayView uri = {});

/// A page in HTML, as a proxy or a captive portal sends it.
[[nodiscard]] Answer htmlPage(int status);

/// Adds `x-ratelimit-limit`, `-remaining` and `-reset`, the last in Unix seconds.
void addRateLimit(Answer &answer, const TokenBucket::Outcome &outcome, const Moment &moment);

} // namespace Tenantscope::Demo
