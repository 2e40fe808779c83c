// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "app/cli/connection.h"
#include "app/cli/secretinput.h"

#include "tests/support/keypair.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <termios.h>
#include <unistd.h>

#include <cstring>

using namespace Qt::StringLiterals;
using namespace Tenantscope;
using namespace Tenantscope::Cli;

namespace {

/// Both ends of a pipe, one of which the test may write into beforehand.
struct Pipe
{
    Pipe()
    {
        if (::pipe2(ends, O_CLOEXEC) != 0)
            qFatal("pipe2");
    }
    ~Pipe()
    {
        ::close(ends[0]);
        closeWriter();
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    void write(QByteArrayView bytes) const
    {
        if (::write(ends[1], bytes.data(), size_t(bytes.size())) != bytes.size())
            qFatal("write");
    }
    void closeWriter()
    {
        if (ends[1] != -1)
            ::close(std::exchange(ends[1], -1));
    }

    int ends[2] = {-1, -1};
};

/// A file with a private key.
struct KeyFile
{
    KeyFile()
    {
        QFile file(path);
        if (!file.open(QFile::WriteOnly) || file.write(Test::privateKeyPem) < 0)
            qFatal("no key file");
    }

    QTemporaryDir folder;
    QString path = folder.filePath(u"key.pem"_s);
};

Environment complete()
{
    return {
        .domain = u"contoso.eu.auth0.com"_s,
        .clientId = u"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl"_s,
        .audience = {},
        .caFile = {},
        .clientSecret = Base::Secret("from-environment-0123456789abcdefghijklmnopqrstuv"),
    };
}

Tenant::Profile fabrikam()
{
    return {
        .name = u"Fabrikam"_s,
        .domain = Tenant::Domain::parse(u"fabrikam.us.auth0.com")->domain,
        .clientId = u"id-of-fabrikam"_s,
        .audience = u"https://fabrikam.us.auth0.com/api/v2/"_s,
        .caFile = u"/tmp/fabrikam.pem"_s};
}

} // namespace

/// Where domain, client, secret and CA file come from.
class TestConnection final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void takesTheSecretOutOfTheEnvironment();
    void takesTheEnvironment();
    void optionsWin();
    void typedSecretWins();
    void caFileBecomesAbsolute();
    void namesAllThatIsMissing();
    void namesWhatIsWrong();
    void notesWhatWasTidied();
    void profileTakesTheEnvironmentsPlace();
    void profileTakesASecretOfItsOwnOnly_data();
    void profileTakesASecretOfItsOwnOnly();
    void saysThatASecretIsSetAside_data();
    void saysThatASecretIsSetAside();
    void savesAConnection();
    void savesOneWithoutASecret();
    void savesNoneThatIsWrong();

    void privateKeyWinsOverTheEnvironment();
    void typedSecretWinsOverAProfilesKey();
    void namesTheKeyFileThatIsWrong();
    void algorithmNeedsAKey();
    void profileBringsItsKey();
    void savesAKeyFile();

    void readsTheSecret_data();
    void readsTheSecret();
    void refusesNoSecret_data();
    void refusesNoSecret();
    void refusesATooLongOne();
    void stopsWhenInterrupted();
    void asksATerminalWithoutEcho();
};

void TestConnection::takesTheSecretOutOfTheEnvironment()
{
    // putenv() uses this very memory, as the kernel does for a new process.
    static char entry[] = "AUTH0_CLIENT_SECRET=marker-0123456789";
    QCOMPARE(::putenv(entry), 0);
    qputenv("AUTH0_DOMAIN", "a.auth0.com");
    const Environment environment = takeEnvironment();
    QCOMPARE(environment.clientSecret.reveal().toByteArray(), "marker-0123456789");
    QCOMPARE(environment.domain, u"a.auth0.com"_s);
    QVERIFY(!qEnvironmentVariableIsSet("AUTH0_CLIENT_SECRET"));
    QVERIFY(std::memchr(entry, '9', sizeof entry) == nullptr);
    QVERIFY(takeEnvironment().clientSecret.isEmpty());
    qunsetenv("AUTH0_DOMAIN");
}

