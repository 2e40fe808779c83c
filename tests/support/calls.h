// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/http/call.h"
#include "app/http/client.h"

#include <QObject>
#include <QTest>

namespace Tenantscope::Test {

/// Policies of some tenths of a second, so that deadlines can be tested by waiting for them.
[[nodiscard]] inline Http::Policy shortPolicy()
{
    using std::chrono::milliseconds;
    Http::Policy policy;
    policy.connect = milliseconds(400);
    policy.firstByte = milliseconds(400);
    policy.silence = milliseconds(300);
    policy.leastBytes = 100;
    policy.whole = milliseconds(1'200);
    policy.bodyCap = 1024 * 1024;
    policy.backoff = milliseconds(10);
    policy.limitBackoff = milliseconds(10);
    return policy;
}

/// Runs the event loop until \a call has finished.
[[nodiscard]] inline bool finishes(const Http::Call &call)
{
    return QTest::qWaitFor([&call] { return call.isFinished(); }, 30'000);
}

/// Keeps what a Client tells of its exchanges: the last word on each, and all words.
class ExchangeLog final : public QObject
{
public:
    explicit ExchangeLog(const Http::Client &client)
    {
        connect(
            &client, &Http::Client::exchangeChanged, this, [this](const Http::Exchange &exchange) {
                m_news.append(exchange);
                for (Http::Exchange &known : m_exchanges) {
                    if (known.id == exchange.id) {
                        known = exchange;
                        return;
                    }
                }
                m_exchanges.append(exchange);
            });
    }

    [[nodiscard]] const QList<Http::Exchange> &exchanges() const { return m_exchanges; }
    [[nodiscard]] const QList<Http::Exchange> &news() const { return m_news; }

private:
    QList<Http::Exchange> m_exchanges;
    QList<Http::Exchange> m_news;
};

} // namespace Tenantscope::Test
