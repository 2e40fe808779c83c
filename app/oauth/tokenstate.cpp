// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/oauth/tokenstate.h"

#include "app/oauth/tokenresponse.h"

#include <utility>

namespace Tenantscope::OAuth {

namespace {

/// The last failure of a row, with one more.
RenewalFailure oneMore(
    const std::optional<RenewalFailure> &last, const Base::Error &error,
    std::optional<Base::Instant> nextTry = {})
{
    return {.error = error, .failures = last ? last->failures + 1 : 1, .nextTry = nextTry};
}

bool isDeadOnArrival(const AccessToken &token)
{
    return token.life() && *token.life() <= std::chrono::nanoseconds(0);
}

TokenState arrived(const TokenArrived &event)
{
    if (isDeadOnArrival(event.token))
        return Expired{.expiredAt = *event.token.expiresAt, .onArrival = true};
    return Valid{.token = event.token, .renewsAt = event.renewsAt};
}

/// The old token goes on living after a renewal that brought nothing.
Valid keeping(Renewing state, const RenewalFailure &failure)
{
    return {
        .token = std::move(state.token),
        .renewsAt = failure.nextTry,
        .renewalFailure = failure,
        .rejected = state.rejected};
}

/// When to renew unasked after a cancelled renewal: as planned, or, when that is past, once half of what is
/// left is over, so that Cancel is not answered by asking at once.
std::optional<Base::Instant> putOff(const Renewing &state, Base::Instant now)
{
    if (!state.renewsAt || *state.renewsAt > now || !state.token.expiresAt)
        return state.renewsAt;
    return now + *state.token.remaining(now) / 2;
}

/// The arrows. What is not among them is the last one: the state stays.
struct Transition
{
    TokenState operator()(const NoToken &, const RequestSent &) const { return Requesting{}; }
    TokenState operator()(const Refused &, const RequestSent &) const { return Requesting{}; }
    TokenState operator()(Valid state, const RequestSent &) const
    {
        return Renewing{
            .token = std::move(state.token),
            .renewsAt = state.renewsAt,
            .lastFailure = std::move(state.renewalFailure),
            .rejected = state.rejected};
    }
    TokenState operator()(Expired state, const RequestSent &event) const
    {
        if (!event.unasked && !state.asking)
            return Requesting{};
        state.asking = true;
        return state;
    }

    TokenState operator()(Requesting, const TokenArrived &event) const { return arrived(event); }
    TokenState operator()(Renewing state, const TokenArrived &event) const
    {
        if (!isDeadOnArrival(event.token))
            return arrived(event);
        const Base::Error error{
            .kind = Base::ErrorKind::TokenUnusable, .detail = TokenProblem::expiredOnArrival};
        RenewalFailure failure = oneMore(state.lastFailure, error);
        return keeping(std::move(state), std::move(failure));
    }
    TokenState operator()(Expired state, const TokenArrived &event) const
    {
        return state.asking ? arrived(event) : TokenState(std::move(state));
    }

    TokenState operator()(Requesting, const RequestRefused &event) const
    {
        return Refused{event.error};
    }
    TokenState operator()(Renewing state, const RequestRefused &event) const
    {
        RenewalFailure failure = oneMore(state.lastFailure, event.error);
        return keeping(std::move(state), std::move(failure));
    }
    TokenState operator()(Expired state, const RequestRefused &event) const
    {
        return state.asking ? TokenState(Refused{event.error}) : TokenState(std::move(state));
    }

    TokenState operator()(Requesting, const RequestFailed &event) const
    {
        return NoToken{event.error};
    }
    TokenState operator()(Renewing state, const RequestFailed &event) const
    {
        RenewalFailure failure = oneMore(state.lastFailure, event.error, event.nextTry);
        return keeping(std::move(state), std::move(failure));
    }
    TokenState operator()(Expired state, const RequestFailed &event) const
    {
        if (std::exchange(state.asking, false))
            state.renewalFailure = oneMore(state.renewalFailure, event.error, event.nextTry);
        return state;
    }

    TokenState operator()(Requesting, const RequestCancelled &) const { return NoToken{}; }
    TokenState operator()(Renewing state, const RequestCancelled &event) const
    {
        const auto renewsAt = putOff(state, event.now);
        if (state.lastFailure)
            state.lastFailure->nextTry = renewsAt;
        return Valid{
            .token = std::move(state.token),
            .renewsAt = renewsAt,
            .renewalFailure = std::move(state.lastFailure),
            .rejected = state.rejected};
    }
    TokenState operator()(Expired state, const RequestCancelled &) const
    {
        if (std::exchange(state.asking, false) && state.renewalFailure)
            state.renewalFailure->nextTry.reset();
        return state;
    }

    TokenState operator()(Valid state, const TokenRejected &) const
    {
        state.rejected = true;
        return state;
    }
    TokenState operator()(Renewing state, const TokenRejected &) const
    {
        state.rejected = true;
        return state;
    }

    TokenState operator()(Valid state, const TimePassed &event) const
    {
        if (!state.token.isExpired(event.now))
            return state;
        return Expired{
            .expiredAt = *state.token.expiresAt, .renewalFailure = std::move(state.renewalFailure)};
    }
    TokenState operator()(Renewing state, const TimePassed &event) const
    {
        if (!state.token.isExpired(event.now))
            return state;
        return Expired{
            .expiredAt = *state.token.expiresAt,
            .renewalFailure = std::move(state.lastFailure),
            .asking = true};
    }

    template<typename State>
    TokenState operator()(State, const Forgotten &) const
    {
        return NoToken{};
    }

    template<typename State, typename Event>
    TokenState operator()(State state, const Event &) const
    {
        return state;
    }
};

} // namespace

const AccessToken *tokenOf(const TokenState &state)
{
    if (const auto *valid = std::get_if<Valid>(&state))
        return &valid->token;
    if (const auto *renewing = std::get_if<Renewing>(&state))
        return &renewing->token;
    return nullptr;
}

bool isAsking(const TokenState &state)
{
    const auto *expired = std::get_if<Expired>(&state);
    return std::holds_alternative<Requesting>(state) || std::holds_alternative<Renewing>(state)
        || (expired && expired->asking);
}

std::optional<Base::Instant> nextTryOf(const TokenState &state)
{
    if (const auto *valid = std::get_if<Valid>(&state))
        return valid->renewsAt;
    const auto *expired = std::get_if<Expired>(&state);
    if (expired && !expired->asking && expired->renewalFailure)
        return expired->renewalFailure->nextTry;
    return {};
}

const RenewalFailure *renewalFailureOf(const TokenState &state)
{
    const std::optional<RenewalFailure> *failure = nullptr;
    if (const auto *valid = std::get_if<Valid>(&state))
        failure = &valid->renewalFailure;
    else if (const auto *renewing = std::get_if<Renewing>(&state))
        failure = &renewing->lastFailure;
    else if (const auto *expired = std::get_if<Expired>(&state))
        failure = &expired->renewalFailure;
    return failure && *failure ? &**failure : nullptr;
}

TokenState next(TokenState state, const TokenEvent &event)
{
    return std::visit(Transition(), std::move(state), event);
}

} // namespace Tenantscope::OAuth
