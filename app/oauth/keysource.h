// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/http/policy.h"
#include "app/jwt/keyset.h"
#include "app/tenant/domain.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace Tenantscope::Http {
class Call;
class Client;
} // namespace Tenantscope::Http

namespace Tenantscope::OAuth {

/// Knows the keys a tenant signs with: its JWKS, fetched when asked for and kept for five minutes at most (TOK-4).
///
/// It is a public document: the request carries no credential.
class KeySource final : public QObject
{
    Q_OBJECT

public:
    /// \a client and \a clock must outlive it.
    KeySource(
        Http::Client &client, Base::Clock &clock, Tenant::Domain domain, QObject *parent = nullptr);
    ~KeySource() override; ///< a fetch under way is cancelled, and nobody is told

    void setPolicy(const Http::Policy &policy); ///< tests pass short ones

    /// The set is the source's own and only there until the receiver returns.
    using Receiver = std::function<void(const Base::Result<const Jwt::KeySet *> &)>;
    /// Brings \a receiver the tenant's keys: those kept, unless they are too old or lack \a keyId, for which they are
    /// fetched anew once in their time. One fetch serves all who wait. Called once, never from within this function, not
    /// after \a context or the source is gone. The error is the fetch's own, or Malformed with a KeySetRule.
    void ask(std::optional<QString> keyId, QObject *context, Receiver receiver);

private:
    struct Waiter
    {
        std::optional<QString> keyId;
        QPointer<QObject> context;
        Receiver receiver;
    };

    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] bool answers(const Waiter &waiter) const;
    void settle();
    void fetch();
    void finishFetch();
    void tell(const std::vector<Waiter> &waiters, const Base::Result<const Jwt::KeySet *> &answer);

    Http::Client &m_client;
    Base::Clock &m_clock;
    Tenant::Domain m_domain;
    Http::Policy m_policy;
    std::optional<Jwt::KeySet> m_keys;
    Base::Instant m_keptUntil{};
    bool m_isRefreshed = false; ///< the keys kept were fetched for a name their forerunners lacked
    QPointer<Http::Call> m_call;
    std::vector<Waiter> m_waiters;
};

} // namespace Tenantscope::OAuth
