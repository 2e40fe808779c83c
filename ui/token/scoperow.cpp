// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/scoperow.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/badge.h"
#include "ui/shared/flowlayout.h"
#include "ui/shared/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

namespace Tenantscope::Ui {

namespace {

constexpr int gap = 4;
constexpr int mostRows = 5; ///< more of them scroll

} // namespace

ScopeRow::ScopeRow(QWidget *parent)
    : QWidget(parent)
    , m_words(new PlainLabel(PlainLabel::Style::Base, this))
    , m_area(new QScrollArea(this))
    , m_all(new QPushButton(this))
{
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Scopes"));
    m_area->viewport()->installEventFilter(this);
    m_area->viewport()->setBackgroundRole(QPalette::Window);
    makeLink(m_all);
    m_all->setCheckable(true);
    connect(m_all, &QPushButton::toggled, this, &ScopeRow::fitHeight);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_words, 1);
    layout->addWidget(m_area, 1);
    layout->addWidget(m_all, 0, Qt::AlignTop);
    clear();
}

void ScopeRow::show(const OAuth::ScopeSet &scopes)
{
    if (m_isFilled && scopes == m_scopes)
        return; // a renewal that changes nothing moves nothing
    m_scopes = scopes;
    m_isFilled = true;
    const bool any = !scopes.names().isEmpty();
    m_words->setText(
        scopes.isKnown() ? tr("None granted") : tr("Unknown: the token does not tell its scopes"));
    m_words->setVisible(!any);
    m_area->setVisible(any);
    m_all->setChecked(false);
    fillBadges();
    fitHeight();
}

void ScopeRow::clear()
{
    m_scopes = {};
    m_isFilled = false;
    m_words->hide();
    m_area->hide();
    m_all->hide();
}

bool ScopeRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitHeight();
    return QWidget::eventFilter(watched, event);
}

void ScopeRow::fillBadges()
{
    auto *badges = new QWidget;
    auto *flow = new FlowLayout(gap, badges);
    for (const QString &name : m_scopes.names())
        flow->addWidget(new Badge(name, badges));
    m_area->setWidget(badges); // deletes the former
}

void ScopeRow::fitHeight()
{
    const QWidget *badges = m_area->widget();
    if (!badges || m_area->isHidden())
        return;
    const int row = badges->layout()->minimumSize().height();
    const int wanted = badges->layout()->heightForWidth(m_area->viewport()->width());
    const bool fits = wanted <= row;
    const bool open = m_all->isChecked() && !fits;
    m_all->setVisible(!fits);
    m_all->setText(open ? tr("Show fewer") : tr("Show all"));
    layout()->setAlignment(m_area, open ? Qt::AlignTop : Qt::AlignVCenter);
    m_area->setVerticalScrollBarPolicy(open ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(open ? Qt::StrongFocus : Qt::NoFocus);
    m_area->setFixedHeight(open ? qMin(wanted, mostRows * (row + gap)) : row);
    if (!open)
        m_area->verticalScrollBar()->setValue(0);
}

} // namespace Tenantscope::Ui
