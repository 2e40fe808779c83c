// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/secretpanel.h"

#include "ui/applications/detailsfeed.h"
#include "ui/applications/secretfield.h"
#include "ui/applications/secretwords.h"
#include "ui/shared/badge.h"
#include "ui/shared/banner.h"
#include "ui/shared/line.h"
#include "ui/shared/presentation.h"
#include "ui/shared/secretbox.h"
#include "ui/shared/secretclipboard.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int boxLines = 3;

} // namespace

SecretPanel::SecretPanel(SecretFlow &flow, SecretClipboard &clipboard, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_clipboard(clipboard)
{
    createParts();
    layOut();
    connectParts();
    hide();
}

void SecretPanel::createParts()
{
    m_banner = new Banner(this);
    m_production = new Badge(tr("PRODUCTION"), this);
    m_production->setOwnWords(true);
    m_production->setStrong(true);
    m_words = new PlainLabel(PlainLabel::Style::Base, this);
    m_words->setOwnWords(true);
    m_words->setWordWrap(true);
    m_fieldLabel = new PlainLabel(tr("Secret to compare"), PlainLabel::Style::Secondary, this);
    m_field = new SecretField(tr("Secret to compare"), this);
    m_fieldLabel->setBuddy(m_field);
    m_box = new SecretBox(tr("Secret of this application"), boxLines, this);
    m_go = new QPushButton(this);
    m_close = new QPushButton(this);
    for (QPushButton *button : {m_go, m_close})
        button->setAutoDefault(false);
}

void SecretPanel::layOut()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_go);
    buttons->addWidget(m_close);
    buttons->addStretch();
    auto *content = new QVBoxLayout;
    content->setContentsMargins(16, 8, 16, 8);
    content->setSpacing(8);
    content->addWidget(m_production, 0, Qt::AlignLeft);
    content->addWidget(m_words);
    content->addWidget(m_box);
    content->addWidget(m_fieldLabel);
    content->addWidget(m_field);
    content->addLayout(buttons);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_banner);
    layout->addLayout(content);
    layout->addWidget(new Line(Qt::Horizontal, this));
}

void SecretPanel::connectParts()
{
    connect(&m_flow, &SecretFlow::changed, this, &SecretPanel::follow);
    connect(m_go, &QPushButton::clicked, this, &SecretPanel::go);
    connect(m_field, &QLineEdit::returnPressed, this, &SecretPanel::compare);
    connect(m_field, &QLineEdit::textChanged, this, &SecretPanel::showButtons);
    connect(m_close, &QPushButton::clicked, &m_flow, &SecretFlow::end);
    connect(m_banner, &Banner::remedyChosen, this, &SecretPanel::carryOut);
}

bool SecretPanel::event(QEvent *event)
{
    if (event->type() == QEvent::WindowDeactivate)
        m_flow.conceal();
    else if (event->type() == Presentation::changeEvent && !mayReveal())
        endRevealing();
    return QWidget::event(event);
}

void SecretPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_flow.end(); // whatever it was that took it out of sight
}

void SecretPanel::endRevealing()
{
    if (m_flow.wish() == SecretWish::Reveal)
        m_flow.end();
}

bool SecretPanel::mayReveal() const
{
    const Presentation *presentation = Presentation::of(this);
    return !presentation || !presentation->isOn();
}

std::optional<SecretWish> SecretPanel::announcedWish() const
{
    const auto *announced = std::get_if<SecretFlow::Announced>(&m_flow.state());
    return announced ? std::optional(announced->wish) : std::nullopt;
}

void SecretPanel::follow()
{
    const SecretFlow::State &state = m_flow.state();
    if (m_flow.wish() == SecretWish::Reveal && !mayReveal())
        return m_flow.end(); // which comes back here
    const auto *revealed = std::get_if<SecretFlow::Revealed>(&state);
    const bool isIdle = std::holds_alternative<SecretFlow::Idle>(state);
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    const bool isComparing = announcedWish() == SecretWish::Compare;
    m_field->wipe();
    m_fieldLabel->setVisible(isComparing);
    m_field->setVisible(isComparing);
    m_production->setVisible(announcedWish().has_value() && Presentation::isProduction(this));
    m_words->setText(secretWords(state));
    m_words->setVisible(!m_words->text().isEmpty());
    if (revealed)
        m_box->reveal(revealed->secret);
    else
        m_box->hideAgain();
    showFailure();
    showButtons();
    setVisible(!isIdle);
    if (isIdle && hadFocus)
        Q_EMIT closed();
    else if (announcedWish() || hadFocus)
        giveFocus();
}

void SecretPanel::showFailure()
{
    if (const auto *failed = std::get_if<SecretFlow::Failed>(&m_flow.state())) {
        const Session::Sentence sentence = Session::describe(
            failed->error, Session::Doing::ReadingSecret);
        m_banner->show(
            Banner::Kind::Error, sentence, Session::details(failed->error),
            m_flow.dashboardLink(sentence));
    } else {
        m_banner->dismiss();
    }
}

void SecretPanel::showButtons()
{
    const std::optional<SecretWish> wish = announcedWish();
    const bool isRevealed = std::holds_alternative<SecretFlow::Revealed>(m_flow.state());
    const bool isAsking = std::holds_alternative<SecretFlow::Asking>(m_flow.state());
    m_go->setVisible(wish || isRevealed);
    m_go->setEnabled(wish != SecretWish::Compare || !m_field->text().isEmpty());
    m_go->setText(
        isRevealed                        ? tr("Copy")
            : wish == SecretWish::Compare ? tr("Compare")
                                          : tr("Reveal"));
    m_go->setAccessibleDescription(wish ? m_words->text() : QString());
    m_field->setAccessibleDescription(m_words->text());
    m_close->setText(isRevealed ? tr("Hide") : wish || isAsking ? tr("Cancel") : tr("Close"));
}

void SecretPanel::go()
{
    if (const auto *revealed = std::get_if<SecretFlow::Revealed>(&m_flow.state()))
        m_clipboard.copy(revealed->secret, tr("Client secret"));
    else if (announcedWish() == SecretWish::Compare)
        compare();
    else
        m_flow.read();
}

void SecretPanel::compare()
{
    if (!m_field->text().isEmpty())
        m_flow.compare(m_field->take());
}

void SecretPanel::giveFocus()
{
    if (m_field->isVisible())
        m_field->setFocus(Qt::OtherFocusReason);
    else
        (m_go->isVisible() ? m_go : m_close)->setFocus(Qt::OtherFocusReason);
}

void SecretPanel::carryOut(Session::Remedy remedy)
{
    const auto *failed = std::get_if<SecretFlow::Failed>(&m_flow.state());
    if (!failed)
        return;
    if (remedy == Session::Remedy::CopyScope)
        copyScopes(failed->error);
    else if (remedy == Session::Remedy::GetNewToken)
        Q_EMIT newTokenRequested();
    else
        m_flow.announce(failed->wish);
}

} // namespace Tenantscope::Ui
