// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/plaintext.h"
#include "app/session/tokeninspection.h"

#include <QCoreApplication>

namespace Tenantscope::Session {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(TokenDifference)
};

QString quoted(const QString &text)
{
    return Text::tr("“%1”").arg(Base::plainLine(text, 200));
}

QString spanText(std::chrono::seconds span)
{
    const auto seconds = std::chrono::abs(span).count();
    constexpr long long hour = 3600;
    if (seconds < 120)
        return Text::tr("%1 s").arg(seconds);
    if (seconds < 2 * hour)
        return Text::tr("%1 min").arg(seconds / 60);
    return Text::tr("%1 h %2 min").arg(seconds / hour).arg(seconds % hour / 60);
}

QString expiryText(std::chrono::seconds by)
{
    return by.count() > 0
        ? Text::tr("exp is %1 later than expires_in told, which the countdown follows.")
              .arg(spanText(by))
        : Text::tr("exp is %1 earlier than expires_in told. The API may refuse the token from then "
                   "on.")
              .arg(spanText(by));
}

} // namespace

QString differenceText(const TokenDifference &difference)
{
    const QString said = quoted(difference.said);
    const QString expected = quoted(difference.expected);
    switch (difference.kind) {
    case TokenDifference::Kind::Issuer:
        return Text::tr("iss is %1, but the domain that was asked issues as %2.")
            .arg(said, expected);
    case TokenDifference::Kind::Audience:
        return Text::tr("aud is %1, but the token was asked for %2.").arg(said, expected);
    case TokenDifference::Kind::Party:
        return Text::tr("%1 is %2, but the application that asked is %3.")
            .arg(difference.claim, said, expected);
    case TokenDifference::Kind::Expiry:
        return expiryText(difference.by);
    case TokenDifference::Kind::Scope:
        return Text::tr("scope is %1, but the answer granted %2.").arg(said, expected);
    case TokenDifference::Kind::ClockSkew:
        return difference.by.count() > 0
            ? Text::tr("Your clock is %1 ahead of the tenant's; times here are corrected.")
                  .arg(spanText(difference.by))
            : Text::tr("Your clock is %1 behind the tenant's; times here are corrected.")
                  .arg(spanText(difference.by));
    case TokenDifference::Kind::IssuedLater:
        return Text::tr("iat is %1 ahead of the clock.").arg(spanText(difference.by));
    }
    Q_UNREACHABLE();
}

} // namespace Tenantscope::Session