void TestConnection::takesTheEnvironment()
{
    Environment environment = complete();
    environment.audience = u"https://other.example/"_s;
    environment.caFile = u"/etc/ca.pem"_s;
    const auto connection = connectionFrom({}, environment, {});
    QVERIFY(connection.has_value());
    QCOMPARE(connection->checked.credentials.domain.text(), u"contoso.eu.auth0.com"_s);
    QCOMPARE(connection->checked.credentials.clientId, environment.clientId);
    QVERIFY(connection->checked.credentials.clientSecret == environment.clientSecret);
    QCOMPARE(connection->checked.credentials.audience, u"https://other.example/"_s);
    QCOMPARE(connection->caFile, u"/etc/ca.pem"_s);
}

void TestConnection::optionsWin()
{
    Environment environment = complete();
    environment.audience = u"https://other.example/"_s;
    environment.caFile = u"/etc/ca.pem"_s;
    const ConnectionOptions options{
        .domain = u"fabrikam.us.auth0.com"_s,
        .clientId = u"Another1Another2Another3Another4"_s,
        .audience = u"https://fabrikam.us.auth0.com/api/v2/"_s,
        .caFile = u"/tmp/other.pem"_s,
    };
    const auto connection = connectionFrom(options, environment, {});
    QVERIFY(connection.has_value());
    QCOMPARE(connection->checked.credentials.domain.text(), *options.domain);
    QCOMPARE(connection->checked.credentials.clientId, *options.clientId);
    QCOMPARE(connection->checked.credentials.audience, *options.audience);
    QCOMPARE(connection->caFile, *options.caFile);
}

void TestConnection::profileTakesTheEnvironmentsPlace()
{
    Environment environment = complete();
    environment.audience = u"https://other.example/"_s;
    environment.caFile = u"/etc/ca.pem"_s;
    const Environment known = environmentOf(fabrikam(), environment);
    QCOMPARE(known.domain, u"fabrikam.us.auth0.com"_s);
    QCOMPARE(known.clientId, u"id-of-fabrikam"_s);
    QCOMPARE(known.audience, u"https://fabrikam.us.auth0.com/api/v2/"_s);
    QCOMPARE(known.caFile, u"/tmp/fabrikam.pem"_s);
}

void TestConnection::profileTakesASecretOfItsOwnOnly_data()
{
    QTest::addColumn<QString>("clientId"); // of the environment
    QTest::addColumn<bool>("isSecretSaved");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("nobody's") << QString() << false << true;
    QTest::newRow("its own") << u"id-of-fabrikam"_s << false << true;
    QTest::newRow("another client's") << u"other"_s << false << false;
    QTest::newRow("saved, nobody's") << QString() << true << false;
    QTest::newRow("saved, its own") << u"id-of-fabrikam"_s << true << false;
}

void TestConnection::profileTakesASecretOfItsOwnOnly()
{
    QFETCH(const QString, clientId);
    QFETCH(const bool, isSecretSaved);
    QFETCH(const bool, isTaken);
    Tenant::Profile profile = fabrikam();
    profile.isSecretSaved = isSecretSaved;
    Environment environment = complete();
    environment.clientId = clientId;
    QVERIFY(environmentOf(profile, environment).clientSecret.isEmpty() != isTaken);
}

void TestConnection::saysThatASecretIsSetAside_data()
{
    QTest::addColumn<QString>("clientId"); // of the environment
    QTest::addColumn<bool>("hasSecret");
    QTest::addColumn<QString>("advice");
    QTest::newRow("another client's") << u"other"_s << true << u"unset AUTH0_CLIENT_ID"_s;
    QTest::newRow("another client, no secret")
        << u"other"_s << false << u"Set AUTH0_CLIENT_SECRET"_s;
    QTest::newRow("none at all") << QString() << false << u"Set AUTH0_CLIENT_SECRET"_s;
}

void TestConnection::saysThatASecretIsSetAside()
{
    QFETCH(const QString, clientId);
    QFETCH(const bool, hasSecret);
    QFETCH(const QString, advice);
    Environment environment = complete();
    environment.clientId = clientId;
    if (!hasSecret)
        environment.clientSecret.clear();
    const auto refused = connectionFrom({}, environmentOf(fabrikam(), environment), {});
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().size(), 1);
    QVERIFY2(refused.error().front().contains(advice), qPrintable(refused.error().front()));
}

