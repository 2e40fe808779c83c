// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/grants/grantsdialog.h"

#include "app/session/knowntenant.h"
#include "ui/grants/grantspage.h"
#include "ui/shared/presentation.h"

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
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->setContentsMargins(16, 8, 16, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_page, 1);
    layout->addWidget(buttons);
    resize(usualSize);
    m_page->focusSearch();
}

} // namespace Tenantscope::Ui
