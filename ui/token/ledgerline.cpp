// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/ledgerline.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/ticker.h"
#include "ui/shared/timetext.h"
#include "ui/token/tokenwords.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace Tenantscope::Ui {

using Session::TokenLedger;

LedgerLine::LedgerLine(const TokenLedger &ledger, Base::Clock &clock, QWidget *parent)
    : QWidget(parent)
    , m_ledger(ledger)
    , m_clock(clock)
    , m_text(new PlainLabel(PlainLabel::Style::Secondary, this))
{
    m_text->setElideMode(Qt::ElideRight);
    auto *show = new QPushButton(tr("Show"), this);
    show->setAccessibleDescription(tr("Lists the tokens that were copied"));
    makeLink(show);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addWidget(show);
    layout->addStretch();
    connect(show, &QPushButton::clicked, this, &LedgerLine::showRequested);
    m_ticker = new Ticker(m_clock, this, [this] { return showCount(); });
    for (const auto change : {&TokenLedger::recorded, &TokenLedger::removed})
        connect(&m_ledger, change, this, [this] { setTenant(m_domain, m_clockSkew); });
    hide();
}

void LedgerLine::setTenant(const QString &domain, std::optional<std::chrono::seconds> clockSkew)
{
    m_domain = domain;
    m_clockSkew = clockSkew;
    showCount();
    m_ticker->update();
}

QString LedgerLine::text() const
{
    return isHidden() ? QString() : m_text->text();
}

std::optional<Base::Instant> LedgerLine::showCount()
{
    const TokenLedger::Alive alive = m_ledger.aliveOf(m_domain);
    setVisible(alive.tokens > 0);
    m_text->setText(alive.tokens > 0 ? textFor(alive) : QString());
    return alive.tokens > 0 ? m_ledger.nextDeath() : std::nullopt;
}

QString LedgerLine::textFor(const TokenLedger::Alive &alive) const
{
    const QString count = alive.tokens == 1
        ? tr("1 copied token still alive")
        : tr("%1 copied tokens still alive").arg(QLocale().toString(alive.tokens));
    if (alive.isEndUnknown || !alive.last)
        return alive.tokens == 1 ? tr("%1, expiry unknown").arg(count)
                                 : tr("%1, not all tell until when").arg(count);
    const TokenScene scene{
        .domain = {}, .now = m_clock.now(), .wall = correctedWall(m_clock.wallNow(), m_clockSkew)};
    const QString end = localText(wallAt(scene, *alive.last), scene.wall);
    return alive.tokens == 1 ? tr("%1, until %2").arg(count, end)
                             : tr("%1, longest until %2").arg(count, end);
}

} // namespace Tenantscope::Ui
