// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// What can be done with the rows: copied, exported, searched for by a cell, opened in the Dashboard.
#include "app/applications/fieldvalue.h"
#include "app/session/emptiness.h"
#include "app/tenant/dashboardlink.h"
#include "ui/applications/applicationspane_p.h"
#include "ui/applications/exportdialog.h"
#include "ui/applications/listwords.h"
#include "ui/applications/placekeeper.h"
#include "ui/applications/rowcopy.h"
#include "ui/applications/secretexport.h"
#include "ui/applications/selectiontext.h"
#include "ui/shared/presentation.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QProgressDialog>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::RowFormat;

void ApplicationsPane::Private::openCopyMenu()
{
    auto *menu = m_actions.copyRows ? m_actions.copyRows->menu<QMenu *>() : nullptr;
    if (!menu)
        return;
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    menu->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

void ApplicationsPane::Private::copyRows(RowFormat format)
{
    delete std::exchange(m_copy, nullptr);
    std::vector<int> rows = storeRows(m_model, selectedRows(*m_table->selectionModel()));
    if (rows.empty())
        return;
    m_copy = new RowCopy(
        Applications::RowPieces(writerFor(*m_table, m_model, format), std::move(rows)), this);
    connect(m_copy, &RowCopy::progressed, this, [this] { Q_EMIT m_pane.noted(m_copy->words()); });
    connect(m_copy, &RowCopy::finished, this, &Private::endCopy);
    // Who locks or leaves the tenant, or loads anew, wants no more of it.
    connect(&m_session.applications(), &Applications::ApplicationList::cleared, m_copy, [this] {
        leaveCopy();
    });
    connect(&m_session, &Session::TenantSession::signedInChanged, m_copy, [this] { leaveCopy(); });
    m_copy->start();
}

void ApplicationsPane::Private::endCopy()
{
    RowCopy *copy = std::exchange(m_copy, nullptr);
    copy->deleteLater(); // it is telling of its end
    QGuiApplication::clipboard()->setText(copy->text());
    if (copy->wasLong())
        Q_EMIT m_pane.noted(ApplicationsPane::tr("%1 copied.").arg(applicationsText(copy->size())));
}

bool ApplicationsPane::Private::leaveCopy()
{
    if (!m_copy)
        return false;
    delete std::exchange(m_copy, nullptr);
    Q_EMIT m_pane.noted(ApplicationsPane::tr("Nothing was copied."));
    return true;
}

void ApplicationsPane::Private::exportRows()
{
    auto *dialog = new ExportDialog(
        SecretFlow::whyNone(m_session), Presentation::isProduction(&m_pane), &m_pane);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this, dialog](const QString &file) {
        m_model.flush();
        if (dialog->includesSecrets())
            writeSecretsTo(file, dialog->format());
        else
            writeTo(file, dialog->format());
    });
    dialog->open();
}

