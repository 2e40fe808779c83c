// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>
#include <utility>

namespace Tenantscope::Demo {

/// One request as it came, nothing decoded.
struct Request
{
    QByteArray method = "GET";
    QByteArray path{}; ///< without the query
    QByteArray query{};
    QByteArray contentType{};
    QByteArray authorization{};
    QByteArray body{};
};

/// What is answered to a Request.
struct Answer
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body{};
    QList<std::pair<QByteArray, QByteArray>> headers{};

    void addHeader(const QByteArray &name, const QByteArray &value)
    {
        headers.append({name, value});
    }
};

/// When a request came: all the time that the demo tenant's logic knows.
struct Moment
{
    std::chrono::steady_clock::time_point elapsed{};
    std::chrono::system_clock::time_point wall{};

    [[nodiscard]] static Moment now()
    {
        return {std::chrono::steady_clock::now(), std::chrono::system_clock::now()};
    }
    [[nodiscard]] qint64 unixSeconds() const
    {
        return std::chrono::floor<std::chrono::seconds>(wall.time_since_epoch()).count();
    }
};

} // namespace Tenantscope::Demo
