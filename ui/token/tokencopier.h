// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"

#include <QObject>
#include <QString>

#include <optional>

namespace Tenantscope::OAuth {
struct AccessToken;
}
namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class ProductionConsent;
class SecretClipboard;

/// Copies a token that will live long enough to be used: one about to expire is replaced first.
class TokenCopier final : public QObject
{
    Q_OBJECT

public:
    /// A copied token lives at least so long, or at least half of its whole life.
    static constexpr std::chrono::minutes leastLife{10};

    TokenCopier(
        Session::TenantSession &session, SecretClipboard &clipboard, QObject *parent = nullptr);

    /// Of production: the first copy waits until copyAnyway() gives \a consent. Null: nothing is asked.
    void setConsent(ProductionConsent *consent);

    void copy();
    /// Gives up what is asked for, and says nothing of what was: somebody looks at another tenant.
    void leave();
    /// After a copy that was held back: takes the token as it is.
    void copyAnyway();

    /// What became of the last copy: "Copied · valid until 14:32 (58 min)"; empty: nothing to tell.
    [[nodiscard]] QString text() const { return m_text; }
    /// The text of the button for copyAnyway(): "Copy anyway, 4 min left"; empty: not offered.
    [[nodiscard]] QString anywayText() const;
    [[nodiscard]] bool isAsking() const { return m_awaitsConsent; } ///< for consent

Q_SIGNALS:
    void changed();

private:
    void take(const OAuth::AccessToken &token);
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void holdBack(const QString &why);
    void tell(const QString &text);
    void followState();
    void followClipboard();

    Session::TenantSession &m_session;
    SecretClipboard &m_clipboard;
    QString m_text;
    QString m_heldBack; ///< fingerprint of the token that copyAnyway() would take
    ProductionConsent *m_consent = nullptr;
    bool m_awaitsConsent = false;
    bool m_asking = false;  ///< for a token
    bool m_copying = false; ///< the clipboard's change is of our own making
};

} // namespace Tenantscope::Ui
