// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/ledger/ledgeradvice.h"

#include "app/base/clockskew.h"
#include "app/tenant/dashboardlink.h"
#include "ui/ledger/ledgercell.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/maskedparts.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/timetext.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

using Session::TokenCopy;
using Tenant::DashboardPage;

namespace {

constexpr const char *linkProperty = "tenantscopeDashboardPage";

} // namespace

LedgerAdvice::LedgerAdvice(QWidget *parent)
    : QWidget(parent)
    , m_title(new PlainLabel(tr("What can I do?"), PlainLabel::Style::Strong, this))
    , m_text(new PlainLabel(PlainLabel::Style::Base, this))
    , m_application(makeLinkButton(tr("Rotate the secret in the Dashboard")))
    , m_apis(makeLinkButton(tr("Delete the client grant in the Dashboard")))
{
    m_text->setWordWrap(true);
    auto *links = new QHBoxLayout;
    links->setSpacing(16);
    links->addWidget(m_application);
    links->addWidget(m_apis);
    links->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(4);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(links);
}

void LedgerAdvice::show(const TokenCopy &copy, const Base::Clock &clock)
{
    const bool isAlive = copy.isAlive(clock.now());
    const Session::TokenOwner &owner = copy.owner;
    if (!isAlive)
        m_text->setText(
            tr("Nothing: token %1 has expired and works no more.").arg(copy.fingerprint));
    else
        m_text->setText(
            tr("Token %1 works %2, and nobody can revoke it before. A new client secret, or a deleted client grant, "
               "stops the next token of %3; this one lives until it expires.")
                .arg(
                    copy.fingerprint,
                    copy.diesAt
                        ? tr("until %1")
                              .arg(localText(
                                  Base::correctedWall(clock.wallAt(*copy.diesAt), owner.clockSkew),
                                  Base::correctedWall(clock.wallNow(), owner.clockSkew)))
                        : tr("until it expires"),
                    shownOwner(owner, this)));
    const auto link = [&owner, isAlive](DashboardPage page) {
        return isAlive ? Tenant::dashboardLink(page, owner.domain, owner.audience, owner.clientId)
                       : QUrl();
    };
    setLink(*m_application, link(DashboardPage::Application));
    setLink(*m_apis, link(DashboardPage::Apis));
}

QString LedgerAdvice::text() const
{
    return m_text->text();
}

QPushButton *LedgerAdvice::makeLinkButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    makeLink(button);
    button->hide();
    connect(button, &QPushButton::clicked, this, [button] {
        QDesktopServices::openUrl(button->property(linkProperty).toUrl());
    });
    return button;
}

/// Where no page can be told, such as on this computer, there is no button.
void LedgerAdvice::setLink(QPushButton &button, const QUrl &link)
{
    button.setProperty(linkProperty, link);
    button.setVisible(!link.isEmpty());
    setShownToolTip(button, link.toString(QUrl::FullyEncoded));
}

} // namespace Tenantscope::Ui
