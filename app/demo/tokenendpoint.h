// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/demo/exchange.h"
#include "app/demo/parameters.h"
#include "app/demo/tokenbucket.h"
#include "app/demo/tokenissuer.h"

#include <mutex>

namespace Tenantscope::Demo {

/// Answers `POST /oauth/token` as Auth0 does: the client credentials grant for one application and one
/// audience, and the refusals of the rest. Safe to use from several threads.
class TokenEndpoint final
{
public:
    /// \a issuer must outlive the endpoint; its terms name application and audience.
    TokenEndpoint(TokenIssuer &issuer, QByteArray clientSecret);

    [[nodiscard]] Answer answer(const Request &request, const Moment &moment);

private:
    [[nodiscard]] Answer grant(const Request &request, const Moment &moment);
    [[nodiscard]] std::optional<Answer> refusal(const Parameters &parameters) const;

    TokenIssuer &m_issuer;
    const QByteArray m_clientSecret;
    std::mutex m_mutex;
    TokenBucket m_bucket; // the Authentication API's own, guarded by m_mutex
};

} // namespace Tenantscope::Demo
