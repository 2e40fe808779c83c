// SPDX-FileCopyrightText: 2026 The Tenantscope authors
// SPDX-License-Identifier: MIT
#include "cliprocess.h"
#include "tests/support/faultserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Tenantscope;
using Test::CliProcess;
using Test::CliResult;

/// Pipes that break, disks that are full, terminals and signals; and the demo tenant as a process.
class TestStreams final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".*"_s)); }

    void endsQuietlyWhenTheReaderLeaves();
    void tellsOfAFullDisk_data();
    void tellsOfAFullDisk();
    void tellsOfAClosedOutput();
    void waitsForASlowReader();
    void sendsNothingRawToATerminal_data();
    void sendsNothingRawToATerminal();
    void showsProgressOnATerminalOnly();
    void asksForTheSecretOnATerminal();
    void servesADemoTenant_data();
    void servesADemoTenant();
    void refusesATakenPort();
};

namespace {

/// Everything a program with a terminal as its output, and as its standard error, writes to it.
class Terminal final
{
public:
    Terminal()
    {
        const winsize size = {.ws_row = 24, .ws_col = 100, .ws_xpixel = 0, .ws_ypixel = 0};
        if (::openpty(&m_master, &m_slave, nullptr, nullptr, &size) != 0)
            qFatal("openpty");
        ::fcntl(m_master, F_SETFD, FD_CLOEXEC);
        ::fcntl(m_master, F_SETFL, O_NONBLOCK);
    }
    ~Terminal()
    {
        ::close(m_master);
        ::close(m_slave);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    void attach(CliProcess &command, bool input = false)
    {
        command.with(u"TERM"_s, u"xterm"_s);
        command.process().setChildProcessModifier([slave = m_slave, input] {
            ::setsid();
            ::dup2(slave, STDOUT_FILENO);
            ::dup2(slave, STDERR_FILENO);
            if (input)
                ::dup2(slave, STDIN_FILENO);
        });
    }
    void type(QByteArrayView keys) const
    {
        if (::write(m_master, keys.data(), size_t(keys.size())) != keys.size())
            qFatal("write");
    }
    const QByteArray &read()
    {
        char bytes[4096];
        for (ssize_t count = 1; count > 0;) {
            count = ::read(m_master, bytes, sizeof bytes);
            if (count > 0)
                m_seen.append(bytes, count);
        }
        return m_seen;
    }
    [[nodiscard]] CliResult run(CliProcess &command)
    {
        command.start();
        const auto ended = [this, &command] {
            read(); // or the program would wait for room
            return command.process().state() == QProcess::NotRunning;
        };
        [[maybe_unused]] const bool inTime = QTest::qWaitFor(ended, 60'000);
        read();
        return command.finish();
    }

private:
    int m_master = -1;
    int m_slave = -1;
    QByteArray m_seen;
};

} // namespace

void TestStreams::endsQuietlyWhenTheReaderLeaves()
{
    const CliResult result = CliProcess({}).shell(
        u"{ \"$CLI\" applications --demo --format ndjson; echo \"code $?\" >&2; } | head -n 1"_s);
    QCOMPARE(result.out.count('\n'), 1);
    QVERIFY(!QJsonDocument::fromJson(result.out).isNull());
    QCOMPARE(result.err, "code 141\n");
}

void TestStreams::tellsOfAFullDisk_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &command :
         {u"token --demo"_s, u"scopes --demo"_s, u"applications --demo"_s,
          u"applications --demo --format ndjson"_s, u"endpoints"_s, u"--help"_s, u"--version"_s,
          u"demo"_s})
        QTest::newRow(qPrintable(command)) << command;
}

void TestStreams::tellsOfAFullDisk()
{
    QFETCH(const QString, command);
    const CliResult result = CliProcess({}).shell(u"\"$CLI\" "_s + command + u" > /dev/full"_s);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains("No space left on device"), result.err.constData());
}

void TestStreams::tellsOfAClosedOutput()
{
    for (const QString &command : {u"token --demo"_s, u"--version"_s}) {
        const CliResult result = CliProcess({}).shell(u"\"$CLI\" "_s + command + u" >&-"_s);
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains("Bad file descriptor"), result.err.constData());
    }
    const CliResult input = CliProcess({}).shell(u"\"$CLI\" token --demo <&- 2>&-"_s);
    QCOMPARE(input.code, 0);
    QCOMPARE(input.out.count('.'), 2);
}

