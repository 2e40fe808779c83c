// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/token/tokentext.h"

#include "ui/shared/plainlabel.h"
#include "ui/shared/secretbox.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr int dots = 20; ///< always as many: their number tells nothing
constexpr int shownLines = 5;
constexpr int lineHeight = 24;

} // namespace

TokenText::TokenText(QWidget *parent)
    : QWidget(parent)
    , m_dots(new PlainLabel(PlainLabel::Style::Fixed, this))
    , m_facts(new PlainLabel(PlainLabel::Style::Base, this))
    , m_box(new SecretBox(tr("Token"), shownLines, this))
{
    m_dots->setMinimumSize(1, lineHeight); // they give way, what tells tokens apart does not
    m_dots->setText(QString(dots, u'•'));

    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_dots);
    line->addWidget(m_facts);
    line->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_box);
    clear();
}

void TokenText::show(const Base::Secret &token)
{
    m_dots->show();
    m_facts->setText(tr("%1 characters · SHA-256 %2")
                         .arg(QLocale().toString(token.size()), token.fingerprint()));
    m_facts->show();
}

void TokenText::clear()
{
    hideAgain();
    m_dots->hide();
    m_facts->hide();
}

void TokenText::reveal(const Base::Secret &token)
{
    m_box->reveal(token);
}

void TokenText::hideAgain()
{
    m_box->hideAgain();
}

bool TokenText::isRevealed() const
{
    return !m_box->isHidden();
}

} // namespace Tenantscope::Ui
