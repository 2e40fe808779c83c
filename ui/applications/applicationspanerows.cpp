// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT

// What can be done with the rows: copied, exported, searched for by a cell, opened in the Dashboard.
#include "app/applications/fieldvalue.h"
#include "app/tenant/dashboardlink.h"
#include "ui/applications/applicationspane_p.h"
#include "ui/applications/listwords.h"
#include "ui/applications/placekeeper.h"
#include "ui/applications/selectiontext.h"
#include "ui/shared/fileexport.h"

#include <QAction>
#include <QFileDialog>
#include <QJsonArray>
#include <QMenu>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::RowFormat;

namespace {

constexpr qsizetype mostTerms = 10; // of one cell: nobody reads a longer search

/// A kind of file, as the dialog offers it.
struct Kind
{
    QString filter;
    QString suffix;
    RowFormat format;
};

QList<Kind> fileKinds()
{
    return {
        {ApplicationsPane::tr("CSV: columns shown (*.csv)"), u"csv"_s, RowFormat::Csv},
        {ApplicationsPane::tr("Tab-separated: columns shown (*.tsv)"), u"tsv"_s, RowFormat::Tsv},
        {ApplicationsPane::tr("Markdown: columns shown (*.md)"), u"md"_s, RowFormat::Markdown},
        {ApplicationsPane::tr("JSON: columns shown (*.json)"), u"json"_s, RowFormat::Json},
        {ApplicationsPane::tr("JSON: all fields (*.json)"), u"json"_s, RowFormat::JsonAllFields},
    };
}

std::optional<QString> termForFindings(
    const Applications::ApplicationStore &store, int row, Applications::TermUse use)
{
    constexpr auto column = Applications::Column::Findings;
    if (store.absence(row, column) == Applications::Absence::Missing)
        return {}; // nobody knows
    return Applications::termFor(memberOf(column), store.text(row, column), use);
}

/// Rows for a file, a few a piece.
class RowPieces final
{
public:
    RowPieces(Applications::RowWriter writer, std::vector<int> storeRows)
        : m_writer(std::move(writer))
        , m_rows(std::move(storeRows))
    {
    }

    std::optional<QByteArray> operator()()
    {
        constexpr size_t fewRows = 20;
        if (m_hasEnded)
            return std::nullopt;
        QByteArray piece = m_written == 0 ? m_writer.head() : QByteArray();
        const std::span rows = std::span(m_rows).subspan(m_written);
        const std::span some = rows.first(std::min(fewRows, rows.size()));
        piece += m_writer.rows(some);
        m_written += some.size();
        m_hasEnded = m_written == m_rows.size();
        return m_hasEnded ? piece + m_writer.foot() : piece;
    }

private:
    Applications::RowWriter m_writer;
    std::vector<int> m_rows;
    size_t m_written = 0;
    bool m_hasEnded = false;
};

} // namespace

void ApplicationsPane::Private::openCopyMenu()
{
    auto *menu = m_actions.copyRows ? m_actions.copyRows->menu<QMenu *>() : nullptr;
    if (!menu)
        return;
    const QRect cell = m_table->visualRect(m_table->currentIndex());
    menu->popup(m_table->viewport()->mapToGlobal(cell.bottomLeft()));
}

void ApplicationsPane::Private::exportRows()
{
    const QList<Kind> kinds = fileKinds();
    QStringList filters;
    for (const Kind &kind : kinds)
        filters.append(kind.filter);
    auto *dialog = new QFileDialog(&m_pane, ApplicationsPane::tr("Export applications"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(kinds.first().suffix);
    dialog->selectFile(u"applications.csv"_s);
    connect(
        dialog, &QFileDialog::filterSelected, dialog,
        [dialog, kinds, filters](const QString &filter) {
            const Kind &kind = kinds[std::max<qsizetype>(0, filters.indexOf(filter))];
            dialog->setDefaultSuffix(kind.suffix);
            const QString name = QFileInfo(dialog->selectedFiles().value(0)).completeBaseName();
            dialog->selectFile(name + u'.' + kind.suffix);
        });
    connect(
        dialog, &QFileDialog::fileSelected, this,
        [this, dialog, kinds, filters](const QString &file) {
            const qsizetype kind = filters.indexOf(dialog->selectedNameFilter());
            writeTo(file, kinds[std::max<qsizetype>(0, kind)].format);
        });
    dialog->open();
}

void ApplicationsPane::Private::writeTo(const QString &file, RowFormat format)
{
    m_model.flush();
    std::vector<int> rows(size_t(m_model.rowCount()));
    std::iota(rows.begin(), rows.end(), 0);
    const auto count = qint64(rows.size());
    auto *job = new FileExport(
        RowPieces(writerFor(*m_table, m_model, format), storeRows(m_model, std::move(rows))), file,
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

std::optional<QString> ApplicationsPane::Private::termsForCell(Applications::TermUse use) const
{
    const QModelIndex cell = m_table->currentIndex();
    if (!cell.isValid())
        return {};
    const Applications::Column column = m_model.columnAt(cell.column());
    const QString member = memberOf(column);
    if (column == Applications::Column::Findings)
        return termForFindings(m_model.store(), m_model.storeRowAt(cell.row()), use);
    const Management::Application application = m_model.store().application(
        m_model.storeRowAt(cell.row()));
    const QJsonValue value = Applications::valueAt(application.members(), member);
    QJsonArray elements = value.isArray() ? value.toArray() : QJsonArray{value};
    if (elements.isEmpty() || elements.size() > mostTerms)
        return {};
    QStringList terms;
    for (const QJsonValue &element : std::as_const(elements)) {
        if (element.isObject() || element.isArray())
            return {}; // a search finds texts
        const auto term = Applications::termFor(member, Management::valueText(element), use);
        if (!term)
            return {};
        terms.append(*term);
    }
    const QString joined = terms.join(u' ');
    const qsizetype length = search().text().trimmed().size() + 1 + joined.size();
    return length <= SearchField::longestSearch ? std::optional(joined) : std::nullopt;
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
