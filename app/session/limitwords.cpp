// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/http/quota.h"
#include "app/session/wording.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Tenantscope::Session {

using Tenant::DashboardPage;

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Sentence)
};

/// Whose quota it is, by the header that says so (`http/quota.h`); the tenant's words leave it open.
constexpr Cause applicationsQuota{
    {},
    {},
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The quota of tokens for this application is used up (%1): each token request takes one, a "
        "script's as well."),
    QT_TRANSLATE_NOOP(
        "Sentence", "Wait until it is filled again, or have it raised; do not ask meanwhile."),
    Remedy::None,
    DashboardPage::Application};
constexpr Cause organizationsQuota{
    {},
    {},
    QT_TRANSLATE_NOOP(
        "Sentence",
        "The quota of tokens for this organization is used up (%1): all applications that get "
        "tokens for it take from it."),
    QT_TRANSLATE_NOOP(
        "Sentence", "Wait until it is filled again, or have it raised; do not ask meanwhile.")};

/// Whose limit a 429 tells of. The first three are the token endpoint's words, the next two the Management API's.
constexpr Cause limits[] = {
    {{},
     "quota"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The quota of tokens for this application or organization is used up (%1): each token "
         "request takes one, a script's as well."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Wait until it is filled again, or have it raised; do not ask meanwhile."),
     Remedy::None,
     DashboardPage::Application},
    {{},
     "rate limit exceeded"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence", "A custom rate limit policy of the tenant holds this application back (%1)."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Wait a moment, or have the policy for this application loosened."),
     Remedy::Retry,
     DashboardPage::Logs},
    {{},
     "x-ratelimit-limit"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant's limit of token requests is used up (%1): all its applications share it, "
         "sign-ins of users too."),
     QT_TRANSLATE_NOOP(
         "Sentence", "Try again in a minute; the tenant's logs show who asks so often."),
     Remedy::Retry,
     DashboardPage::Logs},
    {{},
     "global limit"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant asks us to wait for longer than we do (%1): its global limit of Management "
         "API requests, which all its applications share, is used up."),
     QT_TRANSLATE_NOOP("Sentence", "Try again later."),
     Remedy::Retry,
     DashboardPage::Logs},
    {{},
     "endpoint limit"_L1,
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant asks us to wait for longer than we do (%1): the limit of this one address of "
         "its Management API is used up."),
     QT_TRANSLATE_NOOP("Sentence", "Try again later."),
     Remedy::Retry,
     DashboardPage::Logs},
    {{},
     {},
     QT_TRANSLATE_NOOP(
         "Sentence",
         "The tenant asks us to wait for longer than we do (%1): a limit of requests is used up; "
         "it does not say which."),
     QT_TRANSLATE_NOOP("Sentence", "Try again later."),
     Remedy::Retry,
     DashboardPage::Logs},
};

/// nullptr: no quota is used up, or the words name another limit. A quota may be counted, but not enforced.
const Cause *quotaOf(const Base::Error &error)
{
    const bool isOtherLimit = std::any_of(
        std::begin(limits), std::end(limits), [&error](const Cause &limit) {
            return !limit.words.isEmpty() && limit.words != "quota"_L1 && says(error, limit.words);
        });
    if (isOtherLimit)
        return nullptr;
    if (error.detail.startsWith(Http::organizationQuota))
        return &organizationsQuota;
    return error.detail.startsWith(Http::applicationQuota) ? &applicationsQuota : nullptr;
}

} // namespace

Sentence describeRateLimit(const Base::Error &error, Doing doing)
{
    if (const Cause *quota = quotaOf(error))
        return *caused(std::span(quota, 1), error, doing);
    Sentence sentence = *caused(limits, error, doing); // the last fits any
    if (doing == Doing::LoadingApplications && sentence.remedy == Remedy::Retry)
        sentence.now = Text::tr("Go on later: what has arrived stays.");
    return sentence;
}

} // namespace Tenantscope::Session