void TestConnection::savesAConnection()
{
    const ProfilesWish wish{
        .action = ProfilesWish::Action::Add,
        .name = u" Contoso "_s,
        .environment = Tenant::Environment::Production};
    const Base::Secret typed("from-stdin-0123456789abcdefghijklmnopqrstuvwxyz");
    const ConnectionOptions options{
        .domain = u"https://fabrikam.us.auth0.com/"_s, .caFile = u"certs/ca.pem"_s};
    const auto saved = savedConnectionFrom(wish, options, complete(), typed);
    QVERIFY(saved.has_value());
    QCOMPARE(saved->profile.name, u"Contoso"_s);
    QCOMPARE(saved->profile.domain.text(), u"fabrikam.us.auth0.com"_s);
    QCOMPARE(saved->profile.clientId, complete().clientId);
    QCOMPARE(saved->profile.audience, u"https://fabrikam.us.auth0.com/api/v2/"_s);
    QCOMPARE(saved->profile.environment, Tenant::Environment::Production);
    QVERIFY(
        saved->profile.caFile.startsWith(u'/')
        && saved->profile.caFile.endsWith(u"certs/ca.pem"_s));
    QVERIFY(saved->profile.isSecretSaved);
    QVERIFY(saved->secret == typed);
    QVERIFY(!saved->notes.isEmpty()); // the domain was tidied
}

void TestConnection::savesOneWithoutASecret()
{
    const ProfilesWish wish{.action = ProfilesWish::Action::Add, .name = u"Contoso"_s};
    const auto saved = savedConnectionFrom(wish, {}, complete(), {});
    QVERIFY(saved.has_value());
    QVERIFY(!saved->profile.isSecretSaved); // the environment's is for this time
    QVERIFY(saved->secret.isEmpty());
}

void TestConnection::savesNoneThatIsWrong()
{
    ProfilesWish wish{.action = ProfilesWish::Action::Add, .name = u"-x"_s};
    QVERIFY(!savedConnectionFrom(wish, {}, complete(), {}));
    wish.name = u"x"_s;
    const auto nothing = savedConnectionFrom(wish, {}, {}, {});
    QVERIFY(!nothing);
    QCOMPARE(nothing.error().size(), 2); // domain and client ID
    const auto wrong = savedConnectionFrom(
        wish, {.domain = u"x@evil.example"_s, .clientId = u"a b"_s}, {}, {});
    QVERIFY(!wrong);
    QCOMPARE(wrong.error().size(), 2);
}

void TestConnection::typedSecretWins()
{
    const Base::Secret typed("from-stdin-0123456789abcdefghijklmnopqrstuvwxyz");
    const auto connection = connectionFrom({}, complete(), typed);
    QVERIFY(connection.has_value());
    QVERIFY(connection->checked.credentials.clientSecret == typed);
}

void TestConnection::caFileBecomesAbsolute()
{
    const ConnectionOptions options{.caFile = u"certs/ca.pem"_s};
    const auto connection = connectionFrom(options, complete(), {});
    QVERIFY(connection.has_value());
    QCOMPARE(connection->caFile, QDir::currentPath() + u"/certs/ca.pem");
}

void TestConnection::namesAllThatIsMissing()
{
    const auto nothing = connectionFrom({}, {}, {});
    QVERIFY(!nothing.has_value());
    const QString text = nothing.error().join(u'\n');
    for (const auto name :
         {"AUTH0_DOMAIN"_L1, "AUTH0_CLIENT_ID"_L1, "AUTH0_CLIENT_SECRET"_L1, "--secret-stdin"_L1,
          "--demo"_L1})
        QVERIFY2(text.contains(name), qPrintable(text));

    Environment environment = complete();
    environment.clientSecret.clear();
    const auto noSecret = connectionFrom({}, environment, {});
    QVERIFY(!noSecret.has_value());
    QCOMPARE(noSecret.error().size(), 1);
    QVERIFY(noSecret.error().front().contains("AUTH0_CLIENT_SECRET"_L1));
}

void TestConnection::namesWhatIsWrong()
{
    const ConnectionOptions options{.domain = u"tenant.auth0.com\\@evil.com"_s};
    const auto connection = connectionFrom(options, complete(), {});
    QVERIFY(!connection.has_value());
    QCOMPARE(connection.error().size(), 1);
    QVERIFY(!connection.error().front().isEmpty());
}

void TestConnection::notesWhatWasTidied()
{
    const ConnectionOptions options{
        .domain = u"https://contoso.eu.auth0.com/"_s,
        .audience = u"https://contoso.eu.auth0.com/api/v2"_s};
    const auto connection = connectionFrom(options, complete(), {});
    QVERIFY(connection.has_value());
    QVERIFY(connection->notes.size() >= 2);
    QVERIFY(!connectionFrom({}, complete(), {})->notes.join(u' ').contains("http"_L1));
}

