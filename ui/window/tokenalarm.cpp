// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/tokenalarm.h"

namespace Tenantscope::Ui {

std::optional<TokenAlarm> alarmOf(const OAuth::TokenState &state, Base::Instant now)
{
    const OAuth::RenewalFailure *failure = OAuth::renewalFailureOf(state);
    const bool isAsking = OAuth::isAsking(state);
    // Its first renewal may just be a little late, as it is after each sleep of the machine.
    if (std::holds_alternative<OAuth::Expired>(state))
        return !isAsking || failure ? std::optional(TokenAlarm::Expired) : std::nullopt;
    const OAuth::AccessToken *token = OAuth::tokenOf(state);
    if (!token || !failure)
        return {};
    const auto remaining = token->remaining(now);
    const bool isGivenUp = !isAsking && !failure->nextTry;
    if (remaining && *remaining <= soon)
        return isGivenUp ? TokenAlarm::ExpiresUnrenewed : TokenAlarm::ExpiresSoon;
    return isGivenUp ? std::optional(TokenAlarm::NotRenewed) : std::nullopt;
}

std::optional<Base::Instant> nextAlarmOf(const OAuth::TokenState &state, Base::Instant now)
{
    const OAuth::AccessToken *token = OAuth::tokenOf(state);
    if (!token || !token->expiresAt || !OAuth::renewalFailureOf(state))
        return {};
    const Base::Instant begin = *token->expiresAt - soon;
    return begin > now ? std::optional(begin) : std::nullopt;
}

bool isAlarmOver(const OAuth::TokenState &state)
{
    const bool isWithout = std::holds_alternative<OAuth::NoToken>(state)
        || std::holds_alternative<OAuth::Requesting>(state);
    return isWithout || (OAuth::tokenOf(state) && !OAuth::renewalFailureOf(state));
}

} // namespace Tenantscope::Ui
