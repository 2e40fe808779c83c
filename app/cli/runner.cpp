// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/runner.h"

#include "app/cli/applicationscommand.h"
#include "app/cli/comparecommand.h"
#include "app/cli/decodecommand.h"
#include "app/cli/democommand.h"
#include "app/cli/doctorcommand.h"
#include "app/cli/endpointscommand.h"
#include "app/cli/grantscommand.h"
#include "app/cli/profilescommand.h"
#include "app/cli/scopescommand.h"
#include "app/cli/secretinput.h"
#include "app/cli/snapshotcommand.h"
#include "app/cli/text.h"
#include "app/cli/tokencommand.h"

#include <QCoreApplication>
#include <QDir>

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace Tenantscope::Cli {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A script must not hang because a keychain waits to be unlocked.
constexpr auto keychainPatience = 3s;
constexpr auto lastLinePatience = 500ms;

/// All paths are absolute now. From here on a relative one means nothing, to us or to a library that looks for
/// certificates.
void leaveFolder()
{
    if (::chdir("/") != 0)
        qWarning("chdir: %s", ::strerror(errno));
}

} // namespace

Runner::Runner()
    : m_console(STDERR_FILENO, m_clock)
    , m_output(STDOUT_FILENO)
    , m_keychain(m_clock, keychainPatience)
{
    connect(&m_output, &Output::failed, this, &Runner::outputFailed);
    connect(&m_signals, &SignalWatcher::received, this, [this](int signal) {
        interrupt(m_command ? m_command->exitCodeAt(signal) : exitCodeForSignal(signal));
    });
}

Runner::~Runner() = default;

int Runner::run(const CommandLine &line, Environment environment)
{
    const std::optional<ExitCode> failure = line.connection.profile
        ? startWithProfile(line, std::move(environment))
        : start(make(line, std::move(environment)));
    return failure ? int(*failure) : QCoreApplication::exec();
}

std::optional<ExitCode> Runner::start(Made command)
{
    if (!command)
        return command.error();
    m_command = std::move(*command);
    connect(m_command.get(), &Command::finished, this, &Runner::commandFinished);
    QMetaObject::invokeMethod(m_command.get(), &Command::start, Qt::QueuedConnection);
    return std::nullopt;
}

std::optional<ExitCode> Runner::startWithProfile(const CommandLine &line, Environment environment)
{
    const Base::Result<Tenant::Profile> profile = m_profiles.load().and_then(
        [&] { return m_profiles.find(*line.connection.profile); });
    noteDamage(m_profiles, m_console);
    if (!profile) {
        m_console.fail(profile.error(), Session::Doing::SigningIn);
        return exitCodeFor(profile.error().kind);
    }
    Environment known = environmentOf(*profile, std::move(environment));
    const bool hasKey = line.connection.privateKeyFile || !profile->privateKeyFile.isEmpty();
    const bool needsSecret = !std::holds_alternative<DecodeWish>(line.wish);
    if (line.connection.secretFromInput || hasKey || !profile->isSecretSaved || !needsSecret)
        return start(make(line, std::move(known)));
    m_console.progress(Text::tr("Waiting for your keychain…"));
    m_reading.reset(m_keychain.read(profile->name, nullptr));
    connect(m_reading.get(), &Secrets::KeychainJob::finished, this, [this, line, known] {
        secretArrived(line, known);
    });
    return std::nullopt;
}

void Runner::secretArrived(const CommandLine &line, Environment environment)
{
    m_console.clearProgress();
    Base::Result<Base::Secret> secret = m_reading->takeResult();
    if (!secret) {
        m_console.fail(secret.error(), Session::Doing::SigningIn);
        return leave(int(exitCodeFor(secret.error().kind)));
    }
    environment.clientSecret = std::move(*secret);
    if (const std::optional<ExitCode> failure = start(make(line, std::move(environment))))
        leave(int(*failure));
}

