// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/error.h"
#include "app/base/secret.h"
#include "app/management/secretcomparison.h"
#include "app/session/emptiness.h"

#include <QObject>
#include <QPointer>
#include <QUrl>

#include <variant>

namespace Tenantscope::Management {
class ApiCall;
}

namespace Tenantscope::Session {
struct Sentence;
class TenantSession;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class SettingsKeeper;

/// What somebody wants with an application's client secret.
enum class SecretWish { Reveal, Compare };

/// Reads the secret of the chosen application when its user, told what that means, says so; has it only while it is
/// revealed.
class SecretFlow final : public QObject
{
    Q_OBJECT

public:
    struct Idle
    {
    };
    struct Announced ///< nothing has been sent
    {
        SecretWish wish;
    };
    struct Asking ///< one GET is under way
    {
        SecretWish wish;
    };
    struct Revealed
    {
        Base::Secret secret;
        std::chrono::seconds stay; ///< until it hides by itself, from when it came
    };
    struct Compared
    {
        Management::SecretComparison outcome;
    };
    struct Absent
    {
        Session::Emptiness why;
    };
    struct Failed
    {
        SecretWish wish;
        Base::Error error;
    };
    using State = std::variant<Idle, Announced, Asking, Revealed, Compared, Absent, Failed>;

    /// \a session and \a settings must outlive the flow.
    SecretFlow(
        Session::TenantSession &session, const SettingsKeeper &settings, QObject *parent = nullptr);
    ~SecretFlow() override;

    /// Whose secret it is; of another application ends what there is. Empty: of none.
    void setClientId(const QString &clientId);
    void announce(SecretWish wish);
    void read();                       ///< once Reveal is announced
    void compare(Base::Secret &&mine); ///< once announced; \a mine is kept until the answer
    void end();                        ///< forgets everything, at once
    /// Nobody looks at the window any more: ends what shows a secret or is about to.
    void conceal();

    [[nodiscard]] const State &state() const { return m_state; }
    /// What is going on; nullopt: nothing, or it has been told how it went.
    [[nodiscard]] std::optional<SecretWish> wish() const;
    /// Whether there is a secret, as the last read told; nullopt: it tells nothing.
    [[nodiscard]] std::optional<bool> hasSecret() const;
    /// Why there is no secret to be asked for, in words; empty: it may be tried.
    [[nodiscard]] QString whyNot() const;
    /// The same of any application of \a session.
    [[nodiscard]] static QString whyNone(const Session::TenantSession &session);
    /// Where in the Dashboard of the application's tenant \a sentence says it is mended; empty: nowhere.
    [[nodiscard]] QUrl dashboardLink(const Session::Sentence &sentence) const;

Q_SIGNALS:
    void changed();

private:
    void ask(SecretWish wish);
    void take(SecretWish wish);
    void show(Base::Secret &&secret);
    void setState(State &&state);

    Session::TenantSession &m_session;
    const SettingsKeeper &m_settings;
    QPointer<Management::ApiCall> m_call;
    QString m_clientId;
    Base::Secret m_mine; ///< to be compared, while Asking
    State m_state;
    Base::Wake m_hiding;
};

} // namespace Tenantscope::Ui
