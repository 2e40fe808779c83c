// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/sentence.h"

#include <span>

namespace Tenantscope::Session {

// The parts of describe(), by what an error is about. Each words the kinds it knows and leaves `tenantWords` alone.

/// What was typed, pasted or passed.
[[nodiscard]] Sentence describeInput(const Base::Error &error);
/// What is kept on this computer: profiles, their secrets, files of ours.
[[nodiscard]] Sentence describeKept(const Base::Error &error);
/// The way to the server, and answers that are none.
[[nodiscard]] Sentence describeTransport(const Base::Error &error, Doing doing);
/// A token that is of no use, or none.
[[nodiscard]] Sentence describeToken(const Base::Error &error, Doing doing);
/// An OAuth error answer of the token endpoint: 400, 401, 403.
[[nodiscard]] Sentence describeRefusal(const Base::Error &error, Doing doing);
/// Any other error answer of the tenant.
[[nodiscard]] Sentence describeAnswer(const Base::Error &error, Doing doing);
/// Of these: 401 of the Management API.
[[nodiscard]] Sentence describeUnauthorized(const Base::Error &error, Doing doing);
/// 403 insufficient_scope.
[[nodiscard]] Sentence describeMissingScope(const Base::Error &error, Doing doing);
/// 429 of either.
[[nodiscard]] Sentence describeRateLimit(const Base::Error &error, Doing doing);
/// The list as a whole, and what its user stopped.
[[nodiscard]] Sentence describeList(const Base::Error &error, Doing doing);

/// "Applications could not be loaded." and its like.
[[nodiscard]] QString opening(Doing doing);
/// A rule, why it is broken, and what to do; untranslated.
struct Ruling
{
    QLatin1StringView rule;
    const char *why;
    const char *now;
};

/// \a what, with the reason and the advice of the ruling whose rule is the detail of \a error.
[[nodiscard]] Sentence ruled(
    const QString &what, std::span<const Ruling> rulings, const Base::Error &error, Remedy remedy);

/// One cause of an error answer: how the answer is known by, why it is given, and what to do; untranslated.
struct Cause
{
    QLatin1StringView code;  ///< of the answer, in any case; empty: any
    QLatin1StringView words; ///< which the tenant's own hold, in any case; empty: any
    const char *why;         ///< %1: status and code
    const char *now;
    Remedy remedy = Remedy::None;
    std::optional<Tenant::DashboardPage> page = {};
};

/// The first of \a causes that \a error is known by, worded; nullopt: none is.
[[nodiscard]] std::optional<Sentence> caused(
    std::span<const Cause> causes, const Base::Error &error, Doing doing);

/// The subject of \a error on one line, neutralised; "the tenant" when there is none.
[[nodiscard]] QString subjectOf(const Base::Error &error);
/// "403 insufficient_scope", for brackets.
[[nodiscard]] QString statusAndCode(const Base::Error &error);
/// True when the tenant's words hold \a words, in any case.
[[nodiscard]] bool says(const Base::Error &error, QLatin1StringView words);

} // namespace Tenantscope::Session
