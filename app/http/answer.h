// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/result.h"
#include "app/http/response.h"

namespace Tenantscope::Http {

/// Reads a 2xx answer: fills `json`, or says why it is no answer of Auth0's (NotJson, EmptyAnswer,
/// Malformed). JSON deeper than 64 levels is malformed.
[[nodiscard]] Base::Result<Response> readAnswer(Response response);

/// What an answer of another status says, in the Management API's form `{statusCode, error, message,
/// errorCode?}`, the OAuth form `{error, error_description, error_uri?}` (RFC 6749 §5.2), or neither (plain
/// text, HTML, nothing). For 403 insufficient_scope the scopes named in any of Auth0's punctuations; for 429 the quota
/// that is used up, if one is, as `detail` (`quota.h`).
[[nodiscard]] Base::Error errorFrom(const Response &response);

} // namespace Tenantscope::Http
