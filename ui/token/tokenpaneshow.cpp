// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/dashboard.h"
#include "app/session/tenantsession.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/banner.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/ticker.h"
#include "ui/shared/tickinglabel.h"
#include "ui/shared/timetext.h"
#include "ui/token/lifering.h"
#include "ui/token/scoperow.h"
#include "ui/token/tokencopier.h"
#include "ui/token/tokenpane.h"
#include "ui/token/tokentext.h"
#include "ui/token/tokenwords.h"

#include <QAction>
#include <QApplication>
#include <QLocale>
#include <QPushButton>

// How the card shows the session's token.
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

void TokenPane::showToken()
{
    const OAuth::AccessToken *token = OAuth::tokenOf(m_session.tokenState());
    for (QWidget *part :
         {static_cast<QWidget *>(m_tokenCaption), static_cast<QWidget *>(m_scopesCaption),
          static_cast<QWidget *>(m_expiryCaption), static_cast<QWidget *>(m_expiry),
          static_cast<QWidget *>(m_token), static_cast<QWidget *>(m_scopes)})
        part->setVisible(token);
    setPrimary(m_renew, !token); // what is to be done first
    if (!token) {
        if (m_token->isRevealed())
            m_actions.reveal->setChecked(false);
        m_token->clear();
        m_scopes->clear();
        return;
    }
    m_token->show(token->value);
    if (m_token->isRevealed())
        m_token->reveal(token->value);
    m_scopes->show(token->scopes);
    m_scopesCaption->setText(
        token->scopes.isKnown()
            ? tr("Scopes %1").arg(QLocale().toString(token->scopes.names().size()))
            : tr("Scopes"));
}

void TokenPane::showCopy()
{
    m_copyText->setText(m_copier->text());
    m_copyText->setVisible(!m_copier->text().isEmpty());
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
        showWaiting(words);
    }
    const bool otherIcon = m_stateIcon != words.icon || m_ring->look().tone != words.tone;
    m_stateIcon = words.icon;
    m_state->setTexts(words.state, words.ticking);
    m_state->setTone(words.tone);
    m_expiry->setText(words.expiry);
    m_ring->show({words.ringText, words.ringSubtext, words.ringPart, words.tone});
    if (otherIcon)
        paintStateIcon();
    showNotes(words.notes);
    showCopy();
    speakAtMilestones(words);

    const QString trouble = words.trouble
        ? words.trouble->sentence.line() + words.trouble->details.join(u'\n')
        : QString();
    if (trouble != m_troubleTold) {
        m_troubleTold = trouble;
        if (words.trouble)
            m_banner->show(
                words.trouble->kind, words.trouble->sentence, words.trouble->details,
                Session::dashboardLink(words.trouble->sentence, m_session));
        else
            m_banner->dismiss();
    }
    return words.nextChange;
}

void TokenPane::paintStateIcon()
{
    if (m_stateIcon.isEmpty())
        return;
    const QPalette palette = QApplication::palette();
    const QColor color = toneColor(m_ring->look().tone, palette, colorsOf(palette).secondary);
    m_icon->setPixmap(
        iconPixmap(m_stateIcon, QSizeF(iconSize, iconSize), devicePixelRatioF(), color));
}

void TokenPane::showWaiting(TokenWords &words) const
{
    words.state = m_waitingText;
    words.icon = u"hourglass"_s;
    if (!m_waitingSince)
        return;
    const Base::Instant now = m_session.clock().now();
    const auto waited = std::chrono::floor<std::chrono::seconds>(now - *m_waitingSince);
    if (waited >= 1s)
        words.ticking = tr("%1 %2").arg(m_waitingText, durationText(waited));
    words.nextChange = *m_waitingSince + waited + 1s;
}

void TokenPane::paintMark()
{
    if (m_isProduction)
        m_production->setPixmap(iconPixmap(
            u"triangle-alert"_s, QSizeF(iconSize, iconSize), devicePixelRatioF(),
            colorsOf(QApplication::palette()).error));
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
        .domain = m_session.isSignedIn() ? m_session.domain().text() : m_waitingDomain,
        .now = m_session.clock().now(),
        .wall = correctedWall(m_session.clock().wallNow(), skew),
        .offline = m_offline && !m_session.domain().isLoopback(),
        .clockSkew = skew,
    };
}

} // namespace Tenantscope::Ui
