// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/fetchoffer.h"

#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Tenantscope::Ui {

namespace {

constexpr int side = 16;

} // namespace

FetchOffer::FetchOffer(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel(PlainLabel::Style::Secondary, this))
    , m_fetch(new QPushButton(tr("Fetch the rest"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    m_text->setElideMode(Qt::ElideRight);
    auto *layout = new QHBoxLayout(this);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_fetch);
    layout->addWidget(m_cancel);
    setShort(false);
    connect(m_fetch, &QPushButton::clicked, this, &FetchOffer::fetchRequested);
    connect(m_cancel, &QPushButton::clicked, this, &FetchOffer::cancelRequested);
}

void FetchOffer::setMissing(const QStringList &members, bool isAsking)
{
    m_isNeeded = isAsking || !members.isEmpty();
    m_fetch->setVisible(!isAsking);
    m_cancel->setVisible(isAsking);
    m_text->setText(
        isAsking ? tr("Asking the tenant…")
                 : tr("Not fetched: %1").arg(members.join(QStringLiteral(", "))));
    setPlainToolTip(m_fetch, m_text->text());
}

void FetchOffer::setShort(bool isShort)
{
    layout()->setContentsMargins(isShort ? QMargins() : QMargins(side, 8, side, 8));
    m_text->setVisible(!isShort);
}

} // namespace Tenantscope::Ui
