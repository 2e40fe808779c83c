// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "app/http/headers.h"

#include <QJsonDocument>

namespace Tenantscope::Http {

/// An answer that arrived whole, whatever its status.
struct Response
{
    int status = 0;
    Headers headers{};
    QByteArray body{};          ///< decoded; may hold a token: wiped by who reads it
    QJsonDocument json{};       ///< the body parsed, once and here only, of a 2xx answer
    Base::Instant sentAt{};     ///< when the attempt that brought it started
    Base::Instant receivedAt{}; ///< when it was complete

    [[nodiscard]] bool isSuccess() const { return status >= 200 && status < 300; }

    bool operator==(const Response &) const = default;
};

} // namespace Tenantscope::Http
