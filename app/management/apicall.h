// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/http/request.h"
#include "app/http/response.h"
#include "app/oauth/accesstoken.h"

#include <QObject>
#include <QPointer>

#include <optional>

namespace Tenantscope::Http {
class Call;
class Client;
} // namespace Tenantscope::Http

namespace Tenantscope::OAuth {
class TokenKeeper;
}

namespace Tenantscope::Management {

/// One GET to the Management API with a living token: on a 401 it has the token renewed once and sends the same
/// request once more; a second 401 is final and reported to the keeper. Its parent owns it; deleting it cancels.
///
/// A token that was over before the 401 came (it waited in the queue, or for a 429, longer than it lived) proves
/// nothing about the next one: it is replaced as well, a few times, and not counted as that one renewal.
class ApiCall final : public QObject
{
    Q_OBJECT

public:
    ApiCall(
        Http::Client &client, OAuth::TokenKeeper &keeper, const Base::Clock &clock,
        Http::Request request, QObject *parent);
    ~ApiCall() override;

    void cancel();
    [[nodiscard]] bool isFinished() const { return m_finished; }
    /// True while the request has yet to be sent: it waits for a token or for its bucket.
    [[nodiscard]] bool isQueued() const;
    /// Until when the attempt under way waits before it goes on, if it does, e.g. because of a 429.
    [[nodiscard]] std::optional<Base::Instant> waitsUntil() const;
    /// True when that wait is the tenant's wish (429).
    [[nodiscard]] bool isRateLimited() const;
    /// Valid once finished.
    [[nodiscard]] const Base::Result<Http::Response> &result() const { return m_result; }
    [[nodiscard]] Base::Result<Http::Response> takeResult();

Q_SIGNALS:
    void stateChanged(); ///< isQueued() or waitsUntil() may have changed
    void finished();     ///< once, never from within the constructor or cancel()

private:
    void ask(quint64 after); ///< for a token that came after that one
    void send(const OAuth::AccessToken &token);
    void callFinished();
    [[nodiscard]] bool mayReplay();
    void finish(Base::Result<Http::Response> result);

    Http::Client &m_client;
    OAuth::TokenKeeper &m_keeper;
    const Base::Clock &m_clock;
    Http::Request m_request;
    QPointer<Http::Call> m_call;
    quint64 m_usedSerial = 0; ///< of the token sent last
    std::optional<Base::Instant> m_usedExpiry;
    int m_late = 0; ///< how often a token was over before its request was answered
    bool m_replayed = false;
    bool m_finished = false;
    Base::Result<Http::Response> m_result; ///< an empty answer until finished
};

} // namespace Tenantscope::Management