void TestConnection::privateKeyWinsOverTheEnvironment()
{
    const KeyFile key;
    const ConnectionOptions options{
        .organization = u" org_abc "_s,
        .privateKeyFile = key.path,
        .signingAlgorithm = Base::SigningAlgorithm::Rs384};
    const auto connection = connectionFrom(options, complete(), {});
    QVERIFY(connection.has_value());
    const Tenant::Credentials &credentials = connection->checked.credentials;
    QVERIFY(credentials.clientSecret.isEmpty());
    QVERIFY(credentials.privateKey);
    QCOMPARE(credentials.privateKey->pem.reveal().toByteArray(), Test::privateKeyPem);
    QCOMPARE(credentials.privateKey->algorithm, Base::SigningAlgorithm::Rs384);
    QCOMPARE(credentials.privateKey->file, key.path);
    QCOMPARE(credentials.organization, u"org_abc"_s);
}

void TestConnection::typedSecretWinsOverAProfilesKey()
{
    Environment environment = complete();
    environment.privateKeyFile = u"/nowhere/key.pem"_s;
    const Base::Secret typed("from-stdin-0123456789abcdefghijklmnopqrstuvwxyz");
    const auto connection = connectionFrom({}, environment, typed);
    QVERIFY(connection.has_value());
    QVERIFY(!connection->checked.credentials.privateKey);
    QVERIFY(connection->checked.credentials.clientSecret == typed);
}

void TestConnection::namesTheKeyFileThatIsWrong()
{
    const ConnectionOptions options{.privateKeyFile = u"no/such.pem"_s};
    const ProfilesWish wish{.action = ProfilesWish::Action::Add, .name = u"x"_s};
    const auto connection = connectionFrom(options, complete(), {});
    const auto saved = savedConnectionFrom(wish, options, complete(), {});
    QVERIFY(!connection && !saved);
    for (const QStringList &problems : {connection.error(), saved.error()}) {
        QCOMPARE(problems.size(), 1);
        QVERIFY2(
            problems.front().contains(QDir::currentPath() + u"/no/such.pem"),
            qPrintable(problems.front()));
    }
}

void TestConnection::algorithmNeedsAKey()
{
    const ConnectionOptions options{.signingAlgorithm = Base::SigningAlgorithm::Rs256};
    const auto connection = connectionFrom(options, complete(), {});
    QVERIFY(!connection);
    QVERIFY(connection.error().join(u' ').contains(u"--private-key"_s));
}

void TestConnection::profileBringsItsKey()
{
    const KeyFile key;
    Tenant::Profile profile = fabrikam();
    profile.privateKeyFile = key.path;
    profile.signingAlgorithm = Base::SigningAlgorithm::Ps256;
    profile.organization = u"org_abc"_s;
    Environment environment = complete();
    environment.clientId.clear(); // the secret may be anybody's
    const Environment known = environmentOf(profile, environment);
    QVERIFY(known.clientSecret.isEmpty());
    const auto connection = connectionFrom({}, known, {});
    QVERIFY(connection.has_value());
    const Tenant::Credentials &credentials = connection->checked.credentials;
    QVERIFY(credentials.privateKey);
    QCOMPARE(credentials.privateKey->file, key.path);
    QCOMPARE(credentials.privateKey->algorithm, Base::SigningAlgorithm::Ps256);
    QCOMPARE(credentials.organization, u"org_abc"_s);
    const auto other = connectionFrom(
        {.signingAlgorithm = Base::SigningAlgorithm::Rs256}, known, {});
    QVERIFY(other.has_value());
    QCOMPARE(other->checked.credentials.privateKey->algorithm, Base::SigningAlgorithm::Rs256);
}

void TestConnection::savesAKeyFile()
{
    const KeyFile key;
    const ProfilesWish wish{.action = ProfilesWish::Action::Add, .name = u"Contoso"_s};
    const ConnectionOptions options{
        .organization = u"org_abc"_s,
        .privateKeyFile = QDir::current().relativeFilePath(key.path),
        .signingAlgorithm = Base::SigningAlgorithm::Ps256};
    const auto saved = savedConnectionFrom(wish, options, complete(), {});
    QVERIFY(saved.has_value());
    QCOMPARE(QDir::cleanPath(saved->profile.privateKeyFile), key.path);
    QVERIFY(QDir::isAbsolutePath(saved->profile.privateKeyFile));
    QCOMPARE(saved->profile.signingAlgorithm, Base::SigningAlgorithm::Ps256);
    QCOMPARE(saved->profile.organization, u"org_abc"_s);
    QVERIFY(!saved->profile.isSecretSaved);
    QVERIFY(saved->secret.isEmpty());
}

