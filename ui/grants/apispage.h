// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/management/scopecatalogue.h"
#include "app/session/tenantsession.h"
#include "ui/applications/detailspage.h"

QT_BEGIN_NAMESPACE
class QStackedWidget;
QT_END_NAMESPACE

namespace Tenantscope::Ui {

class Banner;
class CopyTree;
class EmptyLook;
class ProgressLine;

/// Which APIs the application in the details may call, with which scopes. Asks for the client grants when it is first seen.
class ApisPage final : public DetailsPage
{
    Q_OBJECT

public:
    /// \a session must outlive the page.
    explicit ApisPage(Session::TenantSession &session, QWidget *parent = nullptr);

    void showApplication(const QString &clientId) override;

protected:
    bool event(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void load();
    void follow();
    void showTrouble();
    bool takeGrants();
    void fillTree();
    void showLook();
    void addGrant(const Management::ClientGrant &grant);
    [[nodiscard]] QString emptyText() const;

    Session::TenantSession &m_session;
    Management::ScopeCatalogue m_catalogue;
    QString m_clientId;
    QString m_shownClientId;
    QList<Management::ClientGrant> m_shown;
    Banner *m_banner;
    ProgressLine *m_progress;
    QStackedWidget *m_looks;
    CopyTree *m_tree;
    EmptyLook *m_empty;
};

} // namespace Tenantscope::Ui
