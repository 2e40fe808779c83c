// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/window/aboutdialog.h"

#include "ui/shared/plainlabel.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Tenantscope"));
    auto *name = new PlainLabel(
        tr("Tenantscope %1").arg(QApplication::applicationVersion()), PlainLabel::Style::Title,
        this);
    auto *text = new PlainLabel(PlainLabel::Style::Base, this);
    text->setWordWrap(true);
    text->setMinimumWidth(420);
    text->setText(
        tr("Shows what an Auth0 tenant holds, and keeps a Management API token alive.\n\n"
           "It only reads: nothing in it can change a tenant. Tokens are kept in memory and "
           "nowhere else; an access token cannot be revoked and lives until it expires."));
    auto *licence = new PlainLabel(
        tr("MIT licence. Qt %1. Icons by Lucide (ISC licence).")
            .arg(QString::fromLatin1(qVersion())),
        PlainLabel::Style::Secondary, this);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    for (QWidget *widget :
         {static_cast<QWidget *>(name), static_cast<QWidget *>(text),
          static_cast<QWidget *>(licence), static_cast<QWidget *>(buttons)})
        layout->addWidget(widget);
    layout->setSizeConstraint(QLayout::SetFixedSize);
}

} // namespace Tenantscope::Ui
