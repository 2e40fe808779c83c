// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/requestlog.h"

#include <algorithm>

namespace Tenantscope::Session {

namespace {

void dropBodies(Http::Exchange &exchange)
{
    exchange.requestBody.clear();
    exchange.responseBody.clear();
}

bool hasBodies(const Http::Exchange &exchange)
{
    return !exchange.requestBody.isEmpty() || !exchange.responseBody.isEmpty();
}

} // namespace

RequestLog::RequestLog(QObject *parent)
    : QObject(parent)
{
}

void RequestLog::record(const Http::Exchange &exchange)
{
    // News is mostly of the latest ones.
    const auto known = std::find_if(
        m_exchanges.rbegin(), m_exchanges.rend(),
        [&exchange](const Http::Exchange &other) { return other.id == exchange.id; });
    if (known == m_exchanges.rend()) {
        append(exchange);
        return;
    }
    *known = exchange;
    const int index = int(m_exchanges.rend() - known) - 1;
    if (index < size() - bodiesKept)
        dropBodies(*known);
    Q_EMIT changed(index);
}

void RequestLog::clear()
{
    m_exchanges.clear();
    Q_EMIT cleared();
}

void RequestLog::append(const Http::Exchange &exchange)
{
    m_exchanges.push_back(exchange);
    Q_EMIT appended();
    if (size() > largestSize) {
        m_exchanges.pop_front();
        Q_EMIT removedFirst(1);
    }
    const int leaving = size() - bodiesKept - 1;
    if (leaving >= 0 && hasBodies(m_exchanges[size_t(leaving)])) {
        dropBodies(m_exchanges[size_t(leaving)]);
        Q_EMIT changed(leaving);
    }
}

} // namespace Tenantscope::Session
