// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/session/sentence.h"
#include "app/session/tokenformat.h"

#include <QWidget>

#include <chrono>
#include <optional>

QT_BEGIN_NAMESPACE
class QAction;
class QBoxLayout;
class QGridLayout;
class QLayout;
class QPushButton;
QT_END_NAMESPACE

namespace Tenantscope::OAuth {
struct AccessToken;
}
namespace Tenantscope::Session {
class TenantSession;
class TokenLedger;
} // namespace Tenantscope::Session

namespace Tenantscope::Ui {

class Badge;
class Banner;
class LedgerLine;
class LifeRing;
class PlainLabel;
class ProductionConsent;
class ScopeRow;
class SecretClipboard;
class SettingsKeeper;
class Ticker;
class TickingLabel;
class TokenCopier;
class TokenText;
struct TokenScene;
struct TokenWords;

/// The card of one tenant's token: its state, life, scopes, and how to take it along.
class TokenPane final : public QWidget
{
    Q_OBJECT

public:
    /// The actions that the window owns and this pane's buttons trigger.
    struct Actions
    {
        QAction *renew = nullptr; ///< Get token, Get new token
        QAction *copy = nullptr;
        QAction *copyAs = nullptr;  ///< its menu holds the shapes to copy the token in
        QAction *inspect = nullptr; ///< null, as the next may be: there is no such button
        QAction *scopes = nullptr;
        QAction *reveal = nullptr; ///< checkable; unchecked by the pane when the token hides itself
        QAction *cancel = nullptr; ///< enabled while a request is under way
    };

    /// What all panes of a window share; must outlive them.
    struct Shared
    {
        SecretClipboard &clipboard;
        const SettingsKeeper &settings;
        const Session::TokenLedger &ledger;
    };

    TokenPane(
        Session::TenantSession &session, const Shared &shared, const Actions &actions,
        QWidget *parent = nullptr);
    ~TokenPane() override;

    /// How much a tenant's environment must be noticed.
    enum class Mark { Plain, Strong, Production };
    /// Shows \a word as a badge. A token of production is copied only once \a consent is given.
    void setMark(const QString &word, Mark mark, ProductionConsent *consent = nullptr);
    void setOffline(bool offline);
    /// What stands in the card while there is no session yet, such as "Starting the demo tenant…" (empty: that there is no
    /// token), and whose it will be, where that is known. With \a since it is told for how long.
    void setWaiting(
        const QString &text, const QString &domain = {},
        std::optional<Base::Instant> since = std::nullopt);
    /// Whether the wait is one that a secret typed for this session would end.
    void setSessionOffered(bool isOffered);

    void copyToken(Session::CopyFormat format = Session::TokenFormat::Token);
    void openCopyMenu();                     ///< below its button
    void leave();                            ///< as TokenCopier::leave()
    void focusFirst();                       ///< focus to the first of its buttons that can take it
    [[nodiscard]] QString stateText() const; ///< as readers of the screen get it

Q_SIGNALS:
    /// A remedy chosen in the banner that is not this pane's to carry out.
    void remedyChosen(Tenantscope::Session::Remedy remedy);
    void sessionSecretRequested();
    void ledgerRequested(); ///< the copied tokens are to be listed
    /// \a token has just been copied as \a format.
    void tokenCopied(
        const Tenantscope::OAuth::AccessToken &token, Tenantscope::Session::TokenFormat format);

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void createParts(const Session::TokenLedger &ledger);
    void connectParts();
    [[nodiscard]] QLayout *titleRow();
    [[nodiscard]] QLayout *buttons();
    [[nodiscard]] QLayout *stateRow();
    [[nodiscard]] QLayout *facts();
    void layOut();
    void turn(); ///< as its width asks for
    void addFact(QGridLayout &grid, int row, PlainLabel *caption, QWidget *fact);
    void addLink(QGridLayout &grid, int row, QAction *action);

    void followState();
    void followTenant();
    void showToken();
    void showCopy();
    void showNotes(const QStringList &notes);
    std::optional<Base::Instant> showWords();
    void paintStateIcon();
    void paintMark();
    void showWaiting(TokenWords &words) const;
    void setRevealed(bool revealed);
    void speakAtMilestones(const TokenWords &words);
    [[nodiscard]] TokenScene scene() const;

    Session::TenantSession &m_session;
    Actions m_actions;
    const SettingsKeeper &m_settings;
    TokenCopier *m_copier;
    bool m_offline = false;
    QString m_waitingText;
    QString m_waitingDomain;
    std::optional<Base::Instant> m_waitingSince;
    QString m_stateIcon;
    QString m_troubleTold; ///< so that the banner is not shown anew at each tick
    QString m_spokenFor;   ///< milestone last told to readers of the screen
    Base::Wake m_hiding;

    QBoxLayout *m_titleRow = nullptr;
    QBoxLayout *m_stateRow = nullptr;
    LifeRing *m_ring;
    PlainLabel *m_domain;
    Badge *m_mark;
    PlainLabel *m_production; ///< a triangle
    bool m_isProduction = false;
    PlainLabel *m_icon;
    TickingLabel *m_state;
    PlainLabel *m_copyText;
    QPushButton *m_renew = nullptr;
    QPushButton *m_copyAs = nullptr;
    QPushButton *m_copyAnyway;
    QPushButton *m_sessionOnly;
    PlainLabel *m_expiryCaption;
    PlainLabel *m_expiry;
    PlainLabel *m_tokenCaption;
    TokenText *m_token;
    PlainLabel *m_scopesCaption;
    ScopeRow *m_scopes;
    LedgerLine *m_ledger;
    PlainLabel *m_notes;
    Banner *m_banner;
    Ticker *m_ticker;
};

} // namespace Tenantscope::Ui
