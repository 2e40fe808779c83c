// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/base/clock.h"
#include "app/base/random.h"
#include "app/demo/demotenant.h"
#include "app/hardening/process.h"
#include "app/jwt/keyfile.h"
#include "app/secrets/keychain.h"
#include "app/session/tenantbook.h"
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

    void open(const Session::CredentialsReceiver &receiver)
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
    void hand(const Session::CredentialsReceiver &receiver) const
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
    } else if (!fromEnvironment.isEmpty() && options.privateKeyFile.isEmpty()) {
        options.values.secret = std::move(fromEnvironment);
        options.values.source = Ui::SecretSource::Environment;
    }
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

/// Connects \a window to the saved tenant that \a options name.
void openProfile(Ui::MainWindow &window, Session::TenantBook &book, const Ui::StartOptions &options)
{
    const Base::Result<Tenant::Profile> profile = book.store().find(options.profile);
    if (!profile) {
        window.fillForm({});
        return window.showError(profile.error());
    }
    Session::KnownTenant &tenant = *book.find(profile->name);
    if (!options.caFile.isEmpty())
        tenant.session().setCaFile(options.caFile);
    const bool isSecretIts = options.values.source != Ui::SecretSource::Environment
        || Tenant::takesSecretFor(*profile, options.environmentClientId);
    if (options.values.privateKey || (isSecretIts && !options.values.secret.isEmpty()))
        tenant.give(options.values.secret, options.values.privateKey);
    window.openTenant(tenant);
}

/// Gives \a window its first page.
void open(Ui::MainWindow &window, Session::TenantBook &book, Ui::StartOptions options)
{
    if (options.demo)
        return window.openDemo();
    const Base::Result<void> key = takeKey(options);
    options.values.caFile = options.caFile;
    const Ui::SignInValues &values = options.values;
    const bool isFilled = !values.domain.isEmpty() || !values.clientId.isEmpty()
        || !values.secret.isEmpty() || !values.caFile.isEmpty() || values.privateKey;
    if (key && !options.profile.isEmpty())
        return openProfile(window, book, options);
    if (!key || isFilled)
        window.fillForm(values);
    if (!key)
        window.showError(key.error());
}

int showWindow(Ui::StartOptions options)
{
    Base::SystemClock clock;
    Base::SystemRandom random;
    const Secrets::Keychain keychain(clock, keychainPatience);
    DemoHost demo; // outlives the sessions, which may still be talking to it
    Tenant::ProfileStore store;
    Session::TenantBook book(
        {.clock = clock,
         .random = random,
         .secrets = keychain,
         .demo = [&demo](const Session::CredentialsReceiver &receiver) { demo.open(receiver); },
         .isReady = false},
        store);
    const Base::Result<void> loaded = book.load();
    Ui::WindowState state;
    Ui::Theme theme;
    Ui::MainWindow::restoreTheme(theme, state);
    theme.apply();

    Ui::MainWindow window(book, theme, state);
    const Ui::QuitSignals signals;
    QObject::connect(&signals, &Ui::QuitSignals::received, &window, &QWidget::close);
    if (!store.setAside().isEmpty())
        window.tellDamage(store.setAside());
    open(window, book, std::move(options));
    if (!loaded)
        window.showError(loaded.error());
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
