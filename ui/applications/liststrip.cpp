// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/liststrip.h"

#include "ui/applications/listwords.h"
#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace Base;

ListStrip::ListStrip(Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_label(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_continue(new QPushButton(tr("Continue"), this))
    , m_reload(new QPushButton(tr("Reload"), this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 2, 16, 2);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    for (QPushButton *button : {m_cancel, m_continue, m_reload}) {
        layout->addWidget(button);
        button->hide();
    }
    layout->addStretch();
    m_label->setElideMode(Qt::ElideRight);
    setMinimumHeight(m_cancel->sizeHint().height() + 4); // it does not jump when a button comes
    connect(m_cancel, &QPushButton::clicked, this, &ListStrip::cancelClicked);
    connect(m_continue, &QPushButton::clicked, this, &ListStrip::continueClicked);
    connect(m_reload, &QPushButton::clicked, this, &ListStrip::reloadClicked);
}

void ListStrip::setState(const Applications::ListState &state, bool canResume)
{
    m_state = state;
    const bool isStopped = std::holds_alternative<Applications::ListStopped>(state);
    m_cancel->setVisible(std::holds_alternative<Applications::ListLoading>(state));
    m_continue->setVisible(isStopped && canResume);
    m_reload->setVisible(isStopped && !canResume);
    showText();
}

void ListStrip::setHeldBack(bool isHeldBack)
{
    m_isHeldBack = isHeldBack;
    showText();
}

void ListStrip::setSearching(bool isSearching)
{
    m_isSearching = isSearching;
    showText();
}

void ListStrip::setMatches(std::optional<int> matches, const QStringList &lacked)
{
    m_matches = matches;
    m_lacked = lacked;
    showText();
}

QString ListStrip::text() const
{
    return m_label->text();
}

void ListStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    showText();
}

void ListStrip::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_tick.cancel();
}

void ListStrip::showText()
{
    QString list = listText(m_state, m_clock.now());
    const bool isLoading = std::holds_alternative<Applications::ListLoading>(m_state);
    if (m_isHeldBack && isLoading && !waitLeft(m_state, m_clock.now()))
        list = tr("%1 · waiting for the tenant's rate limit").arg(list);
    QString shown = list;
    if (m_isSearching)
        shown = list.isEmpty() ? tr("Searching…") : tr("Searching… · %1").arg(list);
    else if (m_matches && list.isEmpty())
        shown = tr("%1 shown").arg(numberText(*m_matches));
    else if (m_matches)
        shown = tr("%1 shown · %2").arg(numberText(*m_matches), list);
    if (m_matches && !m_isSearching && !m_lacked.isEmpty())
        shown = tr("%1 · searched without what needs %2").arg(shown, m_lacked.first());
    m_label->setText(shown);
    tickAgain();
}

void ListStrip::tickAgain()
{
    const std::optional<std::chrono::nanoseconds> left = waitLeft(m_state, m_clock.now());
    if (!left || !isVisible()) {
        m_tick.cancel();
        return;
    }
    const std::chrono::nanoseconds toFullSecond = *left % 1s;
    m_tick = m_clock.wakeAfter(toFullSecond > 0s ? toFullSecond : 1s, [this] { showText(); });
}

} // namespace Tenantscope::Ui