void TestConnection::readsTheSecret_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("line") << QByteArray("s3cret\n") << QByteArray("s3cret");
    QTest::newRow("no line end") << QByteArray("s3cret") << QByteArray("s3cret");
    QTest::newRow("CRLF") << QByteArray("s3cret\r\n") << QByteArray("s3cret");
    QTest::newRow("blanks are part of it") << QByteArray(" a b \n") << QByteArray(" a b ");
    QTest::newRow("only one line end goes") << QByteArray("a\n\n") << QByteArray("a\n");
    QTest::newRow("longest") << QByteArray(longestSecret, 'x') << QByteArray(longestSecret, 'x');
}

void TestConnection::readsTheSecret()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, secret);
    Pipe pipe;
    const Pipe never;
    ::fcntl(pipe.ends[1], F_SETPIPE_SZ, 256 * 1024);
    pipe.write(input);
    pipe.closeWriter();
    const auto read = readSecret(pipe.ends[0], never.ends[0], STDERR_FILENO);
    QVERIFY(read.has_value());
    QCOMPARE(read->reveal().toByteArray(), secret);
}

void TestConnection::refusesNoSecret_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("line end") << QByteArray("\n");
    QTest::newRow("CRLF") << QByteArray("\r\n");
}

void TestConnection::refusesNoSecret()
{
    QFETCH(const QByteArray, input);
    Pipe pipe;
    const Pipe never;
    pipe.write(input);
    pipe.closeWriter();
    const auto read = readSecret(pipe.ends[0], never.ends[0], STDERR_FILENO);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, InputFailure::Kind::Empty);
}

void TestConnection::refusesATooLongOne()
{
    const int zeros = ::open("/dev/zero", O_RDONLY | O_CLOEXEC);
    const Pipe never;
    const auto read = readSecret(zeros, never.ends[0], STDERR_FILENO);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, InputFailure::Kind::TooLong);
    ::close(zeros);
    const auto closed = readSecret(zeros, never.ends[0], STDERR_FILENO);
    QVERIFY(!closed.has_value());
    QCOMPARE(closed.error(), (InputFailure{.kind = InputFailure::Kind::Unreadable, .code = EBADF}));
}

void TestConnection::stopsWhenInterrupted()
{
    const Pipe silent;
    const Pipe signal;
    signal.write("x");
    const auto read = readSecret(silent.ends[0], signal.ends[0], STDERR_FILENO);
    QVERIFY(!read.has_value());
    QCOMPARE(read.error().kind, InputFailure::Kind::Interrupted);
}

void TestConnection::asksATerminalWithoutEcho()
{
    int master = -1;
    int slave = -1;
    QCOMPARE(::openpty(&master, &slave, nullptr, nullptr, nullptr), 0);
    const Pipe never;
    const Pipe prompt;
    // Typed before the question: thrown away, so that nothing typed blindly is taken for the secret.
    const auto typist = [master] {
        termios mode = {};
        do {
            ::tcgetattr(master, &mode);
        } while (mode.c_lflag & ECHO);
        return ::write(master, "typed\n", 6) == 6;
    };
    std::thread typing(typist);
    const auto read = readSecret(slave, never.ends[0], prompt.ends[1]);
    typing.join();
    QVERIFY(read.has_value());
    QCOMPARE(read->reveal().toByteArray(), "typed");

    char shown[256] = {};
    QVERIFY(::read(prompt.ends[0], shown, sizeof shown - 1) > 0);
    QVERIFY(QByteArrayView(shown).startsWith("Client secret: "));
    ::fcntl(master, F_SETFL, O_NONBLOCK);
    std::memset(shown, 0, sizeof shown);
    [[maybe_unused]] const ssize_t count = ::read(master, shown, sizeof shown - 1);
    QVERIFY2(!QByteArray(shown).contains("typed"), shown);
    termios after = {};
    ::tcgetattr(slave, &after);
    QVERIFY(after.c_lflag & ECHO);
    ::close(slave);
    ::close(master);
}

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
