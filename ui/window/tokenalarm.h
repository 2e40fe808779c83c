// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/oauth/tokenstate.h"

#include <optional>

namespace Tenantscope::Ui {

/// What goes wrong with a token that somebody may be counting on; the later, the graver.
enum class TokenAlarm {
    NotRenewed,       ///< it lives, but its renewal failed and is not tried again by itself
    ExpiresSoon,      ///< no more than `soon` is left; its renewal failed, and is tried again
    ExpiresUnrenewed, ///< the same, and it is not tried again by itself
    Expired, ///< and no renewal that may yet bring the next one is under way for the first time
};

/// How long before its end a token that could not be renewed is told of.
inline constexpr std::chrono::minutes soon{5};

/// What goes wrong at \a now; nullopt: nothing, or nothing yet.
[[nodiscard]] std::optional<TokenAlarm> alarmOf(const OAuth::TokenState &state, Base::Instant now);
/// When time alone makes it graver; nullopt: never.
[[nodiscard]] std::optional<Base::Instant> nextAlarmOf(
    const OAuth::TokenState &state, Base::Instant now);
/// Whether what went wrong before, if anything, is over: there is a good token, or none is wanted, or its user is asking
/// for one.
[[nodiscard]] bool isAlarmOver(const OAuth::TokenState &state);

} // namespace Tenantscope::Ui