void ApplicationsPane::Private::writeTo(const QString &file, RowFormat format)
{
    std::vector<int> rows(size_t(m_model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto count = qint64(rows.size());
    auto *job = new FileExport(
        piecesOf(writerFor(*m_table, m_model, format), storeRows(m_model, std::move(rows))), file,
        this);
    connect(&m_session.applications(), &Applications::ApplicationList::cleared, job, [this, job] {
        delete job; // the rows are gone, and what was there before stays
        Q_EMIT m_pane.noted(
            ApplicationsPane::tr("Nothing was exported: the list was loaded anew meanwhile."));
    });
    connect(job, &FileExport::finished, this, [this, job, file, count](const QString &error) {
        job->deleteLater();
        Q_EMIT m_pane.noted(
            error.isEmpty()
                ? ApplicationsPane::tr("%1 exported to %2.").arg(applicationsText(count), file)
                : ApplicationsPane::tr("Nothing was exported to %1: %2. Choose another place.")
                      .arg(file, error));
    });
    job->start();
}

void ApplicationsPane::Private::writeSecretsTo(const QString &file, RowFormat format)
{
    QStringList clientIds;
    for (int row = 0; row < m_model.rowCount(); ++row)
        clientIds.append(m_model.clientIdAt(row));
    auto *job = new SecretExport(
        m_session,
        {.file = file,
         .format = format,
         .clientIds = clientIds,
         .shown = shownTable(*m_table, m_model),
         .scopes = m_model.scopes(),
         .environment = m_model.store().environment()},
        this);
    auto *progress = new QProgressDialog(
        ApplicationsPane::tr("Reading applications with their secrets…"),
        ApplicationsPane::tr("Cancel"), 0, 0, &m_pane);
    progress->setWindowTitle(ApplicationsPane::tr("Export applications"));
    progress->setAutoReset(false);
    connect(job, &SecretExport::progressed, progress, [progress](qint64 loaded, auto total) {
        progress->setMaximum(int(total.value_or(0)));
        progress->setValue(int(loaded));
    });
    connect(job, &QObject::destroyed, progress, &QObject::deleteLater);
    connect(progress, &QProgressDialog::canceled, job, [this, job] {
        job->deleteLater();
        Q_EMIT m_pane.noted(ApplicationsPane::tr("Nothing was exported."));
    });
    connect(job, &SecretExport::finished, this, [this, job](const QString &words) {
        job->deleteLater();
        Q_EMIT m_pane.noted(words);
    });
    job->start();
}

std::optional<QString> ApplicationsPane::Private::termsForCell(Applications::TermUse use) const
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid() || !whyUntold(cell).isEmpty())
        return {};
    const Applications::Column column = m_model.columnAt(cell.column());
    const int row = m_model.storeRowAt(cell.row());
    const std::optional<QString> terms = column == Applications::Column::Findings
        ? Applications::termFor(memberOf(column), m_model.store().text(row, column), use)
        : Applications::termFor(
            memberOf(column),
            Applications::valueAt(m_model.store().application(row).members(), memberOf(column)),
            use);
    const bool fits = terms
        && search().text().trimmed().size() + 1 + terms->size() <= SearchField::longestSearch;
    return fits ? terms : std::nullopt;
}

QString ApplicationsPane::Private::whyNoTerms() const
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid())
        return ApplicationsPane::tr("No cell is chosen");
    if (const QString why = whyUntold(cell); !why.isEmpty())
        return why;
    return termsForCell(Applications::TermUse::Filter)
        ? QString()
        : ApplicationsPane::tr("The value of the current cell is more than a search can say");
}

/// Why the cell does not tell its field's value, whatever a search can say; empty: it does.
QString ApplicationsPane::Private::whyUntold(const QModelIndex &cell) const
{
    using Applications::Column;
    const Column column = m_model.columnAt(cell.column());
    const int row = m_model.storeRowAt(cell.row());
    if (column == Column::Callbacks && m_model.store().callbackCount(row) > 0)
        return ApplicationsPane::tr(
            "The current cell counts. Add the column “callbacks” to search for one of them");
    const auto emptiness = Session::emptinessOf(
        m_model.store().absence(row, column), memberOf(column).section(u'.', 0, 0),
        m_model.scopes());
    const bool isUntold = emptiness == Session::Emptiness::NotVisible
        || emptiness == Session::Emptiness::Unknown
        || (emptiness && *emptiness != Session::Emptiness::Empty && column == Column::Findings);
    return isUntold
        ? ApplicationsPane::tr("The current cell does not tell whether there is a value")
        : QString();
}

QUrl ApplicationsPane::Private::dashboardLink() const
{
    if (m_places->chosen().isEmpty())
        return {};
    return Tenant::dashboardLink(
        Tenant::DashboardPage::Application, m_session.domain(), m_session.audience(),
        m_places->chosen());
}

} // namespace Tenantscope::Ui
