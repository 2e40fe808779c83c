// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokenpane.h"

#include "app/session/tenantsession.h"
#include "ui/shared/badge.h"
#include "ui/shared/banner.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/ticker.h"
#include "ui/shared/tickinglabel.h"
#include "ui/shared/timetext.h"
#include "ui/token/lifering.h"
#include "ui/token/scoperow.h"
#include "ui/token/tokencopier.h"
#include "ui/token/tokentext.h"
#include "ui/token/tokenwords.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QLocale>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int iconSize = 16;

/// The milestone that \a remaining has passed last: readers of the screen are told at these, not each second.
int milestone(std::optional<std::chrono::nanoseconds> remaining)
{
    int passed = 0;
    for (const std::chrono::minutes mark : {60min, 15min, 5min, 1min}) {
        if (remaining && *remaining <= mark)
            ++passed;
    }
    return passed;
}

} // namespace

TokenPane::TokenPane(
    Session::TenantSession &session, SecretClipboard &clipboard, const Actions &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_actions(actions)
    , m_copier(new TokenCopier(session, clipboard, this))
{
    createParts();
    layOut();
    connectParts();
    m_ticker = new Ticker(m_session.clock(), this, [this] { return showWords(); });
    followState();
}

TokenPane::~TokenPane() = default;

void TokenPane::createParts()
{
    m_ring = new LifeRing(this);
    m_domain = new PlainLabel(PlainLabel::Style::Title, this);
    m_domain->setElideMode(Qt::ElideMiddle);
    m_demo = new Badge(tr("DEMO"), this);
    m_demo->setStrong(true);
    m_demo->hide();
    m_icon = new PlainLabel(PlainLabel::Style::Base, this);
    m_icon->setFixedSize(iconSize, iconSize);
    m_state = new TickingLabel(PlainLabel::Style::Base, this);
    m_state->setElideMode(Qt::ElideRight);
    m_copyText = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_copyAnyway = new QPushButton(this);
    m_copyAnyway->setAutoDefault(false);
    m_copyAnyway->hide();
    for (PlainLabel **caption : {&m_expiryCaption, &m_tokenCaption, &m_scopesCaption})
        *caption = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_expiryCaption->setText(tr("Expires"));
    m_tokenCaption->setText(tr("Token"));
    m_expiry = new PlainLabel(PlainLabel::Style::Base, this);
    m_expiry->setElideMode(Qt::ElideRight);
    m_token = new TokenText(this);
    m_scopes = new ScopeRow(this);
    m_notes = new PlainLabel(PlainLabel::Style::Secondary, this);
    m_notes->setWordWrap(true);
    m_banner = new Banner(this);
}

void TokenPane::connectParts()
{
    connect(&m_session, &Session::TenantSession::tokenStateChanged, this, &TokenPane::followState);
    connect(&m_session, &Session::TenantSession::signedInChanged, this, &TokenPane::followState);
    connect(&m_session.http(), &Http::Client::clockSkewChanged, this, [this] { m_ticker->update(); });
    connect(m_copier, &TokenCopier::changed, this, &TokenPane::showCopy);
    connect(m_copyAnyway, &QPushButton::clicked, m_copier, &TokenCopier::copyAnyway);
    connect(m_actions.reveal, &QAction::toggled, this, &TokenPane::setRevealed);
    connect(m_banner, &Banner::remedyChosen, this, &TokenPane::remedyChosen);
}

void TokenPane::setDemo(bool demo)
{
    m_demo->setVisible(demo);
}

void TokenPane::setOffline(bool offline)
{
    m_offline = offline;
    m_ticker->update();
}

void TokenPane::setWaitingText(const QString &text)
{
    m_waitingText = text;
    followState();
}

void TokenPane::copyToken()
{
    m_copier->copy();
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
    if (event->type() == QEvent::PaletteChange)
        paintStateIcon();
    QWidget::changeEvent(event);
}

void TokenPane::followState()
{
    const QString domain = m_session.domain().text();
    m_domain->setText(domain.isEmpty() ? tr("No tenant") : domain);
    m_spokenFor.clear();
    showToken();
    showWords();
    m_ticker->update();
}

void TokenPane::showToken()
{
    const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    for (QWidget *part : {static_cast<QWidget *>(m_tokenCaption), static_cast<QWidget *>(m_scopesCaption),
                          static_cast<QWidget *>(m_expiryCaption), static_cast<QWidget *>(m_expiry),
                          static_cast<QWidget *>(m_token), static_cast<QWidget *>(m_scopes)})
        part->setVisible(token);
    if (!token) {
        m_actions.reveal->setChecked(false);
        m_token->clear();
        m_scopes->clear();
        return;
    }
    m_token->show(token->value);
    if (m_token->isRevealed())
        m_token->reveal(token->value);
    m_scopes->show(token->scopes);
    m_scopesCaption->setText(token->scopes.isKnown()
                                 ? tr("Scopes %1").arg(QLocale().toString(token->scopes.names().size()))
                                 : tr("Scopes"));
}

void TokenPane::showCopy()
{
    m_copyText->setText(m_copier->text());
    const QString anyway = m_copier->anywayText();
    m_copyAnyway->setText(anyway);
    m_copyAnyway->setVisible(!anyway.isEmpty());
}

void TokenPane::showNotes(const QStringList &notes)
{
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
}

std::optional<Base::Instant> TokenPane::showWords()
{
    TokenWords words = tokenWords(m_session.tokenState(), scene());
    if (!m_waitingText.isEmpty() && !m_session.isSignedIn()) {
        words.state = m_waitingText;
        words.icon = u"hourglass"_s;
    }
    const bool otherIcon = m_stateIcon != words.icon || m_ring->look().tone != words.tone;
    m_stateIcon = words.icon;
    m_state->setTexts(words.state, words.ticking);
    m_state->setTone(words.tone);
    setPlainToolTip(m_state, m_state->paintedText());
    m_expiry->setText(words.expiry);
    m_ring->show({words.ringText, words.ringSubtext, words.ringPart, words.tone});
    if (otherIcon)
        paintStateIcon();
    showNotes(words.notes);
    showCopy();
    speakAtMilestones(words);

    const QString trouble = words.trouble ? words.trouble->sentence.line() + words.trouble->details.join(u'\n')
                                          : QString();
    if (trouble != m_troubleTold) {
        m_troubleTold = trouble;
        if (words.trouble)
            m_banner->show(words.trouble->kind, words.trouble->sentence, words.trouble->details);
        else
            m_banner->dismiss();
    }
    return words.nextChange;
}

void TokenPane::paintStateIcon()
{
    if (m_stateIcon.isEmpty())
        return;
    const Colors colors = colorsOf(QApplication::palette());
    QColor color = colors.secondary;
    switch (m_ring->look().tone) {
    case PlainLabel::Tone::Plain:
        break;
    case PlainLabel::Tone::Ok:
        color = colors.ok;
        break;
    case PlainLabel::Tone::Caution:
        color = colors.caution;
        break;
    case PlainLabel::Tone::Error:
        color = colors.error;
        break;
    }
    m_icon->setPixmap(iconPixmap(m_stateIcon, QSizeF(iconSize, iconSize), devicePixelRatioF(), color));
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
    m_hiding = m_session.clock().wakeAfter(revealStay, [this] { m_actions.reveal->setChecked(false); });
}

void TokenPane::speakAtMilestones(const TokenWords &words)
{
    const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    const auto remaining = token ? token->remaining(m_session.clock().now()) : std::nullopt;
    const QString key = words.state + QString::number(milestone(remaining));
    if (key == m_spokenFor)
        return;
    m_spokenFor = key;
    m_ring->speak(remaining ? countdownText(*remaining) : words.state);
}

TokenScene TokenPane::scene() const
{
    const auto skew = m_session.http().clockSkew();
    return {
        .domain = m_session.domain().text(),
        .now = m_session.clock().now(),
        .wall = correctedWall(m_session.clock().wallNow(), skew),
        .offline = m_offline && !m_session.domain().isLoopback(),
        .clockSkew = skew,
    };
}

} // namespace Tenantscope::Ui
