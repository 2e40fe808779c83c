// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/instant.h"
#include "app/base/result.h"
#include "app/session/tokenformat.h"

#include <QObject>
#include <QString>

#include <optional>
#include <variant>

namespace Tenantscope::OAuth {
struct AccessToken;
}
namespace Tenantscope::Session {
class TenantSession;
}

namespace Tenantscope::Ui {

class ProductionConsent;
class SecretClipboard;
class SettingsKeeper;

/// Copies a token that will live long enough to be used, in any shape: one about to expire is replaced first.
///
/// How long is Settings::leastLife, or half of the token's whole life where that is less.
class TokenCopier final : public QObject
{
    Q_OBJECT

public:
    TokenCopier(
        Session::TenantSession &session, SecretClipboard &clipboard, const SettingsKeeper &settings,
        QObject *parent = nullptr);

    /// Of production: the first copy waits until copyAnyway() gives \a consent. Null: nothing is asked.
    void setConsent(ProductionConsent *consent);

    /// Copies the token as \a format, or a command that holds none. While a longer-lived token is awaited, the last
    /// wish counts. A shell command with the token in it waits, the first time, for copyAnyway(): shells remember.
    void copy(Session::CopyFormat format = Session::TokenFormat::Token);
    /// Gives up what is asked for, and says nothing of what was: somebody looks at another tenant.
    void leave();
    /// After a copy that was held back: takes the token as it is.
    void copyAnyway();

    /// What became of the last copy: "Copied · valid until 14:32 (58 min)"; empty: nothing to tell.
    [[nodiscard]] QString text() const { return m_text; }
    /// The text of the button for copyAnyway(): "Copy anyway, 4 min left"; empty: not offered.
    [[nodiscard]] QString anywayText() const;
    /// For consent, before anything is copied.
    [[nodiscard]] bool isAsking() const { return std::holds_alternative<Asking>(m_state); }

Q_SIGNALS:
    void changed();
    /// \a token has just been put on the clipboard as \a format.
    void copied(
        const Tenantscope::OAuth::AccessToken &token, Tenantscope::Session::TokenFormat format);

private:
    enum class Question { Production, ShellHistory };
    struct Idle
    {
    };
    struct Asking ///< for consent
    {
        Question question;
    };
    struct Getting ///< a token that lives longer
    {
    };
    struct HeldBack
    {
        QString fingerprint; ///< of the token that copyAnyway() would take
    };

    void go();
    [[nodiscard]] std::optional<Question> openQuestion() const;
    void ask(Question question);
    void answer(Question question);
    [[nodiscard]] std::chrono::nanoseconds wantedLife(const OAuth::AccessToken &token) const;
    void take(const OAuth::AccessToken &token);
    [[nodiscard]] QString takenText(const OAuth::AccessToken &token) const;
    void copyCommand(Session::CommandFormat format);
    void receive(const Base::Result<OAuth::AccessToken> &token);
    void holdBack(const QString &why);
    void tell(const QString &text);
    void followState();
    void followClipboard();
    void followSystemClipboard();

    Session::TenantSession &m_session;
    SecretClipboard &m_clipboard;
    const SettingsKeeper &m_settings;
    ProductionConsent *m_consent = nullptr;
    bool m_mayEnterHistory = false; ///< somebody said so, in this run
    std::variant<Idle, Asking, Getting, HeldBack> m_state;
    Session::TokenFormat m_format = Session::TokenFormat::Token; ///< of the copy under way
    QString m_command; ///< as it was copied, while it is what was copied last
    QString m_text;
    bool m_isCopying = false; ///< the clipboard's change is of our own making
};

} // namespace Tenantscope::Ui
