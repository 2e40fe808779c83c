// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokenpane.h"

#include "app/session/tenantsession.h"
#include "ui/settings/settingskeeper.h"
#include "ui/shared/badge.h"
#include "ui/shared/banner.h"
#include "ui/shared/colors.h"
#include "ui/shared/ticker.h"
#include "ui/shared/tickinglabel.h"
#include "ui/token/ledgerline.h"
#include "ui/token/lifering.h"
#include "ui/token/scoperow.h"
#include "ui/token/tokencopier.h"
#include "ui/token/tokentext.h"
#include "ui/token/tokenwords.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyle>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int iconSize = 16;
constexpr int stripeWidth = 4;

} // namespace

TokenPane::TokenPane(
    Session::TenantSession &session, const Shared &shared, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_settings(shared.settings)
    , m_copier(new TokenCopier(session, shared.clipboard, shared.settings, this))
{
    createParts(shared.ledger);
    layOut();
    connectParts();
    m_ticker = new Ticker(m_session.clock(), this, [this] { return showWords(); });
    followState();
}

TokenPane::~TokenPane() = default;

void TokenPane::createParts(const Session::TokenLedger &ledger)
{
    m_ring = new LifeRing(this);
    m_domain = new PlainLabel(PlainLabel::Style::Title, this);
    m_domain->setElideMode(Qt::ElideMiddle);
    m_mark = new Badge({}, this);
    m_mark->setOwnWords(true);
    m_mark->hide();
    m_production = new PlainLabel(PlainLabel::Style::Base, this);
    m_production->setFixedSize(iconSize, iconSize);
    m_production->hide();
    m_icon = new PlainLabel(PlainLabel::Style::Base, this);
    m_icon->setFixedSize(iconSize, iconSize);
    m_state = new TickingLabel(PlainLabel::Style::Base, this);
    m_state->setElideMode(Qt::ElideRight);
    m_copyText = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_copyText->setElideMode(Qt::ElideRight);
    m_copyAnyway = new QPushButton(this);
    m_copyAnyway->setAutoDefault(false);
    m_copyAnyway->hide();
    m_sessionOnly = new QPushButton(tr("Use a secret for this session only"), this);
    m_sessionOnly->setAutoDefault(false);
    m_sessionOnly->hide();
    for (PlainLabel **caption : {&m_expiryCaption, &m_tokenCaption, &m_scopesCaption})
        *caption = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_expiryCaption->setText(tr("Expires"));
    m_tokenCaption->setText(tr("Token"));
    m_expiry = new PlainLabel(PlainLabel::Style::Base, this);
    m_expiry->setElideMode(Qt::ElideRight);
    m_token = new TokenText(this);
    m_scopes = new ScopeRow(this);
    m_ledger = new LedgerLine(ledger, m_session.clock(), this);
    m_notes = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_notes->setWordWrap(true);
    m_banner = new Banner(this);
}

void TokenPane::connectParts()
{
    connect(&m_session, &Session::TenantSession::tokenStateChanged, this, &TokenPane::followState);
    connect(&m_session, &Session::TenantSession::signedInChanged, this, &TokenPane::followState);
    connect(&m_session.http(), &Http::Client::clockSkewChanged, this, [this] {
        m_ticker->update();
        followTenant();
    });
    connect(m_copier, &TokenCopier::changed, this, &TokenPane::showCopy);
    connect(m_copier, &TokenCopier::copied, this, &TokenPane::tokenCopied);
    connect(m_ledger, &LedgerLine::showRequested, this, &TokenPane::ledgerRequested);
    connect(m_sessionOnly, &QPushButton::clicked, this, &TokenPane::sessionSecretRequested);
    connect(m_copyAnyway, &QPushButton::clicked, m_copier, &TokenCopier::copyAnyway);
    connect(m_actions.reveal, &QAction::toggled, this, [this](bool revealed) {
        if (isVisible() || !revealed) // the action is other tenants' panes', too
            setRevealed(revealed);
    });
    connect(m_banner, &Banner::remedyChosen, this, &TokenPane::remedyChosen);
}

void TokenPane::setMark(const QString &word, Mark mark, ProductionConsent *consent)
{
    m_isProduction = mark == Mark::Production;
    m_mark->setText(word);
    m_mark->setVisible(!word.isEmpty());
    m_mark->setStrong(mark != Mark::Plain);
    m_production->setVisible(m_isProduction);
    m_copier->setConsent(m_isProduction ? consent : nullptr);
    paintMark();
    update();
}

void TokenPane::setOffline(bool offline)
{
    m_offline = offline;
    m_ticker->update();
}

void TokenPane::setSessionOffered(bool isOffered)
{
    m_sessionOnly->setVisible(isOffered);
}

void TokenPane::setWaiting(
    const QString &text, const QString &domain, std::optional<Base::Instant> since)
{
    m_waitingText = text;
    m_waitingDomain = domain;
    m_waitingSince = since;
    followState();
}

void TokenPane::copyToken(Session::CopyFormat format)
{
    m_copier->copy(format);
    if (m_copier->isAsking())
        m_copyAnyway->setFocus(Qt::ShortcutFocusReason);
}

void TokenPane::openCopyMenu()
{
    if (auto *menu = m_actions.copyAs->menu<QMenu *>())
        menu->popup(m_copyAs->mapToGlobal(m_copyAs->rect().bottomLeft()));
}

void TokenPane::leave()
{
    m_copier->leave();
}

void TokenPane::focusFirst()
{
    const QList<QPushButton *> buttons = findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->isVisible() && button->isEnabled() && button->focusPolicy() != Qt::NoFocus)
            return button->setFocus(Qt::ShortcutFocusReason);
    }
}

QString TokenPane::stateText() const
{
    return m_state->text();
}

bool TokenPane::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        m_actions.reveal->setChecked(false);
    return QWidget::event(event);
}

void TokenPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange) {
        paintStateIcon();
        paintMark();
    } else if (event->type() == QEvent::FontChange) {
        turn();
    }
    QWidget::changeEvent(event);
}

void TokenPane::paintEvent(QPaintEvent *event)
{
    QWidget::paintEvent(event);
    if (!m_isProduction)
        return;
    QPainter painter(this);
    const QRect stripe(0, 0, stripeWidth, height());
    painter.fillRect(
        QStyle::visualRect(layoutDirection(), rect(), stripe), colorsOf(palette()).error);
}

void TokenPane::followState()
{
    followTenant();
    m_spokenFor.clear();
    showToken();
    showWords();
    m_ticker->update();
}

void TokenPane::followTenant()
{
    const QString domain = m_session.isSignedIn() ? m_session.domain().text() : m_waitingDomain;
    m_domain->setText(domain.isEmpty() ? tr("No tenant") : domain);
    m_ledger->setTenant(domain, m_session.http().clockSkew());
}

void TokenPane::setRevealed(bool revealed)
{
    const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    if (!revealed || !token) {
        m_hiding.cancel();
        m_token->hideAgain();
        m_actions.reveal->setChecked(false);
        return;
    }
    m_token->reveal(token->value);
    m_hiding = m_session.clock().wakeAfter(
        m_settings.current().revealStay, [this] { m_actions.reveal->setChecked(false); });
}

} // namespace Tenantscope::Ui
