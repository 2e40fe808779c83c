// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/requests/exchangeview.h"

#include "ui/requests/requesttext.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/jsonstrings.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/shared/technicalview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTabWidget>
#include <QToolTip>
#include <QVBoxLayout>

#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

ExchangeView::ExchangeView(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(createHeader());
    layout->addWidget(createTabs(), 1);
}

void ExchangeView::setExchange(const Http::Exchange &exchange)
{
    m_title->setText(exchange.method + u' ' + urlText(exchange));
    QStringList facts{timeText(exchange.startedAt)};
    if (exchange.status > 0)
        facts.append(QString::number(exchange.status));
    if (!isUnderWay(exchange))
        facts.append(millisecondsText(exchange.duration));
    facts.append(tr("attempt %1").arg(exchange.attempt));
    m_facts->setText(facts.join(u" · "_s));
    m_curl = curlText(exchange);
    m_copy->setEnabled(!m_curl.isEmpty());
    const QString tip = m_curl.isEmpty()
        ? tr("Only requests with GET are copied: the secret in the token request is not kept.")
        : tr("Copies the command with $TOKEN in the place of the token");
    setPlainToolTip(m_copy, tip);
    m_copy->setAccessibleDescription(tip);
    setTexts(answerText(exchange), requestText(exchange));
}

/// Texts that are shown already stay, and with them their reader's place.
void ExchangeView::setTexts(const QString &answer, const QString &request)
{
    if (answer == m_answerText && request == m_requestText)
        return;
    Presentation::setLocalNames(*this, jsonNames(answer) + jsonNames(request));
    if (std::exchange(m_answerText, answer) != answer)
        m_answer->setText(answer);
    if (std::exchange(m_requestText, request) != request)
        m_request->setText(request);
}

QWidget *ExchangeView::createHeader()
{
    auto *header = new QWidget(this);
    m_title = new PlainLabel(PlainLabel::Style::Fixed, header);
    m_title->setLayoutDirection(Qt::LeftToRight);
    m_title->setElideMode(Qt::ElideMiddle);
    m_facts = new PlainLabel(PlainLabel::Style::Secondary, header);
    m_facts->setElideMode(Qt::ElideRight);
    m_copy = new QPushButton(icon(u"terminal"_s), tr("Copy as curl"), header);
    m_copy->setAutoDefault(false);
    auto *close = new QPushButton(icon(u"x"_s), {}, header);
    makeBare(close, tr("Close request"));
    close->setFixedSize(28, 28);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_facts);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(8);
    layout->addLayout(texts, 1);
    layout->addWidget(m_copy);
    layout->addWidget(close);
    connect(close, &QPushButton::clicked, this, &ExchangeView::closeRequested);
    connect(m_copy, &QPushButton::clicked, this, &ExchangeView::copyCurl);
    return header;
}

QWidget *ExchangeView::createTabs()
{
    auto *tabs = new QTabWidget(this);
    tabs->setDocumentMode(true);
    m_answer = new TechnicalView(tr("Answer"), tabs);
    m_request = new TechnicalView(tr("Request"), tabs);
    tabs->addTab(m_answer, tr("Answer"));
    tabs->addTab(m_request, tr("Request"));
    return tabs;
}

void ExchangeView::copyCurl()
{
    QGuiApplication::clipboard()->setText(m_curl);
    QToolTip::showText(m_copy->mapToGlobal(m_copy->rect().bottomLeft()), tr("Copied"), m_copy);
}

} // namespace Tenantscope::Ui
