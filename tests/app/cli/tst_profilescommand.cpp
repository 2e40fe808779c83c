// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/profilescommand.h"

#include "tests/support/manualclock.h"
#include "tests/support/memorysecrets.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Cli;

/// `profiles add`, apart from any process, with a keychain that keeps it waiting.
class TestProfilesCommand final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }
    void addsAProfile();
    void anInterruptedAddAddsNothing();

private:
    [[nodiscard]] qsizetype savedProfiles() const
    {
        Tenant::ProfileStore store(m_folder.filePath(u"profiles.json"_s));
        return store.load() ? store.profiles().size() : -1;
    }
    /// A new profile with a secret.
    [[nodiscard]] static SavedConnection added(const QString &name)
    {
        const Tenant::Domain domain = Tenant::Domain::parse(u"contoso.eu.auth0.com"_s)->domain;
        return {
            .profile =
                {.name = name,
                 .domain = domain,
                 .clientId = u"machine"_s,
                 .audience = domain.defaultAudience(),
                 .caFile = {},
                 .isSecretSaved = true},
            .secret = Base::Secret("s3cret")};
    }

    QTemporaryDir m_folder;
    Test::ManualClock m_clock;
    Test::MemorySecrets m_secrets;
    Tenant::ProfileStore m_store{m_folder.filePath(u"profiles.json"_s)};
    const int m_nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC);
    Output m_output{m_nowhere};
    Console m_console{m_nowhere, m_clock};
};

void TestProfilesCommand::addsAProfile()
{
    ProfilesCommand command(
        {.action = ProfilesWish::Action::Add}, added(u"shop"_s), m_store, m_secrets, m_output,
        m_console);
    QSignalSpy finished(&command, &Command::finished);
    command.start();
    QTRY_COMPARE(finished.size(), 1);
    command.abandon(); // too late
    QCOMPARE(savedProfiles(), 1);
    QVERIFY(m_secrets.keeps(u"shop"_s, "s3cret"));
}

void TestProfilesCommand::anInterruptedAddAddsNothing()
{
    m_secrets.isSilent = true;
    ProfilesCommand command(
        {.action = ProfilesWish::Action::Add}, added(u"other"_s), m_store, m_secrets, m_output,
        m_console);
    command.abandon(); // too early
    command.start();
    QCOMPARE(savedProfiles(), 2);
    command.abandon();
    QCOMPARE(savedProfiles(), 1);
}

QTEST_GUILESS_MAIN(TestProfilesCommand)
#include "tst_profilescommand.moc"
