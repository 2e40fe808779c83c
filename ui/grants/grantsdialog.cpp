// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/grantsdialog.h"

#include "app/session/knowntenant.h"
#include "ui/grants/grantspage.h"
#include "ui/shared/plainlabel.h"
#include "ui/shared/presentation.h"
#include "ui/tenants/tenantwords.h"

#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace Tenantscope::Ui {

namespace {

constexpr QSize usualSize(1100, 640);

} // namespace

GrantsDialog::GrantsDialog(Session::KnownTenant &tenant, QWidget *parent)
    : QDialog(parent)
    , m_page(new GrantsPage(tenant.session(), this))
{
    setWindowTitle(tr("Who may do what"));
    Presentation::markProduction(*this, tenant.isProduction());
    auto *title = new PlainLabel(PlainLabel::Style::Title, this);
    const QString name = tenantName(tenant);
    const QString environment = environmentWord(tenant);
    title->setText(environment.isEmpty() ? name : tr("%1 · %2").arg(name, environment));
    title->setElideMode(Qt::ElideRight);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(16, 16, 16, 0);
    head->addWidget(title);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->setContentsMargins(16, 8, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_page, 1);
    layout->addWidget(buttons);
    resize(usualSize);
    m_page->focusSearch();
}

} // namespace Tenantscope::Ui
