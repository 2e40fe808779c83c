// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/exchange.h"

#include <QVariant>

namespace Tenantscope::Ui {

/// What the request table shows of an exchange, in this order.
enum class RequestColumn { Time, Method, Path, Status, Duration, Attempt, Size, Note };
inline constexpr int requestColumns = 8;

/// One cell, for the item role \a role, as it looks at \a now.
[[nodiscard]] QVariant requestCell(
    const Http::Exchange &exchange, RequestColumn column, Base::Instant now, int role);
[[nodiscard]] QVariant requestHeader(RequestColumn column, int role);

/// "waits 7 s (429)", "waited 1.0 s (429)", what went wrong, or nothing.
[[nodiscard]] QString requestNote(const Http::Exchange &exchange, Base::Instant now);
/// How long the exchange still waits for its next attempt; nullopt: it does not.
[[nodiscard]] std::optional<std::chrono::nanoseconds> waitLeft(
    const Http::Exchange &exchange, Base::Instant now);
/// True for what went wrong, cancelling aside.
[[nodiscard]] bool isFailure(const Http::Exchange &exchange);

} // namespace Tenantscope::Ui
