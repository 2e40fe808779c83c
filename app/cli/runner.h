// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#pragma once

#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/connection.h"
#include "app/cli/console.h"
#include "app/cli/output.h"
#include "app/cli/secretinput.h"
#include "app/cli/signalwatcher.h"
#include "app/demo/demotenant.h"
#include "app/secrets/keychain.h"
#include "app/session/tenantsession.h"
#include "app/tenant/profilestore.h"

namespace Tenantscope::Cli {

/// Owns what a command works with, runs it, and decides what becomes of the process when it ends, a signal comes or
/// its output cannot be written.
class Runner final : public QObject
{
    Q_OBJECT

public:
    Runner();
    ~Runner() override;

    /// Runs the event loop until the end; returns the exit code.
    [[nodiscard]] int run(const CommandLine &line, Environment environment);

private:
    using Made = tl::expected<std::unique_ptr<Command>, ExitCode>;
    /// Starts what was made; else the exit code.
    [[nodiscard]] std::optional<ExitCode> start(Made command);
    /// Starts the command of \a line as a profile says, once its secret is here; else the exit code.
    [[nodiscard]] std::optional<ExitCode> startWithProfile(
        const CommandLine &line, Environment environment);
    void secretArrived(const CommandLine &line, Environment environment);

    /// Makes the command; else the exit code.
    [[nodiscard]] Made make(const CommandLine &line, Environment environment);
    [[nodiscard]] Made makeDemo(const DemoWish &wish);
    [[nodiscard]] Made makeProfiles(const CommandLine &line, const Environment &environment);
    [[nodiscard]] Made makeCompare(CompareWish wish, Environment environment);
    [[nodiscard]] Made makeDecode(const CommandLine &line, Environment environment);
    [[nodiscard]] Made makeSessionCommand(const CommandLine &line, Connection connection);
    [[nodiscard]] tl::expected<Connection, ExitCode> connectTo(
        const ConnectionOptions &options, Environment environment);
    [[nodiscard]] tl::expected<std::optional<Base::Secret>, ExitCode> typedSecret(
        const ConnectionOptions &options);
    [[nodiscard]] tl::expected<Connection, ExitCode> startDemo();
    /// Starts the demo tenant, and tells how it is reached.
    [[nodiscard]] tl::expected<Environment, ExitCode> demoEnvironment();
    [[nodiscard]] tl::expected<Base::Secret, ExitCode> read(Input input);
    [[nodiscard]] ExitCode refuse(const QStringList &problems);

    void commandFinished(ExitCode code);
    void outputFailed();
    void interrupt(int code);
    void leave(int code);

    Base::SystemClock m_clock;
    Base::SystemRandom m_random;
    Console m_console;
    Output m_output;
    SignalWatcher m_signals;
    Secrets::Keychain m_keychain;
    Tenant::ProfileStore m_profiles;
    std::unique_ptr<Secrets::KeychainJob> m_reading;
    std::unique_ptr<Demo::DemoTenant> m_demo;
    std::unique_ptr<Session::TenantSession> m_session;
    std::unique_ptr<Command> m_command;
    std::optional<int> m_exitCode;
    Base::Wake m_hurry; ///< after a signal: nobody waits longer for a reader
};

} // namespace Tenantscope::Cli
