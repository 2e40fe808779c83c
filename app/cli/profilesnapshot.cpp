// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/profilesnapshot.h"

#include "app/cli/console.h"
#include "app/cli/text.h"

namespace Tenantscope::Cli {

ProfileSnapshot::ProfileSnapshot(
    Tenant::Profile profile, Environment environment, const Services &services)
    : m_profile(std::move(profile))
    , m_environment(std::move(environment))
    , m_services(services)
{
}

ProfileSnapshot::~ProfileSnapshot() = default;

void ProfileSnapshot::start()
{
    if (!m_profile.isSecretSaved || !m_profile.privateKeyFile.isEmpty())
        return connectTo(environmentOf(m_profile, std::move(m_environment)));
    m_services.console.progress(Text::tr("Waiting for your keychain…"));
    m_reading.reset(m_services.keychain.read(m_profile.name, nullptr));
    connect(
        m_reading.get(), &Secrets::KeychainJob::finished, this, &ProfileSnapshot::secretArrived);
}

tl::expected<Applications::Snapshot, ExitCode> ProfileSnapshot::takeResult()
{
    if (m_taking)
        return m_taking->result().map([this] { return m_taking->snapshot(); });
    return tl::unexpected(m_failure);
}

void ProfileSnapshot::secretArrived()
{
    m_services.console.clearProgress();
    Base::Result<Base::Secret> secret = m_reading->takeResult();
    if (!secret) {
        m_services.console.fail(secret.error(), Session::Doing::SigningIn);
        return end(exitCodeFor(secret.error().kind));
    }
    Environment environment = environmentOf(m_profile, std::move(m_environment));
    environment.clientSecret = std::move(*secret);
    connectTo(std::move(environment));
}

void ProfileSnapshot::connectTo(Environment environment)
{
    auto connection = connectionFrom({}, std::move(environment), std::nullopt);
    if (!connection) {
        for (const QString &problem : connection.error())
            m_services.console.fail(Text::tr("Profile “%1”: %2").arg(m_profile.name, problem));
        return end(ExitCode::Usage);
    }
    m_session = std::make_unique<Session::TenantSession>(
        m_services.clock, m_services.random, connection->caFile);
    m_taking = std::make_unique<SnapshotTaking>(*m_session, m_services.console);
    connect(m_taking.get(), &SnapshotTaking::finished, this, &ProfileSnapshot::finished);
    m_session->signIn(std::move(connection->checked.credentials), false);
    m_taking->start();
}

void ProfileSnapshot::end(ExitCode failure)
{
    m_failure = failure;
    QMetaObject::invokeMethod(this, &ProfileSnapshot::finished, Qt::QueuedConnection);
}

} // namespace Tenantscope::Cli
