// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDateTime>
#include <QString>

#include <chrono>

namespace Tenantscope::Ui {

/// What is left, rounded down: "3 days 4 h", "22 h 14 min", "59:32", "0:42"; "Expired just now" at or below zero.
[[nodiscard]] QString countdownText(std::chrono::nanoseconds remaining);
/// A duration in words for sentences: "58 min", "22 h 14 min", "45 s".
[[nodiscard]] QString durationText(std::chrono::nanoseconds duration);
/// An instant in local time; with its weekday unless it is on \a now's day: "14:05", "Tue 14:05", "Tue 24 Nov 14:05".
[[nodiscard]] QString localText(const QDateTime &instant, const QDateTime &now);
/// The same with its date whatever the day: "Tue 24 Nov 14:05", with the year unless it is \a now's.
[[nodiscard]] QString dateText(const QDateTime &instant, const QDateTime &now);
/// The same instant as "13:05 UTC".
[[nodiscard]] QString utcText(const QDateTime &instant);

} // namespace Tenantscope::Ui
