// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "ui/applications/secretexport.h"

#include "app/session/sentence.h"
#include "app/session/tenantsession.h"
#include "ui/applications/applicationcell.h"
#include "ui/applications/applicationsmodel.h"
#include "ui/applications/listwords.h"
#include "ui/applications/selectiontext.h"

#include <algorithm>
#include <utility>

namespace Tenantscope::Ui {

using namespace Qt::StringLiterals;
using Applications::Column;

namespace {

void addSecrets(Applications::RowWriter::Table &shown)
{
    const Column secrets = Applications::fieldColumn(u"client_secret"_s);
    if (std::ranges::find(shown.columns, secrets) != shown.columns.end())
        return;
    shown.columns.push_back(secrets);
    shown.titles.append(columnHeader(secrets, Qt::DisplayRole).toString());
}

} // namespace

SecretExport::SecretExport(Session::TenantSession &session, Wish wish, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_wish(std::move(wish))
{
}

void SecretExport::start()
{
    m_list = m_session.listWithSecrets(this);
    if (!m_list) {
        Q_EMIT finished(tr("Nothing was exported: there is no token. Get one, then export again."));
        return;
    }
    m_list->setEnvironment(m_wish.environment);
    connect(m_list, &Applications::ApplicationList::stateChanged, this, &SecretExport::follow);
}

void SecretExport::follow()
{
    const Applications::ListState &state = m_list->state();
    if (const auto *loading = std::get_if<Applications::ListLoading>(&state)) {
        Q_EMIT progressed(loading->loaded, loading->total);
    } else if (const auto *stopped = std::get_if<Applications::ListStopped>(&state)) {
        const auto why = Session::describe(stopped->cause, Session::Doing::LoadingApplications);
        Q_EMIT finished(tr("Nothing was exported. %1").arg(why.line()));
    } else if (std::holds_alternative<Applications::ListLoaded>(state)) {
        write();
    } else {
        Q_EMIT finished(tr("Nothing was exported: the sign-in ended meanwhile."));
    }
}

void SecretExport::write()
{
    const Applications::ApplicationStore &store = m_list->store();
    std::vector<int> rows;
    for (const QString &clientId : std::as_const(m_wish.clientIds)) {
        if (const std::optional<int> row = store.rowOf(clientId))
            rows.push_back(*row);
    }
    auto *model = new ApplicationsModel(
        store, m_session.clock(), this); // words cells, shows nothing
    model->setScopes(m_wish.scopes);
    Applications::RowWriter::Table shown = m_wish.shown;
    addSecrets(shown);
    shown.text = [model](int row, Column column) { return model->copyText(row, column); };
    const auto count = qint64(rows.size());
    auto *job = new FileExport(
        piecesOf({store, m_wish.format, std::move(shown)}, std::move(rows)), m_wish.file, this);
    connect(job, &FileExport::finished, this, [this, count](const QString &error) {
        Q_EMIT finished(
            error.isEmpty() ? tr("%1 exported to %2, with client secrets.")
                                  .arg(applicationsText(count), m_wish.file)
                            : tr("Nothing was exported to %1: %2. Choose another place.")
                                  .arg(m_wish.file, error));
    });
    job->start();
}

} // namespace Tenantscope::Ui
