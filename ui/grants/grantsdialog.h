// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include <QDialog>

namespace Tenantscope::Session {
class KnownTenant;
}

namespace Tenantscope::Ui {

class GrantsPage;

/// The window in which a tenant's client grants are seen. Whoever made it deletes it before the tenant goes.
class GrantsDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit GrantsDialog(Session::KnownTenant &tenant, QWidget *parent = nullptr);

    [[nodiscard]] GrantsPage &page() const { return *m_page; }

private:
    GrantsPage *m_page;
};

} // namespace Tenantscope::Ui
