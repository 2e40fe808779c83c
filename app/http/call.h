// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/result.h"
#include "app/http/request.h"
#include "app/http/response.h"

#include <QObject>

#include <memory>
#include <variant>

namespace Tenantscope::Http {

class Client;

/// One logical request with its attempts: a job whose parent owns it.
///
/// Queued → InFlight → (Waiting → InFlight)* → Finished. `finished` is emitted once, never from within
/// Client::send(). Deleting a Call cancels it: the connection is dropped at once and nothing is emitted.
class Call final : public QObject
{
    Q_OBJECT

public:
    struct Queued
    {
        bool operator==(const Queued &) const = default;
    };
    struct InFlight
    {
        int attempt = 1;
        bool operator==(const InFlight &) const = default;
    };
    struct Waiting
    {
        int attempt = 1; ///< the one that failed
        Base::Instant until;
        bool rateLimited = false;
        bool operator==(const Waiting &) const = default;
    };
    struct Finished
    {
        bool operator==(const Finished &) const = default;
    };
    using State = std::variant<Queued, InFlight, Waiting, Finished>;

    ~Call() override;

    /// Ends the call with ErrorKind::Cancelled, if it has not finished; within 100 ms.
    void cancel();

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isFinished() const { return std::holds_alternative<Finished>(m_state); }
    /// Valid once finished: a 2xx answer whose JSON is whole, or an Error, which tells what the tenant said
    /// (`answer.h`) or why there is no answer.
    [[nodiscard]] const Base::Result<Response> &result() const { return m_result; }
    /// Moves the result out, so that no second copy of a body with a token stays behind.
    [[nodiscard]] Base::Result<Response> takeResult();

Q_SIGNALS:
    void stateChanged();
    void finished();

private:
    friend class Client;
    explicit Call(Client &client, Request request, QObject *parent);

    class Run; ///< the attempts: queue place, network attempt, waits, exchanges
    std::unique_ptr<Run> m_run;
    State m_state = Queued{};
    Base::Result<Response> m_result;
};

} // namespace Tenantscope::Http
