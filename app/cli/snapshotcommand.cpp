// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/snapshotcommand.h"

#include "app/cli/console.h"
#include "app/cli/output.h"

namespace Tenantscope::Cli {

SnapshotCommand::SnapshotCommand(
    SnapshotWish wish, Session::TenantSession &session, Output &output, Console &console)
    : m_wish(std::move(wish))
    , m_output(output)
    , m_console(console)
    , m_taking(session, console)
{
}

void SnapshotCommand::start()
{
    connect(&m_taking, &SnapshotTaking::finished, this, [this] {
        if (const auto result = m_taking.result(); result)
            hand(m_taking.writer());
        else
            Q_EMIT finished(result.error());
    });
    m_taking.start();
}

void SnapshotCommand::hand(Applications::SnapshotWriter writer)
{
    if (m_wish.out.isEmpty()) {
        while (std::optional<QByteArray> piece = writer.next())
            m_output.write(std::move(*piece));
    } else if (const auto saved = saveSnapshot(std::move(writer), m_wish.out); !saved) {
        m_console.fail(saved.error(), Session::Doing::LoadingApplications);
        Q_EMIT finished(exitCodeFor(saved.error().kind));
        return;
    }
    Q_EMIT finished(ExitCode::Success);
}

} // namespace Tenantscope::Cli