void TestStreams::waitsForASlowReader()
{
    // Meanwhile the event loop must go on: tokens of 2 s run out.
    auto started = Demo::DemoTenant::start(
        {.applications = 1'579, .rate = 1'000, .burst = 1'000, .tokenLife = 2s});
    QVERIFY(started.has_value());
    CliProcess command({});
    const CliResult slow = command.signedInto(**started).shell(
        u"\"$CLI\" applications --format ndjson | { sleep 3; cat; }"_s);
    QCOMPARE(slow.err, "");
    QCOMPARE(slow.out.count('\n'), 1'579);
}

void TestStreams::sendsNothingRawToATerminal_data()
{
    QTest::addColumn<QStringList>("arguments");
    for (const QString &format : {u"table"_s, u"csv"_s, u"json"_s, u"ndjson"_s})
        QTest::newRow(qPrintable(format)) << QStringList{u"applications"_s, u"--format"_s, format};
    QTest::newRow("scopes") << QStringList{u"scopes"_s};
    QTest::newRow("scopes json") << QStringList{u"scopes"_s, u"--format"_s, u"json"_s};
    QTest::newRow("refused") << QStringList{u"token"_s, u"--client-id"_s, u"wrong"_s};
}

void TestStreams::sendsNothingRawToATerminal()
{
    QFETCH(const QStringList, arguments);
    // ESC, BEL, NUL, DEL, CSI as C1, override, isolate, line separator; as escapes and, where JSON's readers let
    // them through, raw.
    const QByteArray hostile =
        "plain\\u001b[2J\\u0007\\u0000\\u007f\\u009b31m\\u202e\\u2066\\u2028\x1b]0;raw\x07\u009b\u202e";
    Test::FaultServer server;
    server.handle(u"/oauth/token"_s, [&hostile](const Test::ReceivedRequest &request) {
        if (request.formValue("client_id") == "wrong")
            return Test::Answer::json(
                       "{\"error\":\"" + hostile + "\",\"error_description\":\"" + hostile + "\"}")
                .status(401);
        return Test::Answer::json(
            "{\"access_token\":\"abc\",\"expires_in\":600,\"scope\":\"read:" + hostile + "\"}");
    });
    server.answer(
        u"/api/v2/clients"_s,
        Test::Answer::json(
            "{\"total\":1,\"clients\":[{\"client_id\":\"" + hostile + "\",\"name\":\"" + hostile
            + "\",\"" + hostile + "\":[\"" + hostile + "\"],\"grant_types\":[\"" + hostile
            + "\"]}]}"));
    Terminal terminal;
    CliProcess command(arguments);
    command.with(u"AUTH0_DOMAIN"_s, server.domain())
        .with(u"AUTH0_CLIENT_ID"_s, u"Kq1Wm2Xr3Yt4Zu5Ab6Cd7Ef8Gh9Ij0Kl"_s)
        .with(u"AUTH0_CLIENT_SECRET"_s, u"abcdefghijklmnopqrstuvwxyz-0123456789"_s);
    terminal.attach(command);
    const int code = terminal.run(command).code;
    QByteArray seen = terminal.read();
    QVERIFY2(code == (arguments.contains(u"wrong"_s) ? 3 : 0), seen.constData());
    QVERIFY2(seen.contains("plain"), seen.constData());
    seen.replace("\r\x1b[K", ""); // our own progress line
    for (const QChar c : QString::fromUtf8(seen)) {
        const char16_t unit = c.unicode();
        const bool isControl = (unit < 0x20 && unit != u'\r' && unit != u'\n')
            || (unit >= 0x7f && unit < 0xa0) || unit == 0x2028 || (unit >= 0x202a && unit <= 0x202e)
            || (unit >= 0x2066 && unit <= 0x2069);
        QVERIFY2(!isControl, qPrintable(u"U+%1"_s.arg(unit, 4, 16)));
    }
}

void TestStreams::showsProgressOnATerminalOnly()
{
    Terminal terminal;
    CliProcess command({u"token"_s, u"--demo"_s});
    terminal.attach(command);
    QCOMPARE(terminal.run(command).code, 0);
    const QByteArray seen = terminal.read();
    QVERIFY2(seen.contains("\r\x1b[KAsking http://localhost"), seen.constData());
    const qsizetype cleared = seen.lastIndexOf("\r\x1b[K");
    QCOMPARE(seen.sliced(cleared + 4).count('.'), 2); // after the line is cleared comes the token

    Terminal dumb;
    CliProcess plain({u"token"_s, u"--demo"_s});
    dumb.attach(plain);
    plain.with(u"TERM"_s, u"dumb"_s);
    QCOMPARE(dumb.run(plain).code, 0);
    QVERIFY(!dumb.read().contains('\x1b'));
}

void TestStreams::asksForTheSecretOnATerminal()
{
    auto demo = Demo::DemoTenant::start({});
    QVERIFY(demo.has_value());
    Terminal terminal;
    CliProcess command({u"token"_s, u"--secret-stdin"_s});
    command.signedInto(**demo);
    terminal.attach(command, true);
    command.start();
    QTRY_VERIFY_WITH_TIMEOUT(terminal.read().contains("Client secret: "), 30'000);
    terminal.type(QByteArray((*demo)->clientSecret().toUtf8() + '\n'));
    QTRY_COMPARE_WITH_TIMEOUT(command.process().state(), QProcess::NotRunning, 30'000);
    QCOMPARE(command.finish().code, 0);
    QVERIFY(!terminal.read().contains((*demo)->clientSecret().toUtf8()));
    QVERIFY(terminal.read().count('.') >= 2);
}

void TestStreams::servesADemoTenant_data()
{
    QTest::addColumn<int>("signal");
    QTest::addColumn<int>("code");
    QTest::newRow("SIGTERM") << SIGTERM << 0;
    QTest::newRow("SIGINT") << SIGINT << 130;
    QTest::newRow("SIGHUP") << SIGHUP << 129;
}

void TestStreams::servesADemoTenant()
{
    QFETCH(const int, signal);
    QFETCH(const int, code);
    const QTemporaryDir folder;
    CliProcess server(
        {u"demo"_s, u"--applications"_s, u"7"_s, u"--tls"_s, u"--ca-out"_s, u"ca.pem"_s,
         u"--token-life"_s, u"120"_s});
    server.process().setWorkingDirectory(folder.path());
    server.start();
    QTRY_VERIFY_WITH_TIMEOUT(server.process().canReadLine(), 30'000);
    const QByteArray line = server.process().readLine();
    const QJsonObject tenant = QJsonDocument::fromJson(line).object();
    for (const auto name : {"domain"_L1, "client_id"_L1, "client_secret"_L1, "audience"_L1})
        QVERIFY2(!tenant.value(name).toString().isEmpty(), line.constData());

    const CliResult list = CliProcess({u"applications"_s, u"--format"_s, u"ndjson"_s})
                               .with(u"AUTH0_DOMAIN"_s, tenant.value("domain"_L1).toString())
                               .with(u"AUTH0_CLIENT_ID"_s, tenant.value("client_id"_L1).toString())
                               .with(
                                   u"AUTH0_CLIENT_SECRET"_s,
                                   tenant.value("client_secret"_L1).toString())
                               .with(u"AUTH0_AUDIENCE"_s, tenant.value("audience"_L1).toString())
                               .with(u"TENANTSCOPE_CA_FILE"_s, folder.filePath(u"ca.pem"_s))
                               .run();
    QCOMPARE(list.err, "");
    QCOMPARE(list.code, 0);
    QCOMPARE(list.out.count('\n'), 7);

    ::kill(pid_t(server.process().processId()), signal);
    const CliResult end = server.finish();
    QCOMPARE(end.code, code);
    QCOMPARE(end.err, "");
    QCOMPARE(end.out, "");
}

void TestStreams::refusesATakenPort()
{
    auto demo = Demo::DemoTenant::start({});
    QVERIFY(demo.has_value());
    const QString port = QString::number((*demo)->port());
    const CliResult taken = CliProcess({u"demo"_s, u"--port"_s, port}).run();
    QCOMPARE(taken.code, 4);
    QCOMPARE(taken.out, "");
    QVERIFY2(taken.err.contains(port.toUtf8()), taken.err.constData());

    const CliResult unwritable =
        CliProcess({u"demo"_s, u"--tls"_s, u"--ca-out"_s, u"/proc/no/such"_s}).run();
    QCOMPARE(unwritable.code, 2);
    QVERIFY2(unwritable.err.contains("/proc/no/such"), unwritable.err.constData());
    const CliResult unknown = CliProcess({u"demo"_s, u"--fault"_s, u"502"_s}).run();
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains("cut-json"), unknown.err.constData());
}

QTEST_GUILESS_MAIN(TestStreams)
#include "tst_streams.moc"
