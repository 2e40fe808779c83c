// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/valuerow.h"

#include "app/base/plaintext.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/colors.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolTip>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int buttonSize = 28;
constexpr int iconSize = 16;
constexpr qsizetype longestValue = 2'000; // to read; a copy has all

} // namespace

ValueRow::ValueRow(const QString &value, const QString &what, Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(
          kind == Kind::Technical ? PlainLabel::Style::Fixed : PlainLabel::Style::Base, this))
    , m_button(new QPushButton(this))
{
    if (kind == Kind::Technical) {
        m_label->setLayoutDirection(Qt::LeftToRight); // or "/a/b" turns into "a/b/"
        m_label->setElideMode(Qt::ElideMiddle);
    } else {
        m_label->setWordWrap(true);
    }
    m_label->setText(Base::plainLine(value, longestValue));
    makeBare(m_button, tr("Copy: %1").arg(what));
    m_button->setFixedSize(buttonSize, buttonSize);
    paintIcon();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label, 1);
    layout->addWidget(m_button, 0, Qt::AlignTop);
    connect(m_button, &QPushButton::clicked, this, [this, value] { copy(value); });
}

void ValueRow::setMarker(const Marker &marker)
{
    m_label->setMarker(marker);
}

void ValueRow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        paintIcon();
    QWidget::changeEvent(event);
}

void ValueRow::copy(const QString &value)
{
    QGuiApplication::clipboard()->setText(value);
    QToolTip::showText(
        m_button->mapToGlobal(m_button->rect().bottomLeft()), tr("Copied"), m_button);
}

void ValueRow::paintIcon()
{
    // There is one in each row: muted, or they would drown what they are for.
    const QColor muted = colorsOf(QApplication::palette()).secondary;
    m_button->setIcon(
        iconPixmap(u"copy"_s, QSizeF(iconSize, iconSize), devicePixelRatioF(), muted));
}

} // namespace Tenantscope::Ui
