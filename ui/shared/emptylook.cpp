// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/shared/emptylook.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int iconSize = 48;
constexpr int sentenceWidth = 420;
constexpr int mostButtons = 2;

} // namespace

EmptyLook::EmptyLook(const QString &iconName, const QString &sentence, QWidget *parent)
    : QWidget(parent)
    , m_iconName(iconName)
    , m_icon(new PlainLabel(PlainLabel::Style::Base, this))
    , m_sentence(new PlainLabel(PlainLabel::Style::Base, this))
    , m_buttons(new QHBoxLayout)
{
    m_icon->setAlignment(Qt::AlignCenter);
    m_icon->setFixedHeight(iconSize);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setForegroundRole(QPalette::PlaceholderText);
    m_sentence->setMaximumWidth(sentenceWidth);
    m_sentence->setMinimumWidth(qMin(sentenceWidth, 240));
    m_sentence->setText(sentence);

    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addLayout(m_buttons);
    buttons->addStretch();
    auto *sentenceRow = new QHBoxLayout;
    sentenceRow->addStretch();
    sentenceRow->addWidget(m_sentence, 1);
    sentenceRow->addStretch();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 16, 16, 16);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(m_icon);
    layout->addLayout(sentenceRow);
    layout->addLayout(buttons);
    layout->addStretch(3);
}

void EmptyLook::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyLook::setActions(const QList<QAction *> &actions)
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (QAction *action : actions.first(qMin(actions.size(), mostButtons))) {
        auto *button = new ActionButton(action, this);
        m_buttons->addWidget(button);
        button->setVisible(action->isEnabled());
        connect(action, &QAction::changed, button, [button, action] {
            button->setVisible(action->isEnabled());
        });
    }
}

void EmptyLook::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && isVisible())
        paintIcon();
    QWidget::changeEvent(event);
}

/// Only now: most of them are never seen.
void EmptyLook::showEvent(QShowEvent *event)
{
    paintIcon();
    QWidget::showEvent(event);
}

void EmptyLook::paintIcon()
{
    QColor muted = colorsOf(QApplication::palette()).secondary;
    m_icon->setPixmap(
        iconPixmap(m_iconName, QSizeF(iconSize, iconSize), devicePixelRatioF(), muted));
}

} // namespace Tenantscope::Ui
