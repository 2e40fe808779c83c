// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/session/tokenformat.h"
#include "app/tenant/domain.h"

#include <QDateTime>
#include <QObject>
#include <QString>

#include <deque>
#include <optional>

namespace Tenantscope::Session {

/// Whose a copied token is, as it was when it was copied: the tenant may be renamed or removed, its tokens live on.
struct TokenOwner
{
    QString name;        ///< what its user calls the tenant
    QString environment; ///< its word, as shown; empty: none is known
    bool isProduction = false;
    Tenant::Domain domain;
    QString clientId;
    QString audience;
    std::optional<std::chrono::seconds> clockSkew{}; ///< ours minus the tenant's, as far as known

    bool operator==(const TokenOwner &) const = default;
};

/// One copy of a token that left the window. Never the token itself.
struct TokenCopy
{
    Base::Instant copiedAt;
    QDateTime copiedWall; ///< the same, in UTC
    TokenOwner owner;
    TokenFormat format = TokenFormat::Token;
    QString fingerprint;                 ///< as Base::Secret::fingerprint()
    std::optional<qsizetype> scopes;     ///< how many it has; nullopt: it does not tell
    std::optional<Base::Instant> diesAt; ///< nullopt: it does not tell

    [[nodiscard]] bool isAlive(Base::Instant now) const { return !diesAt || *diesAt > now; }

    bool operator==(const TokenCopy &) const = default;
};

/// Who may still use a token that was copied here: Auth0 cannot revoke one, so each is listed until well after it died.
///
/// In memory only, and nothing but fingerprints. Bounded: the dead go after a day or, when there are too many, first;
/// then all but the last copy of one token; then the oldest.
class TokenLedger final : public QObject
{
    Q_OBJECT

public:
    static constexpr int largestSize = 500;
    static constexpr std::chrono::hours deadStay{24};

    /// \a clock must outlive the ledger.
    explicit TokenLedger(Base::Clock &clock, QObject *parent = nullptr);

    /// \a token was copied now, as \a format.
    void record(const TokenOwner &owner, const OAuth::AccessToken &token, TokenFormat format);

    [[nodiscard]] int size() const { return int(m_copies.size()); }
    [[nodiscard]] const TokenCopy &at(int index) const { return m_copies[size_t(index)]; }

    /// The tokens that still work, each counted once however often it was copied.
    struct Alive
    {
        int tokens = 0;
        std::optional<Base::Instant>
            last;                  ///< when the last of those that tell dies; nullopt: none tells
        bool isEndUnknown = false; ///< one of them does not tell

        bool operator==(const Alive &) const = default;
    };
    [[nodiscard]] Alive alive() const;                        ///< of all tenants
    [[nodiscard]] Alive aliveOf(const QString &domain) const; ///< as Domain::text()
    /// When the next one dies, by which the above change; nullopt: none is known to.
    [[nodiscard]] std::optional<Base::Instant> nextDeath() const;

Q_SIGNALS:
    void recorded(); ///< one, at the end
    void aboutToBeRemoved(int index);
    void removed();

private:
    [[nodiscard]] Alive aliveAmong(const std::optional<QString> &domain) const;
    void makeRoom();
    [[nodiscard]] size_t mostDispensable() const;
    void dropTheLongDead();
    void remove(size_t index);

    Base::Clock &m_clock;
    std::deque<TokenCopy> m_copies; ///< the oldest first
    Base::Wake m_wake;              ///< for the next that has been dead for long enough
};

} // namespace Tenantscope::Session
