// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/session/tenantbook.h"
#include "ui/applications/listwords.h"
#include "ui/compare/comparedialog.h"
#include "ui/compare/tenantsnapshot.h"
#include "ui/grants/grantsdialog.h"
#include "ui/shared/fileexport.h"
#include "ui/window/mainwindow.h"
#include "ui/window/noticebar.h"
#include "ui/window/tenantview.h"

#include <QDir>
#include <QFileDialog>

// What the window shows and keeps of a tenant's applications as a whole: who may do what, and what changed.
namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Session::KnownTenant;

void MainWindow::connectInsight()
{
    connect(m_actions->grants, &QAction::triggered, this, [this] { showGrants(); });
    connect(m_actions->compare, &QAction::triggered, this, [this] { showComparison(); });
    connect(m_actions->saveSnapshot, &QAction::triggered, this, [this] { saveSnapshot(); });
}

/// One at a time, beside the window: the table can be read meanwhile.
void MainWindow::openInsight(QDialog *dialog)
{
    if (m_insight)
        m_insight->close(); // its own key may have led here
    m_insight = dialog;
    dialog->addActions( // their keys work there, too
        {m_actions->present, m_actions->lock, m_actions->grants, m_actions->compare,
         m_actions->saveSnapshot});
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    dialog->activateWindow();
}

void MainWindow::showGrants()
{
    openInsight(new GrantsDialog(tenant(), this));
}

void MainWindow::showComparison()
{
    openInsight(new CompareDialog(m_book, tenant(), this));
}

void MainWindow::saveSnapshot()
{
    auto *dialog = new QFileDialog(this, tr("Save snapshot"), QDir::homePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"snapshot.json"_s);
    const QPointer<KnownTenant> of(&tenant());
    connect(dialog, &QFileDialog::fileSelected, this, [this, of](const QString &file) {
        if (!of || !isListWhole(*of))
            return m_notice->tell(tr("No snapshot was saved: the list is no longer complete."));
        saveSnapshotOf(*of, file);
    });
    dialog->open();
}

void MainWindow::saveSnapshotOf(const KnownTenant &tenant, const QString &file)
{
    const Applications::ApplicationList &list = tenant.session().applications();
    const auto pieces = [writer = snapshotWriterOf(tenant)]() mutable { return writer.next(); };
    auto *job = new FileExport(pieces, file, this);
    const auto giveUp = [this, job] {
        delete job; // what was there before stays
        m_notice->tell(tr("No snapshot was saved: the list is no longer complete."));
    };
    connect(&list, &Applications::ApplicationList::cleared, job, giveUp);
    connect(&list, &QObject::destroyed, job, giveUp);
    const int count = list.store().size();
    connect(job, &FileExport::finished, this, [this, job, file, count](const QString &error) {
        job->deleteLater();
        if (!error.isEmpty())
            return tell({.kind = Base::ErrorKind::FileUnusable, .subject = file, .detail = error});
        m_notice->tell(
            tr("%1 saved to %2, without any secret.").arg(applicationsText(count), file));
    });
    m_notice->tell(tr("Saving the snapshot…"));
    job->start();
}

void MainWindow::updateInsightActions()
{
    const Session::TenantSession &session = m_view->session();
    const bool listable = session.isSignedIn() && session.canListApplications();
    WindowActions::allow(
        m_actions->grants, listable,
        session.isSignedIn() ? tr("The token is not for the Management API")
                             : tr("No tenant is selected"));
    WindowActions::allow(
        m_actions->saveSnapshot, isListWhole(tenant()), tr("The list is not complete"));
}

} // namespace Tenantscope::Ui
