// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/exchange.h"
#include "app/http/redaction.h"
#include "app/http/request.h"
#include "app/http/response.h"
#include "app/http/retry.h"

#include <optional>

namespace Tenantscope::Http {

/// Writes the Exchanges of one call, one per attempt; all that gets into one passes redaction here.
class ExchangeRecorder final
{
public:
    ExchangeRecorder(const Request &request, Base::Clock &clock);

    /// A new exchange for attempt number \a attempt.
    void begin(int attempt);
    /// The attempt has a body of its own.
    void bodyMade(const Base::Secret &body);
    void sent();
    /// An answer came, whatever it is worth. Bodies of list pages are left out; error answers are none.
    void answered(const Response &response);
    /// The attempt ended, by \a error if it failed; \a waitsUntil: the next one is put off until then.
    void ended(
        const std::optional<Base::Error> &error, const RetryDecision &decision,
        std::optional<Base::Instant> waitsUntil);
    /// The wait is over, or the call ended without an answer, by \a error.
    void closed(std::optional<Base::Error> error = {});

    [[nodiscard]] const Exchange &exchange() const { return m_exchange; }
    [[nodiscard]] Base::Error redacted(Base::Error error) const;

private:
    [[nodiscard]] QByteArray redactedForm(const Base::Secret &body) const;

    Base::Clock &m_clock;
    Redactor m_redactor;
    bool m_logsBody;
    Exchange m_blank; ///< what all attempts share
    Exchange m_exchange;
    Base::Instant m_startedAt;
};

} // namespace Tenantscope::Http
