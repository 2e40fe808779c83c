// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <chrono>
#include <optional>

namespace Tenantscope::Ui {

/// What its user may set.
struct Settings
{
    /// A copied token lives at least so long, or at least half of its whole life.
    std::chrono::minutes leastLife{10};
    /// When a copied token is taken off the clipboard again; nullopt: not by time, but still at lock and at quit.
    std::optional<std::chrono::seconds> clipboardStay = std::chrono::seconds(30);
    /// When a revealed token, or an application's secret, hides again.
    std::chrono::seconds revealStay{30};
    bool locksWhenIdle = false;
    bool asksForProduction = true; ///< once a run, before a token of production is copied

    bool operator==(const Settings &) const = default;
};

/// What a setting may be, both ends included.
template<typename Duration>
struct SettingRange
{
    Duration least;
    Duration most;

    [[nodiscard]] constexpr bool contains(Duration value) const
    {
        return value >= least && value <= most;
    }
};

inline constexpr SettingRange<std::chrono::minutes> leastLifeRange{
    std::chrono::minutes(1), std::chrono::minutes(60)};
inline constexpr SettingRange<std::chrono::seconds> clipboardStayRange{
    std::chrono::seconds(5), std::chrono::seconds(300)};
inline constexpr SettingRange<std::chrono::seconds> revealStayRange{
    std::chrono::seconds(5), std::chrono::seconds(300)};

} // namespace Tenantscope::Ui
