// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/demo/demotenant.h"
#include "app/hardening/process.h"
#include "app/jwt/keyfile.h"
#include "app/secrets/keychain.h"
#include "app/session/tenantsession.h"
#include "app/tenant/profilestore.h"
#include "ui/window/mainwindow.h"
#include "ui/window/quitsignals.h"
#include "ui/window/startoptions.h"
#include "ui/window/theme.h"
#include "ui/window/windowstate.h"

#include <QApplication>
#include <QThread>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <utility>

using namespace Tenantscope;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int usageError = 2;
constexpr auto secretVariable = "AUTH0_CLIENT_SECRET";
constexpr qsizetype longestSecret = 64 * 1024;
constexpr auto keychainPatience = 60s; // its user may have to type a password first

/// \a input, checked as if it had been typed.
Base::Result<Tenant::Credentials> checked(const Tenant::CredentialsInput &input)
{
    const Tenant::CredentialsCheck check = Tenant::checkCredentials(input);
    if (!check.credentials)
        return Base::failure(check.errors.constFirst());
    return check.credentials->credentials;
}

/// Starts the demo tenant beside the window, for making its keys takes a moment, and ends it with the program.
class DemoHost final
{
public:
    ~DemoHost()
    {
        if (m_starter)
            m_starter->wait();
    }

    void open(const Ui::MainWindow::CredentialsReceiver &receiver)
    {
        const bool isStarting = m_starter && !m_starter->isFinished(); // somebody did not wait
        if (m_starter && !isStarting && m_started)
            return hand(receiver);
        if (!isStarting)
            m_starter.reset(QThread::create([this] { m_started = Demo::DemoTenant::start({}); }));
        QObject::connect(
            m_starter.get(), &QThread::finished, qApp, [this, receiver] { hand(receiver); });
        if (!isStarting)
            m_starter->start();
    }

private:
    void hand(const Ui::MainWindow::CredentialsReceiver &receiver) const
    {
        if (!m_started)
            return receiver(Base::failure(m_started.error()));
        const Demo::DemoTenant &tenant = **m_started;
        receiver(checked(
            {.domain = tenant.domain(),
             .clientId = tenant.clientId(),
             .clientSecret = Base::Secret::fromText(tenant.clientSecret()),
             .audience = tenant.audience()}));
    }

    Base::Result<std::unique_ptr<Demo::DemoTenant>> m_started;
    std::unique_ptr<QThread> m_starter;
};

/// Brings a saved tenant's credentials.
class ProfileHost final
{
public:
    explicit ProfileHost(Base::Clock &clock)
        : m_keychain(clock, keychainPatience)
    {
    }

    /// \a known: the tenant, with the secret if it came by another way than the keychain.
    void open(
        const QString &profile, const Ui::SignInValues &known,
        const Ui::MainWindow::CredentialsReceiver &receiver)
    {
        if (known.privateKey || !known.secret.isEmpty())
            return receiver(with(known, known.secret));
        m_reading.reset(m_keychain.read(profile, nullptr));
        QObject::connect(
            m_reading.get(), &Secrets::KeychainJob::finished, qApp, [this, known, receiver] {
                const Base::Result<Base::Secret> secret = m_reading->takeResult();
                if (secret)
                    receiver(with(known, *secret));
                else
                    receiver(Base::failure(secret.error()));
            });
    }

private:
    static Base::Result<Tenant::Credentials> with(
        const Ui::SignInValues &known, const Base::Secret &secret)
    {
        return checked(
            {.domain = known.domain,
             .clientId = known.clientId,
             .clientSecret = secret,
             .audience = known.audience,
             .privateKey = known.privateKey,
             .organization = known.organization});
    }

    Secrets::Keychain m_keychain;
    std::unique_ptr<Secrets::KeychainJob> m_reading;
};

/// Takes the secret out of the environment: read once, overwritten where it stood, gone for programs we start.
Base::Secret takeSecretFromEnvironment()
{
    char *value = std::getenv(secretVariable);
    if (!value)
        return {};
    const size_t size = std::strlen(value);
    Base::Secret secret(QByteArrayView(value, qsizetype(size)));
    explicit_bzero(value, size);
    qunsetenv(secretVariable);
    return secret;
}

/// Reads the secret from standard input, to its end or the first line's.
Base::Secret readSecret()
{
    QByteArray bytes;
    for (int next = std::fgetc(stdin); next != EOF && next != '\n' && bytes.size() < longestSecret;
         next = std::fgetc(stdin))
        bytes.append(char(next));
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    Base::Secret secret(bytes);
    Base::wipe(bytes);
    return secret;
}

void print(std::FILE *stream, const QString &text)
{
    std::fputs(qUtf8Printable(text), stream);
    std::fputc('\n', stream);
}

/// What can be answered without a display; nullopt: the window is wanted.
std::optional<int> answerWithoutWindow(const Ui::StartOptions &options)
{
    switch (options.action) {
    case Ui::StartOptions::Action::Show:
        break;
    case Ui::StartOptions::Action::PrintHelp:
        print(stdout, options.message);
        return EXIT_SUCCESS;
    case Ui::StartOptions::Action::PrintVersion:
        print(stdout, u"tenantscope " TENANTSCOPE_VERSION ""_s);
        return EXIT_SUCCESS;
    case Ui::StartOptions::Action::Refuse:
        print(stderr, u"tenantscope: "_s + options.message);
        return usageError;
    }
    return std::nullopt;
}