Runner::Made Runner::make(const CommandLine &line, Environment environment)
{
    if (const auto *demo = std::get_if<DemoWish>(&line.wish))
        return makeDemo(*demo);
    if (std::holds_alternative<ProfilesWish>(line.wish))
        return makeProfiles(line, environment);
    if (const auto *endpoints = std::get_if<EndpointsWish>(&line.wish)) {
        leaveFolder();
        return std::make_unique<EndpointsCommand>(*endpoints, m_output, m_console);
    }
    if (const auto *compare = std::get_if<CompareWish>(&line.wish))
        return makeCompare(*compare, std::move(environment));
    if (std::holds_alternative<DecodeWish>(line.wish))
        return makeDecode(line, std::move(environment));
    tl::expected<Connection, ExitCode> connection = line.connection.demo
        ? startDemo()
        : connectTo(line.connection, std::move(environment));
    if (!connection)
        return tl::unexpected(connection.error());
    return makeSessionCommand(line, std::move(*connection));
}

Runner::Made Runner::makeDemo(const DemoWish &wish)
{
    Base::Result<Demo::DemoOptions> options = demoOptions(wish);
    if (options) {
        leaveFolder();
        return std::make_unique<DemoCommand>(std::move(*options), m_output, m_console);
    }
    m_console.fail(
        Text::tr("--fault %1: %2.").arg(options.error().subject, options.error().detail));
    m_console.fail(Text::tr("There are: %1.").arg(Demo::faultNames().join(u", "_s)));
    return tl::unexpected(ExitCode::Usage);
}

Runner::Made Runner::makeProfiles(const CommandLine &line, const Environment &environment)
{
    const auto &wish = std::get<ProfilesWish>(line.wish);
    SavedConnection added;
    if (wish.action == ProfilesWish::Action::Add) {
        auto typed = typedSecret(line.connection);
        if (!typed)
            return tl::unexpected(typed.error());
        auto saved = savedConnectionFrom(wish, line.connection, environment, std::move(*typed));
        if (!saved)
            return tl::unexpected(refuse(saved.error()));
        added = std::move(*saved);
    }
    for (const QString &note : added.notes)
        m_console.note(note);
    leaveFolder();
    return std::make_unique<ProfilesCommand>(
        wish, std::move(added), m_profiles, m_keychain, m_output, m_console);
}

Runner::Made Runner::makeCompare(CompareWish wish, Environment environment)
{
    for (QString *operand : {&wish.before, &wish.after}) {
        if (isSnapshotFile(*operand))
            *operand = QDir::current().absoluteFilePath(*operand);
    }
    leaveFolder();
    return std::make_unique<CompareCommand>(
        std::move(wish), std::move(environment), m_profiles,
        ProfileSnapshot::Services{m_clock, m_random, m_keychain, m_console}, m_output);
}

Runner::Made Runner::makeDecode(const CommandLine &line, Environment environment)
{
    const auto &wish = std::get<DecodeWish>(line.wish);
    if (line.connection.demo) {
        if (auto demo = demoEnvironment(); demo)
            environment = std::move(*demo);
        else
            return tl::unexpected(demo.error());
    }
    auto check = tokenCheckFrom(wish, line.connection, environment);
    if (!check)
        return tl::unexpected(refuse(check.error()));
    for (const QString &note : check->notes)
        m_console.note(note);
    auto typed = read(Input::Token);
    if (!typed)
        return tl::unexpected(typed.error());
    leaveFolder();
    return std::make_unique<DecodeCommand>(
        wish, std::move(*typed), std::move(*check), m_clock, m_random, m_output, m_console);
}

Runner::Made Runner::makeSessionCommand(const CommandLine &line, Connection connection)
{
    SnapshotWish snapshot;
    if (const auto *wish = std::get_if<SnapshotWish>(&line.wish); wish && !wish->out.isEmpty())
        snapshot.out = QDir::current().absoluteFilePath(wish->out);
    leaveFolder();
    if (const auto *doctor = std::get_if<DoctorWish>(&line.wish)) // it tells the notes itself
        return std::make_unique<DoctorCommand>(
            *doctor, m_clock, m_random,
            Doctor::Patient{.checked = std::move(connection.checked), .caFile = connection.caFile},
            m_output, m_console);
    for (const QString &note : connection.notes)
        m_console.note(note);
    m_session = std::make_unique<Session::TenantSession>(m_clock, m_random, connection.caFile);
    m_session->setEnvironment(connection.kind);
    m_session->signIn(std::move(connection.checked.credentials), false);

    if (const auto *token = std::get_if<TokenWish>(&line.wish))
        return std::make_unique<TokenCommand>(*token, *m_session, m_output, m_console);
    if (const auto *scopes = std::get_if<ScopesWish>(&line.wish))
        return std::make_unique<ScopesCommand>(*scopes, *m_session, m_output, m_console);
    if (std::holds_alternative<SnapshotWish>(line.wish))
        return std::make_unique<SnapshotCommand>(snapshot, *m_session, m_output, m_console);
    if (const auto *grants = std::get_if<GrantsWish>(&line.wish))
        return std::make_unique<GrantsCommand>(*grants, *m_session, m_output, m_console);
    const auto &applications = std::get<ApplicationsWish>(line.wish);
    return std::make_unique<ApplicationsCommand>(applications, *m_session, m_output, m_console);
}

