// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/statusline.h"

#include "app/session/tenantsession.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/secretclipboard.h"
#include "ui/shared/ticker.h"
#include "ui/shared/tickinglabel.h"
#include "ui/shared/timetext.h"
#include "ui/window/networkstate.h"

#include <QAction>
#include <QLocale>
#include <QPushButton>

namespace Tenantscope::Ui {

using namespace std::chrono_literals;

StatusLine::StatusLine(
    Base::Clock &clock, SecretClipboard &clipboard, NetworkState &network, QAction *clearClipboard,
    QWidget *parent)
    : QStatusBar(parent)
    , m_clock(clock)
    , m_clipboard(clipboard)
    , m_network(network)
    , m_count(new PlainLabel(PlainLabel::Style::Base, this))
    , m_presenting(new PlainLabel(tr("Presentation mode"), PlainLabel::Style::Strong, this))
    , m_copied(new TickingLabel(PlainLabel::Style::Base, this))
    , m_clear(new QPushButton(tr("Clear now"), this))
    , m_rate(new PlainLabel(PlainLabel::Style::Base, this))
    , m_online(new PlainLabel(PlainLabel::Style::Base, this))
    , m_proxy(new PlainLabel(PlainLabel::Style::Base, this))
{
    setSizeGripEnabled(false);
    setContentsMargins(14, 0, 16, 0); // on the left Qt adds 2
    makeLink(m_clear);
    m_count->setElideMode(Qt::ElideRight);
    addWidget(m_count, 1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_presenting), static_cast<QWidget *>(m_copied),
          static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_rate),
          static_cast<QWidget *>(m_proxy), static_cast<QWidget *>(m_online)})
        addPermanentWidget(widget);
    setPlainToolTip(
        m_rate, tr("Requests the tenant's rate limit has left, of those it allows at once"));

    setPresenting(false);
    connect(m_clear, &QPushButton::clicked, clearClipboard, &QAction::trigger);
    connect(&m_network, &NetworkState::changed, this, &StatusLine::showNetwork);
    m_ticker = new Ticker(m_clock, this, [this] { return showClipboard(); });
    connect(&m_clipboard, &SecretClipboard::changed, this, [this] {
        showClipboard();
        m_ticker->update();
    });
    showClipboard();
    follow(nullptr);
}

void StatusLine::follow(Session::TenantSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->http().disconnect(this);
    }
    m_session = session;
    const auto showAll = [this] {
        showRate();
        showNetwork();
        showProxy();
    };
    if (session) {
        connect(&session->http(), &Http::Client::rateGaugeChanged, this, &StatusLine::showRate);
        connect(session, &Session::TenantSession::signedInChanged, this, showAll);
    }
    showAll();
}

void StatusLine::setCountText(const QString &text)
{
    m_count->setText(text);
}

void StatusLine::setPresenting(bool isOn)
{
    m_presenting->setVisible(isOn);
}

std::optional<Base::Instant> StatusLine::showClipboard()
{
    m_copied->setVisible(m_clipboard.isHolding());
    m_clear->setVisible(m_clipboard.isHolding());
    if (!m_clipboard.isHolding())
        return std::nullopt;
    const QString steady = tr("%1 on clipboard").arg(m_clipboard.what());
    const auto remaining = m_clipboard.remaining();
    if (!remaining) {
        m_copied->setTexts(steady);
        return std::nullopt;
    }
    // Rounded up: with anything left it is still there.
    const auto left = std::chrono::ceil<std::chrono::seconds>(*remaining);
    m_copied->setTexts(
        steady, tr("%1 on clipboard %2").arg(m_clipboard.what(), durationText(left)));
    const Base::Instant now = m_clock.now();
    return nextChange(now, now + *remaining, 1s);
}

void StatusLine::showRate()
{
    const auto gauge = m_session && m_session->isSignedIn() ? m_session->http().rateGauge()
                                                            : std::nullopt;
    m_rate->setVisible(gauge.has_value());
    if (gauge)
        m_rate->setText(
            tr("Rate %1/%2")
                .arg(QLocale().toString(gauge->remaining), QLocale().toString(gauge->limit)));
}

void StatusLine::showNetwork()
{
    // A tenant on this computer needs no network.
    const bool isLocal = m_session && m_session->domain().isLoopback();
    const auto online = isLocal ? std::nullopt : m_network.isOnline();
    m_online->setVisible(online.has_value());
    if (!online)
        return;
    m_online->setText(*online ? tr("Online") : tr("Offline"));
    m_online->setTone(*online ? PlainLabel::Tone::Plain : PlainLabel::Tone::Caution);
}

void StatusLine::showProxy()
{
    const bool isSignedIn = m_session && m_session->isSignedIn();
    const QString proxy = isSignedIn
        ? Http::Client::proxyFor(m_session->domain().url(QStringLiteral("/")))
        : QString();
    m_proxy->setVisible(!proxy.isEmpty());
    m_proxy->setText(tr("Proxy %1").arg(proxy));
}

} // namespace Tenantscope::Ui
