// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/comparecommand.h"

#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/profilescommand.h"
#include "app/session/comparisontext.h"
#include "app/tenant/profilestore.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tenantscope::Cli {

using Applications::Snapshot;

bool isSnapshotFile(const QString &operand)
{
    return operand.contains(u'/') || operand.endsWith(".json"_L1, Qt::CaseInsensitive)
        || QFileInfo(operand).isFile();
}

CompareCommand::CompareCommand(
    CompareWish wish, Environment environment, Tenant::ProfileStore &profiles,
    const ProfileSnapshot::Services &services, Output &output)
    : m_wish(std::move(wish))
    , m_environment(std::move(environment))
    , m_profiles(profiles)
    , m_services(services)
    , m_output(output)
{
}

CompareCommand::~CompareCommand() = default;

void CompareCommand::start()
{
    if (const Base::Result<void> found = findBoth(); !found) {
        m_services.console.fail(found.error(), Session::Doing::LoadingApplications);
        Q_EMIT finished(exitCodeFor(found.error().kind));
        return;
    }
    // One secret cannot be that of two tenants: it must say whose it is.
    const bool areBothLive = std::ranges::none_of(m_sides, &Found::has_value);
    if (areBothLive && m_environment.clientId.isEmpty())
        m_environment.clientSecret = {};
    getNext();
}

/// All that can be wrong with what was typed is told before anything is sent.
Base::Result<void> CompareCommand::findBoth()
{
    if (!isSnapshotFile(m_wish.before) || !isSnapshotFile(m_wish.after)) {
        const Base::Result<void> loaded = m_profiles.load();
        noteDamage(m_profiles, m_services.console);
        if (!loaded)
            return loaded;
    }
    for (const QString &operand : {m_wish.before, m_wish.after}) {
        Base::Result<Found> found = find(operand);
        if (!found)
            return Base::failure(found.error());
        m_sides.push_back(std::move(*found));
    }
    return {};
}

Base::Result<CompareCommand::Found> CompareCommand::find(const QString &operand)
{
    if (isSnapshotFile(operand))
        return Applications::loadSnapshot(operand).map(
            [](Snapshot snapshot) { return Found(std::move(snapshot)); });
    return m_profiles.find(operand).map(
        [](Tenant::Profile profile) { return Found(tl::unexpected(std::move(profile))); });
}

void CompareCommand::getNext()
{
    const auto missing = std::ranges::find_if_not(m_sides, &Found::has_value);
    if (missing == m_sides.end())
        compareBoth();
    else
        take(missing->error());
}

void CompareCommand::take(const Tenant::Profile &profile)
{
    if (m_taking) // it is the one that just finished
        m_taking.release()->deleteLater();
    m_taking = std::make_unique<ProfileSnapshot>(profile, m_environment, m_services);
    connect(m_taking.get(), &ProfileSnapshot::finished, this, [this] {
        auto snapshot = m_taking->takeResult();
        if (!snapshot) {
            Q_EMIT finished(snapshot.error());
            return;
        }
        *std::ranges::find_if_not(m_sides, &Found::has_value) = std::move(*snapshot);
        getNext();
    });
    m_taking->start();
}

void CompareCommand::compareBoth()
{
    const Session::ComparedSide before{.name = m_wish.before, .snapshot = *m_sides[0]};
    const Session::ComparedSide after{.name = m_wish.after, .snapshot = *m_sides[1]};
    const Applications::Comparison comparison = compare(before.snapshot, after.snapshot);
    for (const QString &note : Session::notesOnComparison(comparison, before, after))
        m_services.console.note(note);
    m_output.write(
        m_wish.format == CompareWish::Format::Json ? Session::comparisonJson(comparison) + '\n'
                                                   : Session::comparisonText(comparison).toUtf8());
    Q_EMIT finished(comparison.isSame() ? ExitCode::Success : ExitCode::Found);
}

} // namespace Tenantscope::Cli