tl::expected<Connection, ExitCode> Runner::connectTo(
    const ConnectionOptions &options, Environment environment)
{
    auto typed = typedSecret(options);
    if (!typed)
        return tl::unexpected(typed.error());
    auto connection = connectionFrom(options, std::move(environment), std::move(*typed));
    if (connection)
        return std::move(*connection);
    return tl::unexpected(refuse(connection.error()));
}

ExitCode Runner::refuse(const QStringList &problems)
{
    for (const QString &problem : problems)
        m_console.fail(problem);
    return ExitCode::Usage;
}

tl::expected<std::optional<Base::Secret>, ExitCode> Runner::typedSecret(
    const ConnectionOptions &options)
{
    if (!options.secretFromInput)
        return std::nullopt;
    return read(Input::Secret).map([](Base::Secret secret) {
        return std::optional(std::move(secret));
    });
}

tl::expected<Environment, ExitCode> Runner::demoEnvironment()
{
    Base::Result<std::unique_ptr<Demo::DemoTenant>> tenant = Demo::DemoTenant::start({});
    if (!tenant) {
        m_console.fail(
            Text::tr("The demo tenant could not be started: %1").arg(tenant.error().detail));
        return tl::unexpected(exitCodeFor(tenant.error().kind));
    }
    m_demo = std::move(*tenant);
    return Environment{
        .domain = m_demo->domain(),
        .clientId = m_demo->clientId(),
        .audience = m_demo->audience(),
        .caFile = {},
        .clientSecret = Base::Secret::fromText(m_demo->clientSecret()),
    };
}

tl::expected<Connection, ExitCode> Runner::startDemo()
{
    auto demo = demoEnvironment();
    if (!demo)
        return tl::unexpected(demo.error());
    return connectTo({}, std::move(*demo));
}

tl::expected<Base::Secret, ExitCode> Runner::read(Input input)
{
    auto secret = readSecret(STDIN_FILENO, m_signals.descriptor(), STDERR_FILENO, input);
    if (secret)
        return std::move(*secret);
    if (secret.error().kind == InputFailure::Kind::Interrupted)
        return tl::unexpected(ExitCode::Interrupted);
    m_console.fail(describe(secret.error(), input));
    return tl::unexpected(ExitCode::Usage);
}

void Runner::commandFinished(ExitCode code)
{
    if (m_exitCode || m_output.failure() || m_output.isCut())
        return;
    if (!m_output.isEmpty()) {
        connect(&m_output, &Output::hungry, this, [this, code] { commandFinished(code); });
        return;
    }
    m_output.close();
    if (!m_output.failure())
        leave(int(code));
}

void Runner::outputFailed()
{
    const int code = m_output.failure().value_or(0);
    if (code == EPIPE)
        return leave(int(ExitCode::OutputClosed));
    m_console.fail(
        Text::tr("The output cannot be written: %1").arg(QString::fromLocal8Bit(::strerror(code))));
    leave(int(ExitCode::Usage));
}

/// Whoever reads gets whole lines, unless they do not read. A second signal does not wait for that.
void Runner::interrupt(int code)
{
    if (m_command)
        m_command->abandon();
    m_output.cutShort();
    if (m_output.isEmpty() || m_hurry.isSet())
        return leave(code);
    connect(&m_output, &Output::hungry, this, [this, code] { leave(code); });
    m_hurry = m_clock.wakeAfter(lastLinePatience, [this, code] { leave(code); });
}

void Runner::leave(int code)
{
    if (m_exitCode)
        return;
    m_exitCode = code;
    m_console.clearProgress();
    // The command itself may be what calls: it dies with the event loop.
    QCoreApplication::exit(code);
}

} // namespace Tenantscope::Cli
