// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/exchange.h"

#include <QObject>

#include <deque>

namespace Tenantscope::Session {

/// The last 2,000 exchanges of one tenant's session, the bodies of the last 50 only. Everything in it was
/// redacted at birth.
class RequestLog final : public QObject
{
    Q_OBJECT

public:
    static constexpr int largestSize = 2'000;
    static constexpr int bodiesKept = 50;

    explicit RequestLog(QObject *parent = nullptr);

    /// Appends a new exchange, or replaces the one with the same id.
    void record(const Http::Exchange &exchange);
    void clear(); ///< those under way come back with their next news

    [[nodiscard]] int size() const { return int(m_exchanges.size()); }
    [[nodiscard]] const Http::Exchange &at(int index) const { return m_exchanges[size_t(index)]; }

Q_SIGNALS:
    void appended(); ///< one, at the end
    void changed(int index);
    void removedFirst(int count); ///< the oldest went
    void cleared();

private:
    void append(const Http::Exchange &exchange);

    std::deque<Http::Exchange> m_exchanges;
};

} // namespace Tenantscope::Session
