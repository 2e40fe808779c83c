// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/noticebar.h"

#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QHBoxLayout>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

NoticeBar::NoticeBar(QAction *undo, QWidget *parent)
    : QFrame(parent)
    , m_text(new PlainLabel(PlainLabel::Style::Base, this))
    , m_undo(new ActionButton(undo, this))
    , m_close(new QPushButton(this))
{
    m_text->setWordWrap(true);
    makeBare(m_close, tr("Close this notice"));
    m_close->setIcon(icon(u"x"_s));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_undo);
    layout->addWidget(m_close);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    hide();
}

void NoticeBar::tell(const QString &text, Offer offer)
{
    m_offer = offer;
    m_text->setText(text);
    m_undo->setVisible(offer == Offer::Undo);
    show();
}

void NoticeBar::end(Offer offer)
{
    if (m_offer == offer)
        hide();
}

QString NoticeBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace Tenantscope::Ui
