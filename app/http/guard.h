// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/error.h"
#include "app/http/request.h"

#include <optional>

namespace Tenantscope::Http {

/// Where the token endpoint lives on every tenant (RFC 6749 §3.2).
inline constexpr QLatin1StringView tokenPath{"/oauth/token"};

/// Why \a request may not leave; nullopt: it may. The read-only pledge: GET without a body, or POST to the token
/// endpoint. ReadOnly also for header fields that are malformed (RFC 9110 §5.1, §5.5), that the Client sets itself, or
/// that ask a server to take a GET for another method; InvalidDomain for a URL that is neither https to a
/// name nor http to loopback, or carries user information. Pure: it touches no network.
[[nodiscard]] std::optional<Base::Error> refusal(const Request &request);

/// True for `localhost`, 127/8 and `::1`.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace Tenantscope::Http