/// Without a display Qt ends the program with an abort and advice about plugins; its user needs another one.
void sayThereIsNoDisplay(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type != QtFatalMsg) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(message));
        return;
    }
    std::fputs(
        "tenantscope: no display could be opened, and a window needs one. In a terminal use "
        "tenantscope-cli, which does the same.\n",
        stderr);
    std::_Exit(usageError);
}

void fillIn(Ui::StartOptions &options, Base::Secret fromEnvironment)
{
    if (options.secretFromStdin) {
        options.values.secret = readSecret();
        options.values.source = Ui::SecretSource::StandardInput;
    } else if (
        !fromEnvironment.isEmpty() && options.profile.isEmpty()
        && options.privateKeyFile.isEmpty()) {
        options.values.secret = std::move(fromEnvironment);
        options.values.source = Ui::SecretSource::Environment;
    }
}

/// What came of looking for the saved tenant that was named; all empty when none was.
struct Found
{
    std::optional<Tenant::Profile> profile;
    std::optional<Base::Error> error;
    QString setAside; ///< where a damaged profiles file went
};

/// Looks for the saved tenant that \a options name, and takes it over into them.
Found takeProfile(Ui::StartOptions &options)
{
    if (options.profile.isEmpty())
        return {};
    Tenant::ProfileStore store;
    const Base::Result<Tenant::Profile> profile = store.load().and_then(
        [&] { return store.find(options.profile); });
    if (!profile)
        return {.profile = {}, .error = profile.error(), .setAside = store.setAside()};
    options.values.domain = profile->domain.text();
    options.values.clientId = profile->clientId;
    options.values.audience = profile->audience;
    options.values.organization = profile->organization;
    if (options.privateKeyFile.isEmpty() && !options.secretFromStdin) {
        options.privateKeyFile = profile->privateKeyFile;
        options.signingAlgorithm = profile->signingAlgorithm;
    }
    if (options.caFile.isEmpty())
        options.caFile = profile->caFile;
    return {.profile = *profile, .error = {}, .setAside = store.setAside()};
}

/// Reads the private key that \a options name, if they name one; else what is wrong with it.
Base::Result<void> takeKey(Ui::StartOptions &options)
{
    if (options.privateKeyFile.isEmpty())
        return {};
    Base::Result<Base::Secret> pem = Jwt::readKeyFile(options.privateKeyFile);
    if (!pem)
        return Base::failure(pem.error());
    options.values.privateKey = Tenant::PrivateKey{
        .pem = std::move(*pem),
        .algorithm = options.signingAlgorithm,
        .file = options.privateKeyFile};
    return {};
}

/// Gives \a window its first page.
void open(Ui::MainWindow &window, ProfileHost &host, Ui::StartOptions &options, const Found &found)
{
    if (options.demo)
        return window.openDemo();
    if (!found.setAside.isEmpty())
        window.tellDamage(found.setAside);
    const Ui::SignInValues values = std::exchange(options.values, {});
    const bool authenticates = values.privateKey || !values.secret.isEmpty();
    const bool asksKeychain = found.profile && found.profile->isSecretSaved
        && options.privateKeyFile.isEmpty();
    if (found.profile && (authenticates || asksKeychain))
        return window.openProfile(
            values,
            [&host, values,
             name = found.profile->name](const Ui::MainWindow::CredentialsReceiver &receiver) {
                host.open(name, values, receiver);
            });
    window.fillForm(values);
    if (found.error)
        window.showError(*found.error);
}

int showWindow(Ui::StartOptions options)
{
    Found found = takeProfile(options);
    if (const Base::Result<void> key = takeKey(options); !key && !found.error)
        found.error = key.error();
    Base::SystemClock clock;
    Base::SystemRandom random;
    ProfileHost keychain(clock);
    DemoHost demo; // outlives the session, which may still be talking to it
    Session::TenantSession session(clock, random, options.caFile);
    Ui::WindowState state;
    Ui::Theme theme;
    Ui::MainWindow::restoreTheme(theme, state);
    theme.apply();

    Ui::MainWindow window(
        session, theme, state,
        [&demo](const Ui::MainWindow::CredentialsReceiver &receiver) { demo.open(receiver); });
    const Ui::QuitSignals signals;
    QObject::connect(&signals, &Ui::QuitSignals::received, &window, &QWidget::close);
    open(window, keychain, options, found);
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    Hardening::hardenProcess();
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    Ui::StartOptions options = Ui::readStartOptions(
        arguments, QProcessEnvironment::systemEnvironment());
    Base::Secret secret = takeSecretFromEnvironment();
    if (const std::optional<int> code = answerWithoutWindow(options))
        return *code;
    fillIn(options, std::move(secret));

    QCoreApplication::setApplicationName(u"tenantscope"_s);
    QCoreApplication::setApplicationVersion(u"" TENANTSCOPE_VERSION ""_s);
    const QtMessageHandler usual = qInstallMessageHandler(sayThereIsNoDisplay);
    const QApplication application(argc, argv);
    qInstallMessageHandler(usual);
    // Qt looks for certificates, and others for files, in the working directory: it is nobody's.
    if (::chdir("/") != 0)
        qWarning("Cannot leave the working directory");
    return showWindow(std::move(options));
}
