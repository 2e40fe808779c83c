// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/session/tokenledger.h"

#include "tests/support/manualclock.h"

namespace Tenantscope::Test {

inline Session::TokenOwner ledgerOwner(
    const QString &name = QStringLiteral("Contoso"),
    const QString &domain = QStringLiteral("contoso.eu.auth0.com"))
{
    return {
        .name = name,
        .environment = QStringLiteral("STAGING"),
        .domain = Tenant::Domain::parse(domain)->domain,
        .clientId = QStringLiteral("machine"),
        .audience = QStringLiteral("https://contoso.eu.auth0.com/api/v2/")};
}

/// A ledger beside its clock.
struct Copies
{
    /// Copies the token \a value as a header, which lives for \a life from now; nullopt: it does not tell.
    void add(
        const QByteArray &value,
        std::optional<std::chrono::nanoseconds> life = std::chrono::hours(1),
        const Session::TokenOwner &owner = ledgerOwner())
    {
        OAuth::AccessToken token;
        token.value = Base::Secret(value);
        if (life)
            token.expiresAt = clock.now() + *life;
        token.scopes = OAuth::ScopeSet::fromText(u"read:clients read:connections");
        ledger.record(owner, token, Session::TokenFormat::Header);
    }

    ManualClock clock;
    Session::TokenLedger ledger{clock};
};

} // namespace Tenantscope::Test
