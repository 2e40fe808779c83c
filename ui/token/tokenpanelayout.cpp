// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/actionbutton.h"
#include "ui/shared/badge.h"
#include "ui/shared/banner.h"
#include "ui/shared/tickinglabel.h"
#include "ui/token/ledgerline.h"
#include "ui/token/lifering.h"
#include "ui/token/scoperow.h"
#include "ui/token/tokenpane.h"
#include "ui/token/tokentext.h"

#include <QAction>
#include <QGridLayout>
#include <QResizeEvent>

// Where the card's parts stand.
namespace Tenantscope::Ui {

namespace {

constexpr int factHeight = 24;
constexpr int narrowInCharacters = 130;

} // namespace

QLayout *TokenPane::titleRow()
{
    auto *title = new QHBoxLayout;
    title->setSpacing(8);
    title->addWidget(m_domain);
    title->addWidget(m_production, 0, Qt::AlignVCenter);
    title->addWidget(m_mark, 0, Qt::AlignVCenter);
    title->addStretch(1);
    m_titleRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_titleRow->setSpacing(8);
    m_titleRow->addLayout(title, 1);
    m_titleRow->addLayout(buttons());
    return m_titleRow;
}

QLayout *TokenPane::buttons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    const auto addButton = [this, row](QAction *action) {
        auto *button = new ActionButton(action, this);
        row->addWidget(button);
        return button;
    };
    ActionButton *cancel = addButton(m_actions.cancel);
    cancel->setVisible(m_actions.cancel->isEnabled());
    connect(m_actions.cancel, &QAction::changed, cancel, [this, cancel] {
        cancel->setVisible(m_actions.cancel->isEnabled());
    });
    m_renew = addButton(m_actions.renew);
    addButton(m_actions.reveal);
    addButton(m_actions.copy)->setPrimary(true);
    m_copyAs = addButton(m_actions.copyAs);
    if (m_actions.copyAs) { // the action goes by the focus, the button is about the token
        m_copyAs->disconnect(m_actions.copyAs);
        connect(m_copyAs, &QPushButton::clicked, this, &TokenPane::openCopyMenu);
    }
    row->addStretch();
    return row;
}

void TokenPane::resizeEvent(QResizeEvent *event)
{
    turn();
    QWidget::resizeEvent(event);
}

/// Where there is no room for both, a tenant's name matters more than a row of pixels.
void TokenPane::turn()
{
    const bool narrow = width() < narrowInCharacters * fontMetrics().averageCharWidth();
    for (QBoxLayout *row : {m_titleRow, m_stateRow})
        row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

QLayout *TokenPane::stateRow()
{
    auto *state = new QHBoxLayout;
    state->setSpacing(8);
    state->addWidget(m_icon);
    state->addWidget(m_state, 1);
    auto *copy = new QHBoxLayout;
    copy->setSpacing(8);
    copy->addWidget(m_copyText, 1);
    copy->addWidget(m_copyAnyway);
    copy->addWidget(m_sessionOnly);
    m_stateRow = new QBoxLayout(QBoxLayout::LeftToRight);
    m_stateRow->setSpacing(4);
    m_stateRow->addLayout(state, 1);
    m_stateRow->addLayout(copy);
    return m_stateRow;
}

QLayout *TokenPane::facts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(1, 1);
    addFact(*grid, 0, m_expiryCaption, m_expiry);
    addFact(*grid, 1, m_tokenCaption, m_token);
    addFact(*grid, 2, m_scopesCaption, m_scopes);
    addLink(*grid, 1, m_actions.inspect);
    addLink(*grid, 2, m_actions.scopes);
    return grid;
}

void TokenPane::layOut()
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addLayout(titleRow());
    texts->addLayout(stateRow());
    texts->addLayout(facts());
    texts->addWidget(m_ledger);
    texts->addWidget(m_notes);
    texts->addStretch();

    auto *card = new QHBoxLayout;
    card->setContentsMargins(16, 12, 16, 12);
    card->setSpacing(16);
    card->addWidget(m_ring, 0, Qt::AlignTop);
    card->addLayout(texts, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(card);
    layout->addWidget(m_banner);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

/// A way from a fact to all that can be told of it, while there is any.
void TokenPane::addLink(QGridLayout &grid, int row, QAction *action)
{
    if (!action)
        return;
    auto *link = new ActionButton(action, this);
    makeLink(link);
    const auto follow = [action, link] { link->setVisible(action->isEnabled()); };
    connect(action, &QAction::changed, link, follow);
    follow();
    grid.addWidget(link, row, 2, Qt::AlignRight | Qt::AlignTop);
}

void TokenPane::addFact(QGridLayout &grid, int row, PlainLabel *caption, QWidget *fact)
{
    // Both are lines of the same height, so that a fact that grows downwards keeps its caption beside its first.
    caption->setMinimumHeight(factHeight);
    fact->setMinimumHeight(factHeight);
    grid.addWidget(caption, row, 0, Qt::AlignTop);
    grid.addWidget(fact, row, 1);
}

} // namespace Tenantscope::Ui
