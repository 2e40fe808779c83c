// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/valuerow.h"

#include "app/base/plaintext.h"
#include "ui/shared/actionbutton.h"
#include "ui/shared/icons.h"
#include "ui/shared/plainlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolTip>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int buttonSize = 28;
constexpr qsizetype longestValue = 2'000; // to read; a copy has all

} // namespace

ValueRow::ValueRow(const QString &value, const QString &what, Kind kind, QWidget *parent)
    : QWidget(parent)
{
    auto *label = new PlainLabel(
        kind == Kind::Technical ? PlainLabel::Style::Fixed : PlainLabel::Style::Base, this);
    if (kind == Kind::Technical) {
        label->setLayoutDirection(Qt::LeftToRight); // or "/a/b" turns into "a/b/"
        label->setElideMode(Qt::ElideMiddle);
    } else {
        label->setWordWrap(true);
    }
    label->setText(Base::plainLine(value, longestValue));
    auto *button = new QPushButton(icon(u"copy"_s), {}, this);
    makeBare(button, tr("Copy: %1").arg(what));
    button->setFixedSize(buttonSize, buttonSize);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label, 1);
    layout->addWidget(button, 0, Qt::AlignTop);
    connect(button, &QPushButton::clicked, this, [this, value, button] { copy(value, button); });
}

void ValueRow::copy(const QString &value, QWidget *button)
{
    QGuiApplication::clipboard()->setText(value);
    QToolTip::showText(button->mapToGlobal(button->rect().bottomLeft()), tr("Copied"), this);
}

} // namespace Tenantscope::Ui
