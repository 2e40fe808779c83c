// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "ui/window/tokenalarm.h"

#include <QObject>

#include <optional>
#include <vector>

namespace Tenantscope::Session {
class KnownTenant;
class TenantBook;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

/// What there is to tell of one tenant's token.
struct TokenNotice
{
    const Session::KnownTenant *tenant = nullptr; ///< nullptr: not to be named, for all is locked
    TokenAlarm alarm = TokenAlarm::Expired;

    bool operator==(const TokenNotice &) const = default;
};

/// Decides what somebody who is not looking is told of the tokens of all tenants: each alarm once, and never one that is
/// less grave than the last.
class TokenNotices final : public QObject
{
    Q_OBJECT

public:
    /// \a book must outlive this. Nobody is looking at first.
    explicit TokenNotices(Session::TenantBook &book, QObject *parent = nullptr);

    /// Whether somebody is looking: what goes wrong meanwhile is seen where it is shown.
    void setAttended(bool isAttended);
    /// Before tokens are dropped. While locked no tenant is named, and only that a token expired is told.
    void setLocked(bool isLocked);

    /// The gravest that was told, is not over, and was not seen since; nullopt: none.
    [[nodiscard]] std::optional<TokenNotice> unseen() const;

Q_SIGNALS:
    void told(const Tenantscope::Ui::TokenNotice &notice);
    /// What was told last of \a tenant, or of nobody, is over.
    void ended(const Tenantscope::Session::KnownTenant *tenant);
    void unseenChanged();

private:
    /// What was made of one tenant's states.
    struct Watched
    {
        const Session::KnownTenant *tenant = nullptr; ///< nullptr: the one that is not named
        std::optional<TokenAlarm> gravest{};          ///< told or not
        bool isTold = false;
        bool isUnseen = false;
        bool hasLived = false; ///< there was a token, and its user asked for no other one since
    };

    void followBook();
    void follow(const Session::KnownTenant &tenant);
    void forget(const Session::KnownTenant *tenant);
    [[nodiscard]] Watched *find(const Session::KnownTenant *tenant);
    void look(const Session::KnownTenant *tenant);
    void lookAtAll();
    void tell(Watched &watched, TokenAlarm alarm);
    void end(Watched &watched);
    void armWake();

    Session::TenantBook &m_book;
    std::vector<Watched> m_watched;
    Watched m_nameless;
    Base::Wake m_wake;
    bool m_isAttended = false;
    bool m_isLocked = false;
};

} // namespace Tenantscope::Ui
